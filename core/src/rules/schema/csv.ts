// Tables of recorded values whose columns or rows cannot be read.

import { joinWords, sayGuess, sayListed } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import { CSV_COLUMNS, type CsvFacts } from "../../syntax/csv.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<CsvFacts>({
  id: "schema/csv",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A column or a row of a table of recorded values cannot be read.",
  why: "One wrong name in the first line loses every row of the table.",
  headline: { one: "1 table that is not read whole", many: "{n} tables that are not read whole" },
  help: "Name the columns measure, period and value",
  fix: "unsafe",
  say: (facts) => ({ message: sayMessage(facts), help: sayHelp(facts) }),
  fixes: [renameColumn, correctStatus],
  examples: {
    bad: {
      "a column by another name": `
#- trust.actuals.csv
measurement,period,value
#<<<<<<<<<<< error schema/csv
waiting,2025/26,30
waiting,2026/27,24
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting time
    role: context
    unit: days
`,
      "no line with the names of the columns": `
#- trust.actuals.csv
waiting,2025/26,30
#<<<<<<<<<<<<<<<<<< error schema/csv
waiting,2026/27,24
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting time
    role: context
    unit: days
`,
      "a status that is none": `
#- trust.actuals.csv
measure,period,value,status
waiting,2025/26,30,provisonal
#                  ^^^^^^^^^^ error schema/csv
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting time
    role: context
    unit: days
`,
      "a missing column": `
#- trust.actuals.csv
measure,value
#<<<<<<<<<<<<< error schema/csv
waiting,30
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting time
    role: context
    unit: days
`,
      "a figure that its comma cuts in two": `
#- trust.actuals.csv
measure,period,value
waiting,2025/26,3,340
#                 ^^^ error schema/csv
waiting,2026/27,24
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting time
    role: context
    unit: days
`,
    },
    good: {
      "the three columns": `
#- trust.actuals.csv
measure,period,value
waiting,2025/26,30
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting time
    role: context
    unit: days
`,
      "semicolons, quotes and more columns": `
#- trust.actuals.csv
measure;period;value;note
waiting;2025/26;30;"Recounted in May; was 31"
"waiting";2026/27;24;
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting time
    role: context
    unit: days
`,
    },
  },
});

function sayMessage(facts: CsvFacts): string {
  switch (facts.problem) {
    case "empty":
      return "The table is empty";
    case "no-header":
      return `The first line names no column, so ${sayRows(facts.rows)} not read`;
    case "unknown-column":
      return `The column "${facts.column}" is not known, so ${facts.rows === 0 ? "its cells are" : sayRows(facts.rows)} not read`;
    case "unknown-status": {
      const did = sayGuess(facts.guess);
      return `"${facts.status}" is not a status${did === "" ? "" : `.${did}`}`;
    }
    case "missing-columns": {
      const names = joinWords(
        facts.columns.map((name) => `"${name}"`),
        "and",
      );
      const are = facts.columns.length === 1 ? `column ${names} is` : `columns ${names} are`;
      return `The ${are} missing, so ${sayRows(facts.rows)} not read`;
    }
    case "repeated-column":
      return `The column "${facts.column}" stands twice, and only the first is read`;
    case "too-many-cells":
      return `This row has ${facts.cells} cells and the table has ${facts.columns} columns, so the row is not read`;
    case "empty-cell":
      return facts.rows === 1
        ? `This row has no ${facts.column}, so it is not read`
        : `This row and ${facts.rows - 1} more have no ${facts.column}, so they are not read`;
  }
}

function sayRows(rows: number): string {
  if (rows === 0) return "rows are";
  return rows === 1 ? "1 row is" : `${rows} rows are`;
}

function sayHelp(facts: CsvFacts): string {
  switch (facts.problem) {
    case "empty":
      return "Begin with the line: measure,period,value";
    case "no-header":
      return "Add the line measure,period,value above it, with commas or semicolons between the columns";
    case "unknown-column":
      return facts.suggestion === undefined
        ? `Rename it to one of ${joinWords(CSV_COLUMNS, "or")}, or delete it`
        : `Rename it "${facts.suggestion}"`;
    case "unknown-status": {
      const listed = sayListed(facts.guess);
      return listed === undefined ? "Correct the word" : `Use one of ${listed}`;
    }
    case "missing-columns":
      return facts.columns.length === 1 ? "Add it to the first line" : "Add them to the first line";
    case "repeated-column":
      return "Rename or delete one of them";
    case "too-many-cells":
      return "Put quotes around a cell that holds a comma, and write 3,340 as 3340";
    case "empty-cell":
      return `Write the ${facts.column} in every row`;
  }
}

function correctStatus({ finding, facts }: FixContext<CsvFacts>): Fix[] {
  if (facts.problem !== "unknown-status" || facts.guess.kind !== "one") return [];
  const { id } = facts.guess.best;
  const edits = [{ file: finding.file, span: finding.span, newText: id }];
  return [{ title: `Write ${id}`, safety: "unsafe", edits }];
}

function renameColumn({ finding, facts }: FixContext<CsvFacts>): Fix[] {
  if (facts.problem !== "unknown-column" || facts.suggestion === undefined) return [];
  const edits = [{ file: finding.file, span: finding.span, newText: facts.suggestion }];
  return [{ title: `Rename the column to "${facts.suggestion}"`, safety: "unsafe", edits }];
}
