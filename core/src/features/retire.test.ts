import assert from "node:assert/strict";
import { createLookup } from "../lookup/lookup.ts";
import { applyFileEdits } from "../testing/applyRename.ts";
import { analyseFixture, testEngine } from "../testing/checkFindings.ts";
import { analyse } from "../workspace/analyse.ts";
import { retire } from "./retire.ts";

const WORKSPACE = `
#- trust.strategy.yaml
# Ours, for three years.
title: Ours # working title
period: 2026/27 to 2028/29
aims:
  quality:
    title: Quality # first
    objectives:
      access: {title: Access, done-when: It is open} # soon
      waits:
        # How long people wait.
        title: 'Cut waits' # in weeks

        done-when: Nobody waits
  people: "People first" # and last
#- care.measures.yaml
measures:
  dtoc: {title: Delays}
  no-criteria-to-reside: {title: No criteria to reside}
  gone: {title: Gone, retired: {on: 2026-03-31, because: It was replaced}}
  turnover:
    title: Turnover
    scopes: {cmht: {title: In teams}}
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
supports: [access]
objectives:
  dtoc: {title: Fewer delays, done-when: The record is shared}
#- care.actuals.csv
measure,period,value
dtoc,2026-04,9
`;

interface Words {
  readonly because?: string;
  readonly on?: string;
  readonly replacedBy?: string;
}

function retiring(id: string, { because = "It was replaced", on, replacedBy }: Words = {}, text = WORKSPACE) {
  const analysis = analyseFixture(text);
  const find = (wanted: string) => {
    const item = analysis.model.items.find(({ id: known, kind }) => `${kind}:${known}` === wanted);
    assert.ok(item, wanted);
    return item;
  };
  const item = find(id);
  const result = retire(createLookup(analysis), item, {
    because,
    ...(on === undefined ? {} : { on }),
    ...(replacedBy === undefined ? {} : { replacedBy: find(replacedBy) }),
  });
  if ("refused" in result) return { refused: result.refused, text: "", retired: undefined, errors: [] };
  const after = analyse(applyFileEdits(analysis.workspace, result.edits), testEngine);
  const now = after.model.items.find((one) => one.id === item.id && one.kind === item.kind);
  const known = new Set(analysis.findings.map(({ fingerprint }) => fingerprint));
  const errors = after.findings
    .filter(({ severity, fingerprint }) => severity === "error" && !known.has(fingerprint))
    .map(({ rule }) => rule);
  return {
    refused: undefined,
    text: after.workspace.files.get(item.file)?.text ?? "",
    retired: now?.retired,
    errors,
  };
}

/** The one stretch of the text that is new; everything else must be as it was. */
function added(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  assert.equal(after.length - before.length, after.length - end - start, "something was taken out");
  return after.slice(start, after.length - end);
}

function textOf(path: string): string {
  return analyseFixture(WORKSPACE).workspace.files.get(path)?.text ?? "";
}

describe("retire", () => {
  it("B68 writes the end below the title, and nothing else changes", () => {
    const { text, retired, errors } = retiring("objective:trust/waits", { on: "2026-10-31" });
    assert.equal(
      added(textOf("trust.strategy.yaml"), text),
      "        retired:\n          on: 2026-10-31\n          because: It was replaced\n",
    );
    assert.match(text, /title: 'Cut waits' # in weeks\n {8}retired:\n/);
    assert.deepEqual(retired, { on: "2026-10-31", because: "It was replaced" });
    assert.deepEqual(errors, []);
  });

  it("takes the day of the analysis where none is given, and the file itself where that ended", () => {
    const { text, retired } = retiring("strategy:trust");
    assert.match(text, /^# Ours.*\ntitle: Ours # working title\nretired:\n {2}on: 2026-11-21\n/);
    assert.equal(retired?.on, "2026-11-21");
  });

  it("stays between braces, with quotes where the reason needs them", () => {
    const { text, retired } = retiring("objective:trust/access", { because: "Merged, see [waits]" });
    assert.match(
      text,
      /access: \{title: Access, retired: \{on: 2026-11-21, because: "Merged, see \[waits\]"\}, done-when: It is open\} # soon\n/,
    );
    assert.equal(retired?.because, "Merged, see [waits]");
  });

  it("turns a title into a map", () => {
    const { text, retired } = retiring("aim:trust/people", { because: "Done: all of it" });
    assert.match(
      text,
      /people:\n {4}title: "People first" # and last\n {4}retired:\n {6}on: 2026-11-21\n {6}because: "Done: all of it"\n$/,
    );
    assert.deepEqual(retired, { on: "2026-11-21", because: "Done: all of it" });
  });

  it("names what takes the place by the shortest name that means it", () => {
    const measure = retiring("measure:dtoc", { replacedBy: "measure:no-criteria-to-reside" });
    assert.match(measure.text, /replaced-by: no-criteria-to-reside\}\}\n/);
    const inDocument = retiring("objective:trust/waits", { replacedBy: "objective:trust/access" });
    assert.match(inDocument.text, /replaced-by: access\n/);
    const elsewhere = retiring("objective:digital/dtoc", { replacedBy: "objective:trust/waits" });
    assert.match(elsewhere.text, /replaced-by: trust\/waits\}/);
    assert.deepEqual([measure.errors, inDocument.errors, elsewhere.errors], [[], [], []]);
    const scope = retiring("scope:turnover@cmht");
    assert.match(scope.text, /cmht: \{title: In teams, retired: \{/);
  });

  it("keeps the line ends of the file", () => {
    const { text } = retiring("objective:trust/waits", {}, WORKSPACE.replaceAll("\n", "\r\n"));
    assert.match(
      text,
      /# in weeks\r\n {8}retired:\r\n {10}on: 2026-11-21\r\n {10}because: It was replaced\r\n\r\n/,
    );
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it("refuses in one sentence what cannot end so", () => {
    const refused = (id: string, words: Words = {}, text?: string) => retiring(id, words, text).refused;
    assert.equal(
      refused("measure:gone"),
      'Measure "Gone" ended already on 2026-03-31: change its "retired" in care.measures.yaml, line 4',
    );
    assert.equal(
      refused("measure:dtoc", { on: "31/03/2026" }),
      '"31/03/2026" is not a date: write year, month and day, such as 2026-11-21',
    );
    assert.equal(
      refused("measure:dtoc", { because: " " }),
      'A thing that ends needs a reason: say why measure "Delays" ended',
    );
    assert.equal(
      refused("measure:dtoc", { replacedBy: "measure:dtoc" }),
      'Measure "Delays" cannot take its own place: name another measure',
    );
    assert.equal(
      refused("measure:dtoc", { replacedBy: "measure:gone" }),
      'Measure "Gone" has ended itself, so it takes nobody\'s place: name one that is in force',
    );
    assert.equal(
      refused("measure:dtoc", { replacedBy: "scope:turnover@cmht" }),
      'Scope "In teams" cannot take the place of measure "Delays": name another measure',
    );
    assert.equal(
      refused("actuals:care"),
      'Actuals "care" is a record, and actuals do not end: leave it as it is',
    );
    assert.equal(
      refused("aim:trust/people", {}, WORKSPACE.replace("done-when: Nobody", "done-when: [Nobody")),
      "trust.strategy.yaml cannot be read whole, so nothing is added to it: repair it first",
    );
  });
});
