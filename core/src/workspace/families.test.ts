// Edits of any kind in a workspace of several strategies: what is taken over of the files that an edit is not connected
// with is what a fresh run would say of them.

import assert from "node:assert/strict";
import fc from "fast-check";
import { strategyTree } from "../features/strategyTree.ts";
import { itemsOf, type Link, linksFrom, linksTo, referrersOf, targetOf, targetsOf } from "../link/model.ts";
import { createLookup } from "../lookup/lookup.ts";
import { REVIEWS_FILE } from "../model/fileName.ts";
import { ITEM_KINDS, type ReferenceKey } from "../model/items.ts";
import { wholeOf } from "../model/lightItems.ts";
import { acceptLinks } from "../reviews/acceptLinks.ts";
import { linkReviews } from "../reviews/linkReviews.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { createEngine } from "./createEngine.ts";
import { letGo } from "./letGo.ts";
import { textFile, type Workspace, withFiles } from "./workspace.ts";

/** Keeps nothing of any file but names and titles. */
const lightEngine = createEngine({ items: 0 });

/** Each strategy with its own library, enabler strategy, plan and records; ids repeat from one to the other. */
function family(id: string): string {
  return `#- ${id}/${id}.strategy.yaml
title: Strategy of ${id}
organisation: body
period: 2024/25 to 2028/29
succeeds: ${id}-before
description: Quicker UEC for everybody
aims:
  care:
    title: Better care
    lead: nursing
    objectives:
      cut-waiting:
        title: Cut waiting
        aligns-to: [${id}-before/flow]
        measures: [${id}-waits, ${id}-beds]
      listen: {title: Listen to patients, measures: [${id}-voices]}
      reach: {title: Reach 60% of carers, measures: [${id}-carers]}
      retired-one: {title: Gone, retired: {on: 2025-01-01, because: Done, replaced-by: listen}}
capabilities:
  systems: Systems that talk
#- ${id}/${id}-before.strategy.yaml
title: What ${id} did before
organisation: body
period: 2020/21 to 2023/24
status: closed
objectives:
  flow: {title: Better flow, done-when: All is done, due: 2023/24}
  books: {title: Better books, measures: [${id}-heard]}
#- ${id}/${id}.measures.yaml
measures:
  ${id}-waits:
    title: Weeks of waiting in ${id}
    formerly: [${id}-queue]
    unit: weeks
    better: lower
    owner: finance
    baseline: {2024/25: 12}
    targets: {2026/27: 8, end: 4}
    scopes: {north: {targets: {2026/27: 9}}}
  ${id}-beds: {title: Beds in use at ${id}, unit: percent, parts: [${id}-spare], targets: {2027/28: 85}}
  ${id}-spare: {title: Spare measure of ${id}, unit: percent}
#- ${id}/${id}-voices.measures.yaml
measures:
  ${id}-voices: {title: Voices heard, unit: people, targets: {2027/28: track}}
  ${id}-carers: {title: Carers reached, unit: percent, better: higher, stage: output, targets: {2026/27: 50}}
  ${id}-heard: {title: Number of ${id === "beta" ? "voices" : "people"} heard, unit: people, formerly: [${id === "beta" ? "alpha-heard" : `${id}-once`}]}
#- ${id}/${id}-people.enabler-strategy.yaml
title: People of ${id}
strategy: ${id}
status: draft
supports: [cut-waiting]
builds: [systems]
objectives:
  staff: {title: Enough staff, supports: [cut-waiting], measures: [${id}-waits@north]}
#- ${id}/${id}-houses.enabler-strategy.yaml
title: Houses of ${id}
strategy: ${id}
status: adopted
supports: [listen]
objectives:
  rooms: {title: Quiet rooms for UEC, measures: [${id}-spare, ${id}-queue@south]}
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
      hire: {title: Hire, due: Q3, by: nursing}
    milestones:
      quick: {title: Quick enough, due: Q4, when: ${id}-waits at most 9}
  reaching:
    title: Reaching out
    objectives: [reach]
    actions:
      call: {title: Call carers, after: training}
trajectory:
  ${id}-waits: {Q2: 10, Q4: 8}
  ${id}-carers: {Q4: 40}
#- ${id}/${id}-2024-25.delivery-plan.yaml
title: First plan of ${id}
strategy: ${id}
period: 2024/25
priorities:
  starting: {title: Starting, objectives: [cut-waiting], milestones: {begun: {title: Begun, due: Q4}}}
#- ${id}/${id}.actuals.yaml
measures:
  ${id}-waits: {2024/25: 12, 2025/26: 11}
  ${id}-waits@north: {2025/26: 10}
  ${id}-queue@north: {2024/25: 11}
`;
}

