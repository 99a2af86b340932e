import assert from "node:assert/strict";
import { rename } from "../features/rename.ts";
import { createLookup } from "../lookup/lookup.ts";
import { REVIEWS_FILE } from "../model/fileName.ts";
import { applyRename } from "../testing/applyRename.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { suspectsIn, withAllReviewed } from "../testing/reviewed.ts";
import { hasMeaning } from "../trace/meaning.ts";
import { analyse } from "./analyse.ts";
import { textFile, type Workspace, withFile, withoutFiles } from "./workspace.ts";

const FILES = `
#- trust.organisation.yaml
title: The trust
teams: {acute: Acute services}
policies: {plan: {title: Long Term Plan, year: 2019}}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
vision: Care for all
aims:
  access:
    title: Better access
    statement: Nobody waits in vain
    lead: acute
    objectives:
      waiting:
        title: Cut waiting
        description: >-
          For people
          who wait
        measures: [waits]
        aligns-to: [plan]
      voices: Listen to patients
#- trust.measures.yaml
measures:
  waits:
    title: Weeks of waiting
    unit: weeks
    better: lower
    owner: acute
    parts: [first, second]
    baseline: {2025/26: 12}
    targets: {2028/29: 4}
    scopes: {north: {title: North, targets: {2028/29: 5}}}
  first: First waits
  second: Second waits
#- people.enabler-strategy.yaml
title: People
strategy: trust
supports: [waiting]
objectives:
  staff: {title: Enough staff, measures: [waits@north]}
  homes: {title: Homes for staff}
#- 2026-27.delivery-plan.yaml
title: The plan
strategy: trust
period: 2026/27
priorities:
  beds:
    title: Beds
    objectives: [waiting]
    actions:
      hire: {title: Hire, due: Q2, moves: [waits]}
      train: {title: Train, due: Q3, needs: [hire]}
    milestones:
      quick: {title: Quick, due: Q4, when: waits at most 9}
`;

const start = withAllReviewed(fixtureWorkspace(parseFixture(FILES)));

type Edit = readonly [path: string, from: string | RegExp, to: string];

function edited(...edits: readonly Edit[]): Workspace {
  return edits.reduce((workspace, [path, from, to]) => {
    const text = workspace.files.get(path)?.text ?? "";
    assert.notEqual(text.replace(from, to), text, `${path} holds ${from}`);
    return withFile(workspace, textFile(path, text.replace(from, to)));
  }, start);
}

/** After the edit, as a fresh run and as one that knows the workspace of before say it. */
function after(...edits: readonly Edit[]): string[] {
  const workspace = edited(...edits);
  const fresh = suspectsIn(analyse(workspace, testEngine));
  assert.deepEqual(suspectsIn(analyse(workspace, testEngine, analyse(start, testEngine))), fresh);
  return fresh;
}

const STRATEGY = "trust.strategy.yaml";
const MEASURES = "trust.measures.yaml";
const PLAN = "2026-27.delivery-plan.yaml";
const PEOPLE = "people.enabler-strategy.yaml";

