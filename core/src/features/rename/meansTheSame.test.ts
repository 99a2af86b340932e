// What is proved from names alone must be what reading the changed texts again says: names in the same words in several
// documents, swapped by chance, are renamed to each other's.

import assert from "node:assert/strict";
import fc from "fast-check";
import type { FileEdit } from "../../findings/finding.ts";
import { createLookup, type Lookup } from "../../lookup/lookup.ts";
import { parseFileName } from "../../model/fileName.ts";
import type { Item, Reference } from "../../model/items.ts";
import { project } from "../../model/project/project.ts";
import { readText } from "../../syntax/readText.ts";
import { testEngine } from "../../testing/checkFindings.ts";
import { exampleWorkspace } from "../../testing/exampleWorkspace.ts";
import { fixtureWorkspace, parseFixture } from "../../testing/fixture.ts";
import { applyEdits } from "../../text/edits.ts";
import { analyse } from "../../workspace/analyse.ts";
import { textFile, type Workspace, withFiles } from "../../workspace/workspace.ts";
import { rename } from "../rename.ts";
import { formerlyEdits } from "./formerlyEdits.ts";
import { changedMeaning } from "./meaning.ts";
import { meansTheSame } from "./meansTheSame.ts";
import { placesToEdit } from "./plan.ts";
import { refuseId } from "./refuseId.ts";
import { renamedTwins } from "./twins.ts";

/** The same words name things of two strategies, of their plans, and measures. */
const NAMES = ["access", "beds", "care", "flow", "rest", "staff", "waits"];

function family(id: string): string {
  return `#- ${id}.strategy.yaml
title: Strategy of ${id}
organisation: body
period: 2024/25 to 2028/29
aims:
  care:
    title: Better care
    objectives:
      access:
        title: Better access # for all
        aligns-to: [${id}/flow]
        measures:
          ${id}-waits:
            title: Waits
            formerly: [${id}-queue]
            scopes: {north: {targets: {2026/27: 9}}}
          beds:
      flow:
        title: 'Better flow'
        measures: [beds, ${id}-waits@north]
      rest: {title: Rest, retired: {because: Done, replaced-by: access}}
capabilities:
  staff:
    title: Staff
    formerly: [people]
#- ${id}-people.enabler-strategy.yaml
title: People
strategy: ${id}
supports: [access, ${id}/flow]
builds: [staff, people]
objectives:
  beds:
    title: Beds
    supports: [care]
actions:
  access:
    title: Access
    moves: [${id}-queue@north]
#- ${id}-plan.delivery-plan.yaml
title: Plan
strategy: ${id}
period: 2026/27
priorities:
  access:
    title: Access
    objectives: [access]
    actions:
      care:
        title: Care
        needs: [staff, beds/care]
      staff:
        title: Staff
        formerly: [hire]
        moves: [${id}-waits]
  beds:
    title: Beds
    objectives: [flow]
    actions:
      care:
        title: Care
        needs: [access/staff, hire]
    milestones:
      quick:
        title: Quick
        when: ${id}-waits at most 9
trajectory:
  ${id}-waits: {Q2: 10}
#- ${id}-q2.progress-report.yaml
title: Report
plan: ${id}-plan
period: 2026/27 Q2
items:
  access: {rag: green, summary: On course}
  beds/care: {rag: green, summary: On course}
  ${id}/flow: {rag: green, summary: On course}
  staff: {rag: red, summary: Nobody came}
  rest: {rag: amber, summary: Asked again}
#- ${id}.actuals.csv
measure,period,value,scope
${id}-waits,2025/26,9,
${id}-waits,2025/26,8,north
`;
}

const LIBRARY = `#- body.organisation.yaml
title: The body
teams: {nursing: Nursing}
#- care.measures.yaml
measures:
  beds:
    title: Beds
    unit: percent
  waits:
    title: Waits
    parts: [beds]
`;

const WORKSPACE = fixtureWorkspace(parseFixture(LIBRARY + family("alpha") + family("beta")));

