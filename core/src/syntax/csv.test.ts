import assert from "node:assert/strict";
import { parseActualsCsv } from "./csv.ts";
import type { SourceFile } from "./tree.ts";

function parse(text: string): SourceFile {
  return parseActualsCsv("trust.actuals.csv", text);
}

function rows(file: SourceFile): unknown {
  if (file.root?.kind !== "list") return undefined;
  return file.root.items.map((row) =>
    row?.kind !== "map"
      ? undefined
      : Object.fromEntries(
          row.entries.flatMap(({ key, value }) =>
            value?.kind === "scalar" ? [[key.text, value.value]] : [],
          ),
        ),
  );
}

function refusals(file: SourceFile): string[] {
  return file.refusals.map(({ rule, place, facts }) => {
    assert.ok("span" in place);
    const problem =
      typeof facts === "object" && facts !== null && "problem" in facts ? ` ${facts.problem}` : "";
    return `${rule}${problem} ${JSON.stringify(file.text.slice(place.span.start, place.span.end))}`;
  });
}

describe("parseActualsCsv", () => {
  it("reads commas, quotes, CRLF, a byte order mark and empty cells", () => {
    const text =
      '\uFEFFmeasure,period,value,note\r\nturnover,2017/18 Q1,14.2,"a ""b"", c"\r\n\r\n"beds", 2018 ,"5",\r\n,,,\r\n';
    const file = parse(text);
    assert.deepEqual(refusals(file), []);
    assert.deepEqual(rows(file), [
      { measure: "turnover", period: "2017/18 Q1", value: 14.2, note: 'a "b", c' },
      { measure: "beds", period: 2018, value: 5 },
    ]);
    const first = file.root?.kind === "list" ? file.root.items[0] : undefined;
    const cells =
      first?.kind === "map" ? first.entries.map(({ span }) => text.slice(span.start, span.end)) : [];
    assert.deepEqual(cells, ["turnover", "2017/18 Q1", "14.2", '"a ""b"", c"']);
  });

  it("reads semicolons, and columns in capitals and in any order", () => {
    assert.deepEqual(rows(parse("Value;Measure;Period\n3;beds;2018\n")), [
      { value: 3, measure: "beds", period: 2018 },
    ]);
  });

  it("says which column is not known, which one was meant and what it costs", () => {
    const file = parse("measurement,period,value\nbeds,2018,3\nbeds,2019,4\n");
    assert.deepEqual(refusals(file), ['schema/csv unknown-column "measurement"']);
    assert.deepEqual(file.refusals[0]?.facts, {
      problem: "unknown-column",
      column: "measurement",
      rows: 2,
      suggestion: "measure",
    });
    assert.equal(file.root, undefined);
    assert.deepEqual(file.damaged, [{ start: 0, end: file.text.length }]);
    const more = parse("measure,period,value,colour\nbeds,2018,3,red\n");
    assert.deepEqual(refusals(more), ['schema/csv unknown-column "colour"']);
    assert.deepEqual(rows(more), [{ measure: "beds", period: 2018, value: 3 }]);
  });

  it("names all the columns that are missing at once", () => {
    const file = parse("measure,note\nbeds,x\n");
    assert.deepEqual(
      file.refusals.map(({ facts }) => facts),
      [{ problem: "missing-columns", columns: ["period", "value"], rows: 1 }],
    );
    assert.deepEqual(refusals(parse("")), ['schema/csv empty ""']);
    assert.deepEqual(refusals(parse("measure,period,value,value\n")), ['schema/csv repeated-column "value"']);
  });

  it("leaves out rows that a comma cut or that name no measure, and keeps the others", () => {
    const file = parse("measure,period,value\nbeds,2018,3,340\n,2018,5\nbeds,2019,4\n,2020,5\n");
    assert.deepEqual(refusals(file), ['schema/csv too-many-cells "340"', 'schema/csv empty-cell ",2018,5"']);
    assert.deepEqual(rows(file), [{ measure: "beds", period: 2019, value: 4 }]);
    assert.equal(file.damaged.length, 3);
  });

  it("an open quote costs its row only", () => {
    const file = parse('measure,period,value,note\nbeds,2018,3,"open\nbeds,2019,4,x\n');
    assert.deepEqual(refusals(file), ['yaml/unclosed "\\""']);
    assert.deepEqual(rows(file), [{ measure: "beds", period: 2019, value: 4, note: "x" }]);
  });

  it("knows merge conflicts, zeros and line ends of old Macs", () => {
    assert.deepEqual(refusals(parse("<<<<<<< a\n=======\n>>>>>>> b\n")), ['yaml/merge-conflict "<<<<<<< a"']);
    assert.deepEqual(refusals(parse("measure\0")), ['yaml/encoding "\\u0000"']);
    assert.deepEqual(refusals(parse("measure,period,value\rbeds,2018,3\r")), ['yaml/encoding "\\r"']);
  });
});