describe("links that were reviewed", () => {
  it("are those of the thread whose ends say something", () => {
    const keys = (start.files.get(REVIEWS_FILE)?.text ?? "").split("\n").map((line) => line.split(":")[0]);
    assert.deepEqual(keys, [
      "2026-27/beds > 2026-27/beds/hire",
      "2026-27/beds > 2026-27/beds/quick",
      "2026-27/beds > 2026-27/beds/train",
      "2026-27/beds/hire > waits",
      "2026-27/beds/train > 2026-27/beds/hire",
      "people > people/homes",
      "people > people/staff",
      "people/staff > waits@north",
      "trust > trust/access",
      "trust/access > trust/voices",
      "trust/access > trust/waiting",
      "trust/waiting > 2026-27/beds",
      "trust/waiting > people",
      "trust/waiting > plan",
      "trust/waiting > waits",
      "",
    ]);
    assert.deepEqual(suspectsIn(analyse(start, testEngine)), []);
  });

  it("are suspect where one end says something else", () => {
    assert.deepEqual(after([STRATEGY, "Care for all", "Care for adults"]), ["trust > trust/access: from"]);
    assert.deepEqual(after([STRATEGY, "in vain", "for long"]), [
      "trust > trust/access: to",
      "trust/access > trust/voices: from",
      "trust/access > trust/waiting: from",
    ]);
    assert.deepEqual(after([STRATEGY, "who wait", "who wait long"]), [
      "trust/access > trust/waiting: to",
      "trust/waiting > 2026-27/beds: from",
      "trust/waiting > people: from",
      "trust/waiting > plan: from",
      "trust/waiting > waits: from",
    ]);
    assert.deepEqual(after([STRATEGY, "voices: Listen to patients", "voices: Hear patients"]), [
      "trust/access > trust/voices: to",
    ]);
    assert.deepEqual(after([MEASURES, "unit: weeks", "unit: days"]), [
      "2026-27/beds/hire > waits: to",
      "people/staff > waits@north: to",
      "trust/waiting > waits: to",
    ]);
    assert.deepEqual(after([MEASURES, "title: North", "title: The north"]), [
      "people/staff > waits@north: to",
    ]);
    assert.deepEqual(after([PEOPLE, "Homes for staff", "Houses for staff"]), [
      "people > people/homes: both",
      "people > people/staff: from",
      "trust/waiting > people: to",
    ]);
    assert.deepEqual(after([PLAN, "at most 9", "at most 8"]), ["2026-27/beds > 2026-27/beds/quick: to"]);
    assert.deepEqual(after([PLAN, "title: Beds", "title: More beds"]), [
      "2026-27/beds > 2026-27/beds/hire: from",
      "2026-27/beds > 2026-27/beds/quick: from",
      "2026-27/beds > 2026-27/beds/train: from",
      "trust/waiting > 2026-27/beds: to",
    ]);
    assert.deepEqual(after(["trust.organisation.yaml", "2019", "2020"]), ["trust/waiting > plan: to"]);
    assert.deepEqual(after([MEASURES, "parts: [first, second]", "parts: [first]"]), [
      "2026-27/beds/hire > waits: to",
      "people/staff > waits@north: to",
      "trust/waiting > waits: to",
    ]);
    assert.deepEqual(
      after(
        [STRATEGY, "Cut waiting", "Cut queues"],
        [MEASURES, "Weeks of waiting", "Weeks in a queue"],
      ).filter((one) => one.startsWith("trust/waiting > waits")),
      ["trust/waiting > waits: both"],
    );
  });

  for (const [what, ...edits] of [
    [
      "targets and baselines",
      [MEASURES, "2028/29: 4", "2028/29: 3"],
      [MEASURES, "2025/26: 12", "2025/26: 11"],
    ],
    [
      "owners",
      [MEASURES, "owner: acute", "owner: Chief Executive"],
      [STRATEGY, "lead: acute", "lead: Chair"],
    ],
    ["dates", [PLAN, "due: Q2", "due: Q3"], [STRATEGY, "2028/29", "2029/30"]],
    [
      "notes",
      [STRATEGY, "title: Cut waiting", "title: Cut waiting\n        why: To be quick\n        tags: [x]"],
    ],
    ["the role that a measure has anyway", [MEASURES, "unit: weeks", "unit: weeks\n    role: kpi"]],
    ["layout", [STRATEGY, /description: >-\n.*\n.*\n/, "description: 'For  people who wait'\n"]],
    [
      "a text in place of a title",
      [STRATEGY, "voices: Listen to patients", "voices: {title: Listen to patients}"],
    ],
    ["quotes and dashes", [STRATEGY, "Better access", '"Better access"']],
    ["the order of parts", [MEASURES, "[first, second]", "[second, first]"]],
    [
      "another file",
      [MEASURES, "  first: First waits\n", ""],
      [
        STRATEGY,
        "voices: Listen to patients",
        "voices: {title: Listen to patients, measures: {first: First waits}}",
      ],
    ],
    [
      "an id with its former one",
      [PLAN, "hire: {", "employ: {formerly: [hire], "],
      [PLAN, "[hire]", "[employ]"],
    ],
  ] as const) {
    it(`are not suspect for ${what}`, () => {
      assert.deepEqual(after(...edits), []);
    });
  }

  it("stay true when stratkit renames their ends, what a measure is made of, or a whole file", () => {
    for (const [id, newId] of [
      ["waits", "weeks-waited"],
      ["first", "initial"],
      ["trust/waiting", "queues"],
      ["trust/access", "reach"],
      ["trust", "our-trust"],
      ["2026-27/beds", "wards"],
      ["2026-27/beds/hire", "employ"],
      ["people", "workforce"],
    ] as const) {
      const analysis = analyse(start, testEngine);
      const item = analysis.model.items.find((one) => one.id === id && hasMeaning(one));
      assert.ok(item, id);
      const text = start.files.get(REVIEWS_FILE)?.text ?? "";
      const records = [{ path: REVIEWS_FILE, text }];
      const result = rename(createLookup(analysis), item, newId, { records });
      assert.ok(!("refused" in result), id);
      const renamed = analyse(applyRename(start, result), testEngine);
      assert.deepEqual(suspectsIn(renamed), [], id);
      assert.equal(renamed.reviews?.links.length, analysis.reviews?.links.length, id);
      // What a measure is made of stands in no line, and counts under its oldest name.
      assert.equal(renamed.files.get(REVIEWS_FILE)?.file.text !== text, id !== "first", id);
    }
  });

  it("say nothing of what has ended, is gone or cannot be read", () => {
    const ended = "title: Cut queues\n        retired: {on: 2026-04-01, because: Done}";
    assert.deepEqual(after([STRATEGY, "title: Cut waiting", ended]), []);
    assert.deepEqual(after([STRATEGY, "voices: Listen to patients", "heard: Hear patients"]), []);
    const damaged = edited([MEASURES, "unit: weeks", "unit: [days"]);
    const analysis = analyse(damaged, testEngine);
    assert.equal(analysis.complete, false);
    assert.deepEqual(suspectsIn(analysis), []);
  });

  it("are looked for only where there is a list of them", () => {
    const without = withoutFiles(edited([STRATEGY, "Cut waiting", "Cut queues"]), [REVIEWS_FILE]);
    const analysis = analyse(without, testEngine);
    assert.equal(analysis.reviews, undefined);
    assert.ok(analysis.findings.every(({ rule }) => rule !== "trace/link-suspect"));
  });

  it("are found by the list as it is now", () => {
    const changed = edited([STRATEGY, "Cut waiting", "Cut queues"]);
    const before = analyse(changed, testEngine);
    const text = changed.files.get(REVIEWS_FILE)?.text ?? "";
    const shorter = withFile(changed, textFile(REVIEWS_FILE, text.replace(/^trust\/waiting .*\n/gm, "")));
    const now = analyse(shorter, testEngine, before);
    assert.deepEqual(suspectsIn(now), ["trust/access > trust/waiting: to"]);
    assert.deepEqual(now.findings, analyse(shorter, testEngine).findings);
  });
});