/** Edits of a rename, as `planRename` makes them before it asks what they mean. */
function editsOf(lookup: Lookup, item: Item, newId: string, wasSaved: boolean) {
  const places = placesToEdit(lookup, item);
  const formerly = formerlyEdits(lookup, item, newId, { wasSaved: () => wasSaved });
  if ("refused" in formerly) return undefined;
  return {
    places,
    formerly,
    edits: [...places.map(({ file, span }) => ({ file, span, newText: newId })), ...formerly],
  };
}

function changedFiles({ analysis }: Lookup, edits: readonly FileEdit[]) {
  return [...new Set(edits.map(({ file }) => file))].map((path) => {
    const own = edits.filter(({ file }) => file === path);
    const text = applyEdits(analysis.workspace.files.get(path)?.text ?? "", own);
    return { path, newPath: path, text };
  });
}

/** Whether it was proved; what is proved must be true. */
function check(lookup: Lookup, item: Item, newId: string, wasSaved: boolean): boolean {
  if (newId === item.key || item.path.length === 0 || refuseId(lookup, item, newId) !== undefined)
    return false;
  const made = editsOf(lookup, item, newId, wasSaved);
  if (made === undefined || !meansTheSame(lookup, item, newId, made.places, made.formerly)) return false;
  const files = changedFiles(lookup, made.edits);
  const what = `${item.id} to ${newId}`;
  assert.equal(changedMeaning(lookup.analysis, files), undefined, what);
  const summary = lookup.summaryOf(item.file);
  const twins =
    summary && renamedTwins(lookup.model, summary, item, newId, made.places, made.formerly.length > 0);
  assert.ok(twins, what);
  for (const { path, text } of files) {
    const name = parseFileName(path);
    if (name === undefined) continue;
    const read = project(readText(path, text), name).items.map(namesOf);
    const reckoned: unknown[] = (lookup.summaryOf(path)?.items ?? []).map((one) => {
      const references = one.references.map((reference) => {
        const { key, on, path } = reference;
        return { key, on, path, text: twins.references.get(reference) ?? reference.text };
      });
      return namesOf({ ...(twins.items.get(one) ?? one), references });
    });
    assert.deepEqual(reckoned, read, `${what}: ${path}`);
  }
  return true;
}

/** All that linking goes by. */
function namesOf({ kind, key, id, parent, document, formerly, retired, references }: Item): object {
  const texts = references.map(
    (reference: Reference) => `${reference.key} ${reference.text} ${reference.on}`,
  );
  const hasEnded = retired !== undefined;
  return { kind, key, id, parent, document, formerly: [...formerly], hasEnded, texts };
}

/** Some names of one file in place of each other. */
function swapped(
  workspace: Workspace,
  swaps: readonly { file: number; at: number; to: string }[],
): Workspace {
  return swaps.reduce((made, { file, at, to }) => {
    const files = [...made.files.values()];
    const chosen = files[file % files.length];
    const words = chosen === undefined ? [] : [...chosen.text.matchAll(/[a-z]+(?:-[a-z]+)*/g)];
    const known = words.filter(([word]) => NAMES.includes(word.replace(/^(?:alpha|beta)-/, "")));
    const word = known[at % Math.max(1, known.length)];
    if (chosen === undefined || word === undefined) return made;
    const text = chosen.text.slice(0, word.index) + to + chosen.text.slice(word.index + word[0].length);
    return withFiles(made, [textFile(chosen.path, text)]);
  }, workspace);
}