function reportOn(id: string): string {
  return `#- ${id}/${id}-q2.progress-report.yaml
plan: ${id}-2026-27
period: 2026/27 Q2
items:
  reach: {rag: green, summary: On course}
  booking/train: {rag: red, summary: Nobody came, because: Illness}
  ${id}/listen: {rag: green, summary: On course}
  quick: {rag: green, summary: On course}
measures: {${id}-waits: {rag: red}}
#- ${id}/${id}-next.strategy.yaml
title: What ${id} does next
period: 2029/30 to 2033/34
formerly: [${id}-soon]
objectives:
  flow: {title: Flow again, formerly: [listen], aligns-to: [${id}/reach, ${id}-soon/books]}
  books: {title: Books again, aligns-to: [policy-${id}], retired: {because: Done, replaced-by: ${id}-waits}}
`;
}

const BODY = `#- body.organisation.yaml
title: The body
teams: {nursing: Nursing, finance: Finance}
glossary: {GP: General practice}
#- stratkit.config.yaml
rules: {text/acronym: info, text/number-only: info, text/stated-period: info, text/vague-verb: info}
`;

const ALL = `${BODY}${family("alpha")}${family("beta")}${family("gamma")}`;
const start = fixtureWorkspace(parseFixture(ALL));
/** Of two bodies, what each counts for itself may have one title. */
const ofTwoBodies = fixtureWorkspace(
  parseFixture(
    `${ALL.replace(/(?<=title: Strategy of gamma\norganisation: )body/, "other")}#- other.organisation.yaml\ntitle: The other body\n`,
  ),
);
/** What a report names stands in the plan or, failing that, in its strategy; some of it had other names before. */
const reported = fixtureWorkspace(parseFixture(ALL + ["alpha", "beta"].map((id) => reportOn(id)).join("")));
/** One link in four was read when an end said something else. */
const reviewed = withFiles(start, [textFile(REVIEWS_FILE, ledgerOf(start))]);
const paths = [...reported.files.keys()].filter((path) => path.includes("/"));
const words = [
  ...new Set([...reported.files.values()].flatMap(({ text }) => text.match(/[a-z][a-z0-9@-]+/g) ?? [])),
];

