// Edits of any kind in a workspace of several strategies: what is taken over of the files that an edit is not connected
// with is what a fresh run would say of them.

import assert from "node:assert/strict";
import fc from "fast-check";
import { testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { textFile, type Workspace, withFiles } from "./workspace.ts";

/** Each strategy with its own library, enabler strategy, plan and records; ids repeat from one to the other. */
function family(id: string): string {
  return `#- ${id}/${id}.strategy.yaml
title: Strategy of ${id}
organisation: body
period: 2024/25 to 2028/29
aims:
  care:
    title: Better care
    lead: nursing
    objectives:
      cut-waiting:
        title: Cut waiting
        measures: [${id}-waits, ${id}-beds]
      listen: {title: Listen to patients, measures: [${id}-voices]}
      retired-one: {title: Gone, retired: {on: 2025-01-01, because: Done, replaced-by: listen}}
#- ${id}/${id}.measures.yaml
measures:
  ${id}-waits:
    title: Weeks of waiting
    unit: weeks
    better: lower
    owner: finance
    baseline: {2024/25: 12}
    targets: {2026/27: 8, end: 4}
    scopes: {north: {targets: {2026/27: 9}}}
  ${id}-beds: {title: Beds in use, unit: percent, parts: [${id}-spare], targets: {2027/28: 85}}
  ${id}-spare: {title: Spare measure, unit: percent}
  ${id}-voices: {title: Voices heard, unit: people, targets: {2027/28: track}}
#- ${id}/${id}-people.enabler-strategy.yaml
title: People of ${id}
strategy: ${id}
supports: [care]
objectives:
  staff: {title: Enough staff, supports: [cut-waiting], measures: [${id}-waits@north]}
#- ${id}/${id}-2026-27.delivery-plan.yaml
title: Plan of ${id}
strategy: ${id}
period: 2026/27
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    actions:
      train: {title: Train, due: Q2, moves: [${id}-waits], needs: [hire]}
      hire: {title: Hire, due: Q1, by: nursing}
#- ${id}/${id}.actuals.yaml
measures:
  ${id}-waits: {2024/25: 12, 2025/26: 11}
  ${id}-waits@north: {2025/26: 10}
`;
}

const BODY = `#- body.organisation.yaml
title: The body
teams: {nursing: Nursing, finance: Finance}
`;

const start = fixtureWorkspace(parseFixture(`${BODY}${family("alpha")}${family("beta")}${family("gamma")}`));
const paths = [...start.files.keys()].filter((path) => path.includes("/"));
const words = [
  ...new Set([...start.files.values()].flatMap(({ text }) => text.match(/[a-z][a-z0-9@-]+/g) ?? [])),
];

interface Edit {
  readonly path: string;
  readonly how: "cut" | "double" | "word" | "letter" | "sign";
  readonly line: number;
  readonly at: number;
  readonly word: string;
  readonly sign: string;
}

const anEdit: fc.Arbitrary<Edit> = fc.record({
  path: fc.constantFrom(...paths),
  how: fc.constantFrom("cut", "double", "word", "word", "letter", "letter", "sign"),
  line: fc.nat(40),
  at: fc.nat(20),
  word: fc.constantFrom(...words),
  sign: fc.constantFrom("[", "]", ": ", "'", "x", "\n", "formerly: [listen]"),
});

function edited(workspace: Workspace, { path, how, line, at, word, sign }: Edit): Workspace {
  const lines = (workspace.files.get(path)?.text ?? "").split("\n");
  const number = line % lines.length;
  const text = lines[number] ?? "";
  const found = [...text.matchAll(/[A-Za-z0-9][a-z0-9@-]*/g)];
  const chosen = found[at % Math.max(found.length, 1)];
  const replace = (by: (old: string) => string) => {
    if (chosen === undefined) return;
    const end = chosen.index + chosen[0].length;
    lines[number] = text.slice(0, chosen.index) + by(chosen[0]) + text.slice(end);
  };
  if (how === "cut") lines.splice(number, 1);
  if (how === "double") lines.splice(number, 0, text);
  if (how === "word") replace(() => word);
  if (how === "letter") replace((old) => `${old}q`);
  if (how === "sign") replace((old) => old + sign);
  return withFiles(workspace, [textFile(path, lines.join("\n"))]);
}

function shown({ findings, model, complete }: Analysis): unknown {
  return {
    complete,
    findings: findings.map(({ facts, ...finding }) => finding),
    links: model.links.map(({ from, to, reference }) => [from.id, to.id, reference.key, reference.text]),
    items: model.items.map((item) => ({
      item,
      isNamed: model.byKey.get(`${item.kind}:${item.id}`) === item,
      to: model.incoming.get(item)?.map(({ from, to }) => [from.id, to === item]),
      below: model.children.get(item)?.map(({ id, title }) => [id, title]),
      unresolved: model.unresolved.get(item),
    })),
  };
}

describe("edits in one of several strategies", () => {
  let [taken, all] = [0, 0];

  it("end in what a fresh run says", () => {
    fc.assert(
      fc.property(fc.array(anEdit, { minLength: 1, maxLength: 5 }), (edits) => {
        let workspace = withFiles(start, []);
        let analysis = analyse(workspace, testEngine);
        for (const edit of edits) {
          workspace = edited(workspace, edit);
          const next = analyse(workspace, testEngine, analysis);
          all += 1;
          if (next.model.organisations === analysis.model.organisations) taken += 1;
          analysis = next;
        }
        assert.deepEqual(shown(analysis), shown(analyse(workspace, testEngine)));
      }),
      { numRuns: 250 },
    );
  }).timeout(120_000);

  it("take over most of what was linked before", () => {
    assert.ok(taken > all / 2, `${taken} of ${all}`);
  });

  for (const [what, from, to] of [
    ["a title", "title: Cut waiting", "title: Cut all waiting"],
    ["a target", "2026/27: 8", "2026/27: 7"],
    ["a reference", "[alpha-waits, alpha-beds]", "[alpha-waits]"],
    ["an id", "listen: {title", "hear: {title"],
  ] as const) {
    it(`do not make anybody look at the other strategies: ${what}`, () => {
      const workspace = withFiles(start, []);
      const before = analyse(workspace, testEngine);
      const file = [...workspace.files.values()].find(({ text }) => text.includes(from));
      assert.ok(file);
      const changed = withFiles(workspace, [textFile(file.path, file.text.replace(from, to))]);
      const after = analyse(changed, testEngine, before);
      assert.notEqual(after.model, before.model);
      for (const path of paths.filter((one) => !one.startsWith("alpha/"))) {
        assert.equal(after.said.get(path), before.said.get(path), path);
        for (const item of before.files.get(path)?.summary?.items ?? [])
          assert.equal(after.model.outgoing.get(item), before.model.outgoing.get(item), item.id);
      }
      assert.deepEqual(shown(after), shown(analyse(changed, testEngine)));
    });
  }
});
