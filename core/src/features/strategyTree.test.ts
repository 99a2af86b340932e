import assert from "node:assert/strict";
import { createLookup, type Lookup } from "../lookup/lookup.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { checkTree, checkTreeAt } from "../testing/checkTree.ts";
import { lookUpFixture } from "../testing/cursor.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { analyse } from "../workspace/analyse.ts";
import type { StrategyNode } from "./strategyTree/node.ts";
import { strategyTree, strategyTreeAt } from "./strategyTree.ts";

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
vision: >-
  The best
  of all
called: {objective: commitment}
aims:
  care:
    title: Care
    lead: Medical Director
    objectives:
      flow: {title: Flow, measures: [beds, stay], objectives: {home: {title: Home, lead: Chair}}}
      voice:
        title: Voice
        waive: {trace/objective-unmeasured: {because: New, until: 2027-03-31}}
      gone: {title: Gone, retired: {on: 2026-01-01}}
capabilities: {digital: {title: Digital}}
#- a.measures.yaml
measures:
  beds: {title: Beds, unit: percent, better: lower, targets: {2026/27: 5}}
  stay: {title: Stay, unit: days, better: lower}
`;

const REST = `
#- people.enabler-strategy.yaml
title: People
strategy: trust
supports: [home]
objectives: {skills: {title: Skills, builds: [digital]}}
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  ward:
    title: Ward
    objectives: [home]
    actions: {open: {title: Open, due: Q1}, close: {title: Close, milestones: {half: {title: Half}}}}
`;

describe("the tree of a strategy", () => {
  it("runs from the vision to milestones, in the author's words, with who leads and what is missing", () => {
    checkTree(
      STRATEGY + REST.slice(1),
      `
strategy: Ours [2 objectives · 0% measured · 2026/27 to 2028/29]
  vision: The best of all
  aim: Care [waived until 2027-03-31 · Medical Director]
    commitment: Flow [measured]
      ! commitment: Home [no measure · Chair]
        enabler strategy: People
          commitment: Skills [no measure]
        priority: Ward [2026/27]
          action: Open
          action: Close
            milestone: Half
      measure: Beds
      ! measure: Stay [no target yet]
    commitment: Voice [waived until 2027-03-31]
    commitment: Gone [ended]
  capability: Digital [no measure]
    enabler strategy: People
      commitment: Skills [no measure]
  delivery plan: Plan [2026/27]
    priority: Ward [2026/27]
      action: Open
      action: Close
        milestone: Half
`,
    );
  });

  it("holds what hangs under nothing, so that everything can be found", () => {
    checkTree(
      `
#- a.strategy.yaml
title: A
period: 2026/27 to 2028/29
objectives: {x: {title: X, done-when: It is there}}
#- b.enabler-strategy.yaml
title: Serves nothing
strategy: a
measures: {own: {title: Own, role: context}}
#- c.enabler-strategy.yaml
title: Lost
strategy: nowhere
actions: {try: {title: Try}}
#- d.delivery-plan.yaml
title: Alone
strategy: nowhere
period: 2026/27
#- e.measures.yaml
measures:
  idle: {title: Idle, role: context}
  whole: {title: Whole, parts: [part], role: context}
  part: {title: Part, role: context}
`,
      `
strategy: A [1 objective · 0% measured · 2026/27 to 2028/29]
  objective: X [deliverable]
  enabler strategy: Serves nothing
    measure: Own
enabler strategy: Lost
  action: Try
delivery plan: Alone [2026/27]
measures: Measures that nothing names [3]
  measure: Idle
  measure: Whole
    measure: Part
  measure: Part
`,
    );
  });

  it("says what is late as reports say it, and what was unfinished when its time was over", () => {
    const plan = `
#- a.strategy.yaml
title: A
period: 2026/27 to 2028/29
#- p.delivery-plan.yaml
title: P
strategy: a
period: 2026/27
priorities:
  w:
    title: W
    actions:
      said: {title: Said, lead: Ann}
      over: {title: Over, due: Q1}
      time: {title: In time, due: Q2}
      done: {title: Done, due: Q1}
      kept: {title: Kept up, due: Q1, repeats: monthly}
      mute: {title: Nobody reports, due: Q1}
#- r.progress-report.yaml
plan: p
period: 2026/27 Q2
items:
  w/said: {status: late}
  w/over: {status: in progress}
  w/time: {status: in progress}
  w/done: {status: done}
  w/kept: {status: in progress}
`;
    checkTree(
      plan,
      `
strategy: A [no objectives · 0% measured · 2026/27 to 2028/29]
  delivery plan: P [2026/27]
    priority: W [2026/27]
      action: Said [late · Ann]
      action: Over [late]
      action: In time [in progress]
      action: Done [done]
      action: Kept up [in progress]
      action: Nobody reports
`,
    );
  });

  it("claims nothing of what could not be read", () => {
    checkTree(
      `
#- a.strategy.yaml
title: A
period: 2026/27 to 2028/29
aims: {top: {title: Top, objectives: {x: {title: X, measures: [lost]}, y: {title: Y}}}}
`,
      `
