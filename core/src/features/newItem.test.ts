import assert from "node:assert/strict";
import { createLookup } from "../lookup/lookup.ts";
import { FILE_KINDS } from "../model/fileName.ts";
import { applyFileEdits } from "../testing/applyRename.ts";
import { analyseFixture, testEngine } from "../testing/checkFindings.ts";
import { analyse } from "../workspace/analyse.ts";
import { textFile, withFile } from "../workspace/workspace.ts";
import { newFile } from "./newFile.ts";
import { NEW_ITEM_KINDS, type NewItemKind } from "./newItem/homes.ts";
import { type NewRequest, newItem } from "./newItem.ts";

const WORKSPACE = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: Quality # first
    objectives:
      access:
        title: Access
        done-when: It is open
  people: People first
capabilities: {}
#- a.organisation.yaml
title: A
teams:
  one: One
#- care.measures.yaml
measures:
    waits: {title: Waits, formerly: [delays]}
#- 2027-28.delivery-plan.yaml
title: Plan
strategy: trust
period: 2027/28
priorities:
  front-door:
    title: Front door
    actions:
      open: {title: Open, lead: one}
`;

function made(kind: NewItemKind, request: NewRequest, within?: string) {
  const analysis = analyseFixture(WORKSPACE);
  const lookup = createLookup(analysis);
  const parent = within === undefined ? undefined : analysis.model.items.find(({ id }) => id === within);
  const result = newItem(lookup, kind, request, parent);
  if ("refused" in result) return result;
  const after = analyse(applyFileEdits(analysis.workspace, result.edits), testEngine);
  const item = after.model.items.find(({ id, kind: of }) => id === result.id && of === kind);
  return { ...result, item, after, texts: (path: string) => after.workspace.files.get(path)?.text ?? "" };
}

describe("newItem", () => {
  it("B7 writes required keys only, at the end of where it belongs", () => {
    const result = made("objective", { title: "Cut waiting: all clinics" }, "trust/quality");
    assert.ok(!("refused" in result));
    assert.equal(result.id, "trust/cut-waiting-all-clinics");
    assert.match(
      result.texts("trust.strategy.yaml"),
      /done-when: It is open\n {6}cut-waiting-all-clinics:\n {8}title: "Cut waiting: all clinics"\n {2}people/,
    );
  });

  it("turns a title into a map where something is to stand in it", () => {
    const result = made("objective", { title: "Grow" }, "trust/people");
    assert.ok(!("refused" in result));
    assert.match(
      result.texts("trust.strategy.yaml"),
      /people:\n {4}title: People first\n {4}objectives:\n {6}grow:\n {8}title: Grow\n/,
    );
    assert.equal(result.item?.title, "Grow");
  });

  it("finds the one place itself, with the file's own step, and a free id", () => {
    const measure = made("measure", { title: "Waits" });
    assert.ok(!("refused" in measure));
    assert.match(measure.texts("care.measures.yaml"), /\n {4}waits-2:\n {8}title: Waits\n$/);
    const team = made("team", { title: "Two, and more" });
    assert.ok(!("refused" in team));
    assert.match(team.texts("a.organisation.yaml"), /\n {2}two-and-more: Two, and more\n$/);
  });

  it("makes every kind of item, and nothing that it makes is an error of reading", () => {
    const within: Partial<Record<NewItemKind, string>> = {
      objective: "trust/quality",
      milestone: "2027-28/front-door/open",
    };
    for (const kind of NEW_ITEM_KINDS) {
      const result = made(kind, { title: "Something new" }, within[kind]);
      assert.ok(!("refused" in result), "refused" in result ? result.refused : "");
      assert.equal(result.item?.title, "Something new", kind);
      const before = analyseFixture(WORKSPACE).findings.filter(({ rule }) =>
        /^(yaml|schema|ref)\//.test(rule),
      );
      assert.deepEqual(
        result.after.findings.filter(({ rule }) => /^(yaml|schema|ref)\//.test(rule)).length,
        before.length,
        kind,
      );
    }
  });

  it("refuses ids that are ill-formed or taken, and asks where there are several places", () => {
    const refused = (kind: NewItemKind, request: NewRequest, within?: string) => {
      const result = made(kind, request, within);
      return "refused" in result ? result.refused : "made";
    };
    assert.match(refused("measure", { id: "Waits" }), /^"Waits" is not an id: .* such as waits$/);
    assert.match(
      refused("measure", { id: "waits" }),
      /already the id of measure "Waits" \(care.measures.yaml, line 2\)/,
    );
    assert.match(refused("measure", { id: "delays" }), /a former id of measure "Waits"/);
    assert.match(
      refused("objective", { title: "X" }),
      /^An objective can stand in several things \(trust\/quality, trust\/people\): say in which$/,
    );
    assert.match(
      refused("aim", { title: "X" }, "trust/quality"),
      /^An aim cannot stand in aim "Quality": name a strategy$/,
    );
  });
});

describe("newFile", () => {
  it("gives a file of every kind that can be read, and names what is there", () => {
    for (const kind of FILE_KINDS) {
      const analysis = analyseFixture(WORKSPACE);
      const result = newFile(createLookup(analysis), kind, { title: "Next: part 2" });
      assert.ok(!("refused" in result), "refused" in result ? result.refused : "");
      const { path, text } = result.createFile;
      assert.equal(path, `next-part-2.${kind}.yaml`);
      const after = analyse(withFile(analysis.workspace, textFile(path, text)), testEngine);
      const own = after.findings.filter(
        ({ file, severity, rule }) => file === path && severity === "error" && !rule.startsWith("trace/"),
      );
      // The example's measure has no library here; a report names a plan.
      assert.deepEqual(
        own.filter(({ rule }) => rule !== "ref/not-found").map(({ message }) => message),
        [],
        kind,
      );
      if (kind !== "actuals") assert.deepEqual(own, [], kind);
    }
  });

  it("refuses what is there already", () => {
    const lookup = createLookup(analyseFixture(WORKSPACE));
    assert.deepEqual(newFile(lookup, "strategy", { id: "trust" }), {
      refused: '"trust" is already the id of strategy "Ours" (trust.strategy.yaml, line 1): choose another',
    });
    assert.deepEqual(newFile(lookup, "measures", { id: "care" }), {
      refused: "The file care.measures.yaml exists already: choose another id",
    });
  });
});