function ledgerOf(workspace: Workspace): string {
  const analysis = analyse(workspace, testEngine);
  const made = acceptLinks(analysis, { links: linkReviews(analysis), because: "Read" });
  const lines = "createFile" in made ? (made.createFile?.text ?? "").split("\n") : [];
  return lines.map((line, at) => (at % 4 === 1 ? line.replace(/"[0-9a-f]{4}/, '"0000') : line)).join("\n");
}

interface Edit {
  readonly path: string;
  readonly how: "cut" | "double" | "word" | "letter" | "sign";
  readonly line: number;
  readonly at: number;
  readonly word: string;
  readonly sign: string;
}

const anEdit: fc.Arbitrary<Edit> = fc.record({
  path: fc.constantFrom(...paths, REVIEWS_FILE),
  how: fc.constantFrom("cut", "double", "word", "word", "letter", "letter", "sign"),
  line: fc.nat(40),
  at: fc.nat(20),
  word: fc.constantFrom(...words),
  sign: fc.constantFrom("[", "]", ": ", "'", "x", "\n", "formerly: [listen]"),
});

function edited(workspace: Workspace, { path, how, line, at, word, sign }: Edit): Workspace {
  if (path !== REVIEWS_FILE && !workspace.files.has(path)) return workspace;
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

/** What views ask after each edit, and what is kept from one answer to the next. */
function asked(analysis: Analysis): unknown {
  const { model, thread, incomplete } = analysis;
  const lookup = createLookup(analysis);
  const lines = strategyTree(lookup);
  // Of a damaged file the tree shows what stood there when it was last whole, which a fresh run does not know.
  const tree = incomplete.size > 0 ? [] : [...lines, ...lines.flatMap(({ id }) => strategyTree(lookup, id))];
  return {
    coverage: model.items.flatMap((item) =>
      item.kind === "strategy" ? [{ ...thread.summaryOf(item), strategy: item.id }] : [],
    ),
    tree,
  };
}

function shown(analysis: Analysis): unknown {
  const { findings, model, complete } = analysis;
  for (const kind of ITEM_KINDS) {
    const found = itemsOf(model, kind);
    const all = model.items.filter((item) => item.kind === kind);
    assert.ok(found.length === all.length && found.every((item, at) => item === all[at]), kind);
  }
  return {
    ...Object(asked(analysis)),
    complete,
    findings: findings.map(({ facts, ...finding }) => finding),
    links: model.links.map(({ from, to, reference }) => [from.id, to.id, reference.key, reference.text]),
    items: model.items.map((item) => ({
      item: wholeOf(item),
      isNamed: model.byKey.get(`${item.kind}:${item.id}`) === item,
      to: linksTo(model, item).map(({ from, to }) => [from.id, to === item]),
      below: model.children.get(item)?.map(({ id, title }) => [id, title]),
      unresolved: model.unresolved.get(item),
    })),
  };
}

/** The same workspace with other words in one file, of which only what is connected is linked again. */
function linkAgain(workspace: Workspace, path: string, from: string, to: string) {
  const whole = withFiles(workspace, []);
  const before = analyse(whole, testEngine);
  const text = whole.files.get(path)?.text ?? "";
  assert.ok(text.includes(from));
  const changed = withFiles(whole, [textFile(path, text.replace(from, to))]);
  const after = analyse(changed, testEngine, before);
  assert.equal(after.model.organisations, before.model.organisations, "not all is linked again");
  return { before, after, changed };
}

describe("edits in one of several strategies", () => {
  let [taken, all] = [0, 0];

  for (const [whose, first, numRuns] of [
    ["one body", start, 250],
    ["two bodies", ofTwoBodies, 100],
    ["links that were reviewed", reviewed, 100],
    ["reports and names of before", reported, 150],
  ] as const) {
    it(`end in what a fresh run says: ${whose}`, () => {
      fc.assert(
        fc.property(fc.array(anEdit, { minLength: 1, maxLength: 5 }), (edits) => {
          let workspace = withFiles(first, []);
          let analysis = analyse(workspace, lightEngine);
          letGo(analysis);
          for (const edit of edits) {
            workspace = edited(workspace, edit);
            const next = analyse(workspace, lightEngine, analysis);
            asked(next);
            letGo(next);
            all += 1;
            if (next.model.organisations === analysis.model.organisations) taken += 1;
            analysis = next;
          }
          assert.deepEqual(shown(analysis), shown(analyse(workspace, testEngine)));
        }),
        { numRuns },
      );
    }).timeout(120_000);
  }

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
          assert.equal(after.model.targets.get(item), before.model.targets.get(item), item.id);
      }
      assert.deepEqual(shown(after), shown(analyse(changed, testEngine)));
    });
  }

  it("tell what is linked by a key without a look at the reference", () => {
    const { model } = analyse(reported, testEngine);
    const keys = [...new Set(model.links.map(({ reference }) => reference.key))];
    assert.ok(keys.length > 12);
    const those = (links: readonly Link[], key: ReferenceKey) =>
      links.filter(({ reference }) => reference.key === key);
    for (const item of model.items) {
      for (const key of keys) {
        const named = those(linksFrom(model, item), key).map(({ to }) => to.id);
        assert.deepEqual(
          targetsOf(model, item, key).map(({ id }) => id),
          named,
        );
        assert.equal(targetOf(model, item, key)?.id, named[0]);
        const naming = those(linksTo(model, item), key).map(({ from }) => from.id);
        assert.deepEqual(
          referrersOf(model, item, key).map(({ id }) => id),
          naming,
        );
      }
    }
  });

  it("find who waits for a scope by a name that its measure had before", () => {
    const path = "alpha/alpha.measures.yaml";
    const { after, changed } = linkAgain(start, path, "scopes: {", "scopes: {south: {}, ");
    const rooms = after.model.links
      .filter(({ from }) => from.id === "alpha-houses/rooms")
      .map(({ to }) => to.id);
    assert.deepEqual(rooms, ["alpha-spare", "alpha-waits@south"]);
    assert.deepEqual(shown(after), shown(analyse(changed, testEngine)));
  });

  it("links nothing again for a title beside damage", () => {
    const path = "alpha/alpha.strategy.yaml";
    const text = (start.files.get(path)?.text ?? "").replace("      listen:", "      descr\n      listen:");
    const workspace = withFiles(withFiles(start, []), [textFile(path, text)]);
    const before = analyse(workspace, testEngine);
    assert.equal(before.files.get(path)?.isWhole, false);
    const changed = withFiles(workspace, [textFile(path, text.replace("Cut waiting", "Cut all waiting"))]);
    const after = analyse(changed, testEngine, before);
    const rooms = before.model.items.find(({ id }) => id === "alpha-houses/rooms");
    assert.ok(rooms && before.model.targets.get(rooms));
    assert.equal(after.model.targets.get(rooms), before.model.targets.get(rooms));
    assert.deepEqual(shown(after), shown(analyse(changed, testEngine)));
  });

  for (const [what, path, from, to, means] of [
    [
      "nearer than what was meant",
      "alpha/alpha-2026-27.delivery-plan.yaml",
      "reaching:",
      "reach:",
      ["priority"],
    ],
    [
      "beside what was meant",
      "alpha/alpha-2024-25.delivery-plan.yaml",
      "begun: {",
      "reach: {",
      ["objective"],
    ],
    [
      "farther than what was meant",
      "beta/beta-voices.measures.yaml",
      "beta-carers:",
      "reach:",
      ["objective"],
    ],
  ] as const) {
    it(`tell who names what gets a rival: ${what}`, () => {
      const { after, changed } = linkAgain(reported, path, from, to);
      const name = to.split(":")[0];
      const meant = after.model.links.filter(
        ({ from: { file }, reference }) => file.startsWith("alpha/alpha-q2") && reference.text === name,
      );
      assert.deepEqual(
        meant.map((link) => link.to.kind),
        means,
      );
      assert.deepEqual(shown(after), shown(analyse(changed, testEngine)));
    });
  }

  const voices = "alpha/alpha-voices.measures.yaml";
  for (const { what, path = voices, from, to, rule = "measure/duplicate", item, told } of [
    {
      what: "a title that a measure of another strategy has",
      path: "beta/beta.measures.yaml",
      from: "Weeks of waiting in beta",
      to: "Weeks of waiting in alpha",
      item: "beta-waits",
      told: [false, true],
    },
    {
      what: "a title in which only a word for counting is new",
      from: "title: Voices heard",
      to: "title: Total voices heard",
      item: "gamma-voices",
      told: [true, true],
    },
    {
      what: "a title that nobody else has any longer",
      from: "people heard",
      to: "patients heard",
      item: "gamma-heard",
      told: [true, false],
    },
    {
      what: "another unit of a measure with company",
      from: "unit: people",
      to: "unit: percent",
      item: "gamma-voices",
      told: [true, true],
    },
    {
      what: "the end of a measure with company",
      from: "people heard, unit",
      to: "people heard, retired: {because: Done}, unit",
      item: "gamma-heard",
      told: [true, false],
    },
    {
      what: "an id that another one once had is given up",
      from: "alpha-heard:",
      to: "alpha-listened:",
      rule: "ref/formerly-clash",
      item: "beta-heard",
      told: [true, false],
    },
    {
      what: "an id that another one once had is used again",
      from: "alpha-heard:",
      to: "gamma-once:",
      rule: "ref/formerly-clash",
      item: "gamma-heard",
      told: [false, true],
    },
  ]) {
    it(`reaches what no link leads to: ${what}`, () => {
      const { before, after, changed } = linkAgain(start, path, from, to);
      const isTold = ({ findings }: Analysis) =>
        findings.some((one) => one.rule === rule && one.entity?.id === item);
      assert.deepEqual([isTold(before), isTold(after)], told);
      assert.deepEqual(shown(after), shown(analyse(changed, testEngine)));
    });
  }
});
