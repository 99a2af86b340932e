import assert from "node:assert/strict";
import { type Baseline, type KnownFinding, readBaseline, writeBaseline } from "./baseline.ts";

const FINDINGS: readonly KnownFinding[] = [
  { rule: "measure/target-undated", item: "dtoc", field: "targets.end" },
  { rule: "ref/not-found", item: "kmpt-2017/patient-flow", field: "measures", value: "readmision" },
  { rule: "text/pasted", path: "a.strategy.yaml", value: 'a "b" {c}\n\u00e9' },
  { rule: "text/pasted", path: "a.strategy.yaml", value: 'a "b" {c}\n\u00e9', number: 2 },
  { rule: "trace/objective-unmeasured", item: "kmpt-2017/research" },
];

const TEXT = `{"version": 1, "findings": [
{"rule": "measure/target-undated", "item": "dtoc", "field": "targets.end"},
{"rule": "ref/not-found", "item": "kmpt-2017/patient-flow", "field": "measures", "value": "readmision"},
{"rule": "text/pasted", "path": "a.strategy.yaml", "value": "a \\"b\\" {c}\\n\u00e9"},
{"rule": "text/pasted", "path": "a.strategy.yaml", "value": "a \\"b\\" {c}\\n\u00e9", "number": 2},
{"rule": "trace/objective-unmeasured", "item": "kmpt-2017/research"}
]}
`;

function known({ entries }: Baseline): KnownFinding[] {
  return entries.map(({ span, ...finding }) => finding);
}

/** The cause, and what is marked. */
function faultIn(text: string): string | undefined {
  const { fault } = readBaseline(text);
  return fault === undefined ? undefined : `${fault.cause}: ${text.slice(fault.span.start, fault.span.end)}`;
}

describe("writing a baseline", () => {
  it("makes one sorted line of each finding, once", () => {
    assert.equal(writeBaseline([...FINDINGS].reverse().concat(FINDINGS)), TEXT);
    assert.equal(writeBaseline([]), '{"version": 1, "findings": [\n]}\n');
  });
});

describe("reading a baseline", () => {
  it("gives back what was written", () => {
    const read = readBaseline(TEXT);
    assert.equal(read.fault, undefined);
    assert.deepEqual(known(read), FINDINGS);
    for (const { span, rule } of read.entries)
      assert.equal(JSON.parse(TEXT.slice(span.start, span.end)).rule, rule);
    assert.deepEqual(readBaseline(writeBaseline([])), { entries: [] });
  });

  it("takes any layout, and keys that came later", () => {
    const spread = JSON.stringify(
      { findings: FINDINGS.map((one) => ({ ...one, since: "x" })), version: 1 },
      null,
      "\t",
    );
    const read = readBaseline(spread.replaceAll("\n", "\r\n"));
    assert.equal(read.fault, undefined);
    assert.deepEqual(known(read), FINDINGS);
  });

  it("keeps every line that can be read, and marks what cannot", () => {
    const [head = "", a = "", b = "", , , last = "", end = ""] = TEXT.split("\n");
    const broken = [head, a, `${b.slice(0, 40)}`, last, end, ""].join("\n");
    assert.deepEqual(known(readBaseline(broken)), [FINDINGS[0], FINDINGS[4]]);
    assert.equal(faultIn(broken), `broken: ${b.slice(0, 40)}`);
    const without = [head, a.slice(0, -1), last, end, ""].join("\n");
    assert.deepEqual(known(readBaseline(without)), [FINDINGS[0], FINDINGS[4]]);
    assert.equal(faultIn(without), `broken: ${last}`);
    assert.equal(faultIn([head, a, last, ""].join("\n")), "broken: }");
    assert.equal(faultIn([head, a, last, "]", ""].join("\n")), "broken: ]");
    assert.equal(faultIn(`[\n${last}\n]}`), "broken: [");
  });

  it("counts both sides of a merge, and says that it is one", () => {
    const [head = "", a = "", b = "", , , last = "", end = ""] = TEXT.split("\n");
    const text = [head, "<<<<<<< ours", a, "=======", b, ">>>>>>> theirs", last, end, ""].join("\n");
    assert.deepEqual(known(readBaseline(text)), [FINDINGS[0], FINDINGS[1], FINDINGS[4]]);
    assert.equal(faultIn(text), "conflict: <<<<<<< ours");
  });

  it("says of an entry that it names no finding", () => {
    const entries = [
      '{"rule": "a/b"}',
      '{"item": "x"}',
      '{"rule": "a/b", "item": "x", "path": "y"}',
      '{"rule": 1, "item": "x"}',
      '{"rule": "a/b", "item": "x", "number": 1}',
      "{}",
    ];
    for (const entry of entries) {
      const text = `{"version": 1, "findings": [\n${entry},\n{"rule": "a/b", "item": "z"}\n]}\n`;
      assert.equal(faultIn(text), `entry: ${entry}`);
      assert.deepEqual(known(readBaseline(text)), [{ rule: "a/b", item: "z" }]);
    }
  });

  it("says that it is of a later version, or no baseline at all", () => {
    assert.equal(faultIn('{"version": 2, "findings": [\n]}\n'), 'newer: {"version": 2, "findings": [');
    for (const text of [
      '{"version": 1}',
      "[]",
      "7",
      '{"version": "1", "findings": []}',
      '{"version": 1, "findings": {}}',
    ])
      assert.equal(faultIn(text), `form: ${text}`);
    assert.equal(faultIn('{"version": 1, "findings": ["x"]}'), 'entry: {"version": 1, "findings": ["x"]}');
    assert.equal(faultIn(""), "broken: ");
  });

  it("does not take longer than its text is long", () => {
    for (const piece of ['{"', '{"\\"', "{", '"', "{}", '{"a":"']) {
      const text = piece.repeat(200_000);
      const start = Date.now();
      readBaseline(text);
      assert.ok(Date.now() - start < 2000, piece);
    }
  });
});