describe("what a rename means by the names", function () {
  this.timeout(120_000);

  it("is what the new texts say, whatever names there are already", () => {
    const ids = [...NAMES, "alpha", "beta-plan", "alpha-waits", "people", "hire", "alpha-queue", "quite-new"];
    const swap = fc.record({ file: fc.nat(99), at: fc.nat(99), to: fc.constantFrom(...ids, "alpha/flow") });
    let [asked, proved] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(swap, { maxLength: 4 }),
        fc.constantFrom(...ids),
        fc.boolean(),
        (swaps, id, wasSaved) => {
          const lookup = createLookup(analyse(swapped(WORKSPACE, swaps), testEngine));
          for (const item of lookup.model.items) {
            asked += 1;
            if (check(lookup, item, id, wasSaved)) proved += 1;
          }
        },
      ),
      { numRuns: 150 },
    );
    // Most are refused before, or take names that stand in a changed file.
    assert.ok(proved > asked / 20, `${proved} of ${asked}`);
  });

  it("is told without the texts where nothing is odd", () => {
    for (const [lookup, fewest] of [
      [createLookup(analyse(WORKSPACE, testEngine)), 0.5],
      [createLookup(analyse(exampleWorkspace("kmpt"), testEngine)), 0.5],
    ] as const) {
      const items = lookup.model.items.filter(
        ({ path, file }) => path.length > 0 && !file.includes("organisation"),
      );
      const proved = items.filter((item) => check(lookup, item, "quite-new", false));
      assert.ok(proved.length >= fewest * items.length, `${proved.length} of ${items.length}`);
    }
  });

  it("is not told from a text in which the new name may be hidden", () => {
    const shapes: readonly [string, string][] = [
      ['  beds: {title: "\\x62eds"}', "an escape"],
      ["  beds: &b {title: Beds}\n  more: *b", "an alias"],
      ["  beds: {title: Beds, tags: [quite-new]}", "the name itself"],
      ["  beds: {title: Beds}\n  beds: {title: Beds}", "a key that is there twice"],
    ];
    for (const [text, what] of shapes) {
      const workspace = fixtureWorkspace(parseFixture(`#- care.measures.yaml\nmeasures:\n${text}\n`));
      const lookup = createLookup(analyse(workspace, testEngine));
      const item = lookup.model.items.find(({ key }) => key === "beds");
      assert.ok(item, what);
      const made = editsOf(lookup, item, "quite-new", false);
      assert.ok(made && !meansTheSame(lookup, item, "quite-new", made.places, made.formerly), what);
    }
  });

  it("is not told where a reference that cannot be edited would lead elsewhere", () => {
    const strategy = (measures: string) =>
      `#- a.strategy.yaml\ntitle: A\nperiod: 2026/27\nobjectives:\n  one: {title: One, measures: [beds]}\n  two:\n    title: Two\n    measures:${measures}\n`;
    const written: readonly [string, boolean][] = [
      [' ["beds"]', true],
      ["\n      - >-\n        beds", false],
      [' []\n#- b.strategy.yaml\ntitle: B\nperiod: 2026/27\nmeasures: ["bed\\x73"]', false],
    ];
    for (const [measures, isSame] of written) {
      const text = `${strategy(measures)}#- care.measures.yaml\nmeasures:\n  beds: {title: Beds}\n`;
      const lookup = createLookup(analyse(fixtureWorkspace(parseFixture(text)), testEngine));
      const item = lookup.model.items.find(({ key }) => key === "beds");
      const made = item && editsOf(lookup, item, "quite-new", false);
      assert.ok(item && made, measures);
      assert.equal(meansTheSame(lookup, item, "quite-new", made.places, made.formerly), isSame, measures);
      const meaning = changedMeaning(lookup.analysis, changedFiles(lookup, made.edits));
      assert.equal(meaning === undefined, isSame, measures);
    }
  });

  it("leaves what begins to mean something to the texts, which name the place", () => {
    const lookup = createLookup(
      analyse(swapped(WORKSPACE, [{ file: 5, at: 0, to: "quite-new" }]), testEngine),
    );
    const refused = lookup.model.items.flatMap((item) => {
      const result = rename(lookup, item, "quite-new");
      return "refused" in result ? [result.refused] : [];
    });
    assert.ok(
      refused.some((sentence) => /would begin to mean something/.test(sentence)),
      refused.join("\n"),
    );
  });
});
