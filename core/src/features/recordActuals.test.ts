import assert from "node:assert/strict";
import { createLookup } from "../lookup/lookup.ts";
import { applyFileEdits } from "../testing/applyRename.ts";
import { analyseFixture, testEngine } from "../testing/checkFindings.ts";
import { analyse } from "../workspace/analyse.ts";
import { textFile, withFile } from "../workspace/workspace.ts";
import type { GivenValue } from "./recordActuals/record.ts";
import { type RecordRequest, recordActuals } from "./recordActuals.ts";

const MEASURES = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, lead: Chair, measures: [waits, seen, grade, open, turnover]}
#- trust.organisation.yaml
title: Trust
#- care.measures.yaml
measures:
  waits: {title: Waits, unit: weeks, formerly: [delays]}
  seen: {title: Seen in time, unit: percent}
  grade: {title: Grade, levels: [Poor, Good]}
  open: {title: It is open, unit: yes-no}
  turnover: {title: Turnover, unit: percent, scopes: {cmht: {title: In teams}}}
  gone: {title: Gone, retired: {on: 2026-03-31, because: Over}}
`;

function recording(
  files: string,
  request: Omit<RecordRequest, "values"> & { values: readonly GivenValue[] },
) {
  const analysis = analyseFixture(MEASURES + files);
  const result = recordActuals(createLookup(analysis), request);
  if ("refused" in result) return { refused: result.refused, text: () => "", errors: [], result: undefined };
  const edited = applyFileEdits(analysis.workspace, result.edits);
  const { createFile } = result;
  const workspace =
    createFile === undefined ? edited : withFile(edited, textFile(createFile.path, createFile.text));
  const known = new Set(analysis.findings.map(({ fingerprint }) => fingerprint));
  const errors = analyse(workspace, testEngine)
    .findings.filter(({ severity, fingerprint }) => severity === "error" && !known.has(fingerprint))
    .map(({ rule, message }) => `${rule}: ${message}`);
  return { refused: undefined, text: (path: string) => workspace.files.get(path)?.text, errors, result };
}

function check(
  before: string,
  request: Omit<RecordRequest, "values" | "period"> & { period?: string; values: readonly GivenValue[] },
  after: string,
): void {
  const path = /^#- (\S+)/.exec(before)?.[1] ?? "";
  for (const eol of ["\n", "\r\n"]) {
    const newline = before.indexOf("\n");
    const file = before.slice(0, newline + 1) + before.slice(newline + 1).replaceAll("\n", eol);
    const { refused, text, errors } = recording(file, { period: "2026-06", ...request });
    assert.equal(refused, undefined);
    assert.equal(text(path), after.replaceAll("\n", eol));
    assert.deepEqual(errors, []);
  }
}

const waits = (value: string): GivenValue => ({ measure: "waits", value });

describe("recordActuals in YAML", () => {
  it("B68 adds a period in order, in the style that stands there, comments kept", () => {
    check(
      "#- a.actuals.yaml\n# Ours.\nmeasures:\n  waits: # in weeks\n    2026-04: 9\n    2026-05: {value: 8} # good\n    2026-07: 7\n  seen: {2026-04: 95}\n",
      { values: [waits("8.5"), { measure: "seen", value: "96" }] },
      "# Ours.\nmeasures:\n  waits: # in weeks\n    2026-04: 9\n    2026-05: {value: 8} # good\n    2026-06: 8.5\n    2026-07: 7\n  seen: {2026-04: 95, 2026-06: 96}\n",
    );
    check(
      "#- a.actuals.yaml\nmeasures:\n  waits:\n    '2026-07': 7\n    '2026-05': 8\n",
      { values: [{ ...waits("8"), note: "Counted: twice" }] },
      "measures:\n  waits:\n    '2026-07': 7\n    '2026-06': {value: 8, note: \"Counted: twice\"}\n    '2026-05': 8\n",
    );
  });

  it("adds measures that have no values yet, several at once", () => {
    const values = [
      { measure: "grade", value: "good" },
      { measure: "turnover@cmht", value: "12%" },
      { measure: "open", value: "Yes" },
    ];
    check(
      "#- a.actuals.yaml\nmeasures:\n  waits:\n    2026-05: 8\n",
      { values },
      "measures:\n  waits:\n    2026-05: 8\n  grade:\n    2026-06: Good\n  turnover@cmht:\n    2026-06: 12\n  open:\n    2026-06: yes\n",
    );
    check(
      "#- a.actuals.yaml\nmeasures:\n  waits: {2026-05: 8}\n",
      { values: values.slice(0, 2) },
      "measures:\n  waits: {2026-05: 8}\n  grade: {2026-06: Good}\n  turnover@cmht: {2026-06: 12}\n",
    );
    check(
      "#- a.actuals.yaml\ntitle: Values\n",
      { values: [waits("8")] },
      "title: Values\nmeasures:\n  waits:\n    2026-06: 8\n",
    );
    check(
      "#- a.actuals.yaml\nmeasures: # none yet\n",
      { values: [waits("8")] },
      "measures: # none yet\n  waits:\n    2026-06: 8\n",
    );
  });

  it("fills what is pending, and replaces what stands there only when asked to", () => {
    const pending =
      "#- a.actuals.yaml\nmeasures:\n  waits:\n    2026-05: 8\n    2026-06: {status: pending, note: From wards} # soon\n";
    check(
      pending,
      { values: [waits("8")] },
      "measures:\n  waits:\n    2026-05: 8\n    2026-06: {value: 8, note: From wards} # soon\n",
    );
    const full =
      "#- a.actuals.yaml\nmeasures:\n  waits:\n    2026-06:\n      # As counted.\n      value: 9\n      numerator: 90\n      denominator: 10\n      status: provisional\n      note: From wards\n  seen: {2026-06: 90}\n";
    const values = [waits("8"), { measure: "seen", value: "91", status: "provisional" }];
    assert.equal(
      recording(full, { period: "2026-06", values }).refused,
      'Measure "Waits" has 9 for 2026-06 already (a.actuals.yaml, line 5): say that it is to be replaced',
    );
    check(
      full,
      { values, standing: "replace" },
      "measures:\n  waits:\n    2026-06:\n      # As counted.\n      value: 8\n      note: From wards\n  seen: {2026-06: {value: 91, status: provisional}}\n",
    );
  });

  it("makes a file where there is none", () => {
    const { text, errors, result } = recording("", {
      period: "2026/27 Q1",
      values: [waits("8"), { measure: "seen", status: "not-available", note: "The system was down" }],
    });
    assert.equal(result?.createFile?.path, "trust.actuals.yaml");
    assert.equal(
      text("trust.actuals.yaml"),
      "measures:\n  waits:\n    2026/27 Q1: 8\n  seen:\n    2026/27 Q1: {status: not-available, note: The system was down}\n",
    );
    assert.deepEqual(errors, []);
  });
});

describe("recordActuals in a table", () => {
  it("joins the rows of a measure, with their quoting, columns and line ends", () => {
    check(
      '#- a.actuals.csv\nmeasure,note,period,value\nseen,,2026-05,91\nwaits,"as counted","2026-05",9\nwaits,,"2026-07",7\nopen,,2026-05,yes\n',
      {
        values: [
          { ...waits("8"), note: 'So "they", say' },
          { measure: "open", value: "no" },
        ],
      },
      'measure,note,period,value\nseen,,2026-05,91\nwaits,"as counted","2026-05",9\nwaits,"So ""they"", say","2026-06",8\nwaits,,"2026-07",7\nopen,,2026-05,yes\nopen,,2026-06,no\n',
    );
  });

  it("adds rows at the end where the table goes by period, and where nothing tells", () => {
    check(
      "#- a.actuals.csv\nmeasure;period;value\nwaits;2026-04;9\nseen;2026-04;91\nwaits;2026-05;9\nseen;2026-05;92",
      { values: [waits("8"), { measure: "seen", value: "93%" }] },
      "measure;period;value\nwaits;2026-04;9\nseen;2026-04;91\nwaits;2026-05;9\nseen;2026-05;92\nwaits;2026-06;8\nseen;2026-06;93",
    );
    check(
      "#- a.actuals.csv\nmeasure,period,value\n",
      { values: [waits("8")] },
      "measure,period,value\nwaits,2026-06,8\n",
    );
  });

  it("writes scopes as the table does, and adds a column where one is needed", () => {
    check(
      "#- a.actuals.csv\nmeasure,scope,period,value\nturnover,cmht,2026-05,12\n\n",
      { values: [{ measure: "turnover@cmht", value: "11", status: "provisional" }] },
      "measure,scope,period,value,status\nturnover,cmht,2026-05,12\nturnover,cmht,2026-06,11,provisional\n\n",
    );
    check(
      "#- a.actuals.csv\nmeasure,period,value\nturnover@cmht,2026-05,12\n",
      { values: [{ measure: "turnover@cmht", value: "11" }] },
      "measure,period,value\nturnover@cmht,2026-05,12\nturnover@cmht,2026-06,11\n",
    );
  });

  it("replaces cells only when asked to", () => {
    const before =
      '#- a.actuals.csv\nmeasure,period,value,numerator,status,note\nwaits,2026-05,9\nwaits,2026-06,"9",90,provisional,kept\nseen,2026-06,,,pending\n';
    const values = [waits("8"), { measure: "seen", value: "91", note: "late" }];
    assert.equal(
      recording(before, { period: "2026-06", values }).refused,
      'Measure "Waits" has 9 for 2026-06 already (a.actuals.csv, line 3): say that it is to be replaced',
    );
    check(
      before,
      { values, standing: "replace" },
      'measure,period,value,numerator,status,note\nwaits,2026-05,9\nwaits,2026-06,"8",,,kept\nseen,2026-06,91,,,late\n',
    );
  });
});

describe("recordActuals", () => {
  it("goes where the values of a measure stand, under the name that the file has for it", () => {
    const files =
      "#- a.actuals.yaml\nmeasures:\n  delays:\n    2026-05: 8\n#- b.actuals.csv\nmeasure,period,value\nseen,2026-05,91\nseen,2026-04,90\n";
    const { text, errors } = recording(files, {
      period: "2026-06",
      values: [waits("7"), { measure: "seen", value: "92" }, { measure: "grade", value: "Poor" }],
    });
    assert.equal(text("a.actuals.yaml"), "measures:\n  delays:\n    2026-05: 8\n    2026-06: 7\n");
    assert.equal(
      text("b.actuals.csv"),
      "measure,period,value\nseen,2026-06,92\nseen,2026-05,91\nseen,2026-04,90\ngrade,2026-06,Poor\n",
    );
    assert.deepEqual(errors, []);
    const even =
      "#- a.actuals.yaml\nmeasures: {waits: {2026-05: 8}}\n#- b.actuals.csv\nmeasure,period,value\nseen,2026-05,91\n";
    const grade = [{ measure: "grade", value: "Poor" }];
    assert.equal(
      recording(even, { period: "2026-06", values: grade }).refused,
      "Several files hold recorded values (a.actuals.yaml, b.actuals.csv): say in which",
    );
    assert.match(
      recording(even, { period: "2026-06", values: grade, in: "a" }).text("a.actuals.yaml") ?? "",
      /^measures: \{waits: \{2026-05: 8\}, grade: \{2026-06: Poor\}\}\n$/,
    );
  });

  it("takes a figure only as the check would read it", () => {
    const refused = (given: GivenValue, period = "2026-06") =>
      recording("", { period, values: [given] }).refused;
    assert.match(refused(waits("95%")) ?? "", /^"95%" is not a value of measure "Waits": /);
    assert.match(refused(waits("many")) ?? "", /^"many" is not a value of measure "Waits": /);
    assert.equal(
      refused({ measure: "grade", value: "Bad" }),
      '"Bad" is not a level of measure "Grade" (Poor, Good): use one of these, or add it to "levels"',
    );
    assert.match(
      refused({ ...waits("8"), status: "pending" }) ?? "",
      /^"8" stands beside the status "pending"/,
    );
    assert.match(
      refused(waits("8"), "2026-13") ?? "",
      /^"2026-13" is not a period, because a year has 12 months: /,
    );
    assert.equal(
      refused(waits("8"), "2027-04"),
      "2027-04 begins after 2026-11-21, so no value is known: check the period",
    );
    assert.equal(
      refused(waits("8"), "from 2026"),
      '"from 2026" is no one period: write a year, quarter, month or day',
    );
    assert.equal(
      refused({ measure: "nobody", value: "8" }),
      'No measure has the id "nobody": name one that is defined',
    );
    assert.equal(
      refused({ measure: "gone", value: "8" }),
      'Measure "Gone" has ended: record values of a measure in force',
    );
    assert.equal(
      refused({ measure: "waits" }),
      'Measure "Waits" has no value here: write a figure, or say that it is not available',
    );
    const { text } = recording("", {
      period: "2026-27",
      values: [{ ...waits("3,340"), numerator: "6,680", denominator: "2" }],
    });
    assert.equal(
      text("trust.actuals.yaml"),
      "measures:\n  waits:\n    2026/27: {value: 3340, numerator: 6680, denominator: 2}\n",
    );
  });
});