strategy: A [2 objectives · 0% measured · 2026/27 to 2028/29]
  aim: Top
    objective: X
    ! objective: Y [no measure]
`,
    );
  });

  it("B37 goes round no circle: what stands above is not shown again", () => {
    checkTree(
      `
#- a.strategy.yaml
title: A
period: 2026/27 to 2028/29
objectives: {x: {title: X, done-when: Done, measures: [m]}}
#- m.measures.yaml
measures:
  m: {title: M, role: context, parts: [n]}
  n: {title: N, role: context, parts: [m]}
#- e.enabler-strategy.yaml
title: E
strategy: a
objectives: {o: {title: O, supports: [x, f/p, e/o]}}
#- f.enabler-strategy.yaml
title: F
strategy: a
objectives: {p: {title: P, supports: [e/o]}}
`,
      `
strategy: A [1 objective · 0% measured · 2026/27 to 2028/29]
  objective: X [deliverable]
    measure: M
      measure: N
    enabler strategy: E
      objective: O [no measure]
        enabler strategy: F
          objective: P [no measure]
  enabler strategy: F
    objective: P [no measure]
      enabler strategy: E
        objective: O [no measure]
`,
    );
  });

  it("keeps the id of a line while other lines come, and answers with nothing where it is gone", () => {
    const before = lookUpFixture(STRATEGY).lookup;
    const after = lookUpFixture(STRATEGY.replace("  care:", "  first: {title: First}\n  care:")).lookup;
    const idOf = (lookup: Lookup, label: string) =>
      [...everyNode(lookup)].find((node) => node.label === label)?.id;
    assert.equal(idOf(before, "Home"), idOf(after, "Home"));
    assert.notEqual(idOf(before, "Home"), undefined);
    assert.deepEqual(strategyTree(before, "document:trust>document:trust/nobody"), []);
    assert.deepEqual(strategyTree(before, "vision"), []);
    assert.deepEqual(strategyTree(before, ">%>"), []);
  });

  it("says in the tooltip what the hover says, and leads to the id", () => {
    const { lookup } = lookUpFixture(STRATEGY);
    const node = [...everyNode(lookup)].find(({ label }) => label === "Beds");
    assert.match(node?.tooltip ?? "", /^Beds\n\nMeasure · beds\n\nUnit: percent\n/);
    const { file = "", span = { start: 0, end: 0 } } = node?.place ?? {};
    assert.equal(lookup.sourceOf(file)?.text.slice(span.start, span.end), "beds");
    const vision = [...everyNode(lookup)].find(({ kindWord }) => kindWord === "vision")?.place;
    assert.match(
      lookup.sourceOf("trust.strategy.yaml")?.text.slice(vision?.span.start, vision?.span.end) ?? "",
      /best/,
    );
  });

  it("finds the place of what stands at the cursor", () => {
    const at = (text: string) => (STRATEGY + REST.slice(1)).replace(text.replace("$0", ""), text);
    checkTreeAt(at("Ho$0me, lead"), ["Ours", "Care", "Flow", "Home"]);
    checkTreeAt(at("[beds, st$0ay]"), ["Ours", "Care", "Flow", "Stay"]);
    checkTreeAt(at("Clo$0se"), ["Ours", "Plan", "Ward", "Close"]);
    checkTreeAt(at("title: Peo$0ple"), ["Ours", "Digital", "People"]);
    checkTreeAt(at("title: Pl$0an"), ["Ours", "Plan"]);
    checkTreeAt("#- o.organisation.yaml\ntitle: O$0\n", []);
  });

  it("has a place for everything in the examples, and finds its way to each", () => {
    for (const name of ["kmpt", "minimal", "teaching"]) {
      const lookup = createLookup(analyse(exampleWorkspace(name), testEngine));
      const shown = new Set([...everyNode(lookup)].map(({ item }) => `${item?.kind}:${item?.id}`));
      const ids = new Set([...everyNode(lookup)].map(({ id }) => id));
      const kinds = new Set(["strategy", "aim", "objective", "capability", "measure", "action", "milestone"]);
      for (const kind of ["enabler-strategy", "delivery-plan", "priority"]) kinds.add(kind);
      for (const item of lookup.model.items.filter(({ kind }) => kinds.has(kind))) {
        if (item.kind === "measure" && !shown.has(`measure:${item.id}`)) {
          const scopes = lookup.model.items.filter(
            ({ id, kind }) => kind === "scope" && id.startsWith(`${item.id}@`),
          );
          assert.ok(
            scopes.some(({ id }) => shown.has(`scope:${id}`)),
            item.id,
          );
          continue;
        }
        assert.ok(shown.has(`${item.kind}:${item.id}`), `${name}: ${item.kind} ${item.id}`);
        const { file, name: span } = lookup.placeOf(item);
        const way = strategyTreeAt(lookup, file, span.start);
        assert.equal(way.at(-1)?.item?.id, item.id);
        for (const { id } of way) assert.ok(ids.has(id), id);
      }
    }
  });
});

function* everyNode(lookup: Lookup, parent?: string): Generator<StrategyNode> {
  for (const node of strategyTree(lookup, parent)) {
    yield node;
    yield* everyNode(lookup, node.id);
  }
}
