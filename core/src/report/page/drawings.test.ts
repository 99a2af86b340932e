import assert from "node:assert/strict";
import { createLookup } from "../../lookup/lookup.ts";
import type { Item } from "../../model/items.ts";
import { checkMarkup, drawFixture, drawFrom, lookUpExample } from "../../testing/checkDrawing.ts";
import { testEngine } from "../../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../../testing/fixture.ts";
import { classesOf, findTags, readHtml, type Tag, tagsIn, textIn } from "../../testing/readHtml.ts";
import { countedGoals, isGoal } from "../../trace/coverage.ts";
import { sayState } from "../../trace/stateWords.ts";
import { isGap } from "../../trace/threadFilter.ts";
import { threadReport } from "../../trace/threadReport.ts";
import { analyse } from "../../workspace/analyse.ts";
import { textFile, withFile } from "../../workspace/workspace.ts";
import { drawPanel, PANELS } from "./panel.ts";

/** What a box about a thing says. */
function boxOf(page: Tag, target: string): Tag {
  const holds = (tag: Tag) =>
    findTags(tag, "a").some((name) => name.attributes.get("data-target") === target);
  const boxes = tagsIn(page).filter((tag) => classesOf(tag).includes("sk-box") && holds(tag));
  // The innermost whose first name it is.
  const own = boxes.filter((tag) => findTags(tag, "a")[0]?.attributes.get("data-target") === target);
  return own.at(-1) ?? assert.fail(`${target} is not drawn`);
}

function gapsIn(tag: Tag): string[] {
  return findTags(tag, "span.sk-gap").map(textIn);
}

const HOSTILE = `<script>alert("1")</script><img src=x onerror='y'>`;

describe("every drawing", () => {
  for (const name of ["minimal", "kmpt", "teaching"]) {
    it(`of ${name} can be read aloud, opened at each thing, and runs nothing`, () => {
      const lookup = lookUpExample(name);
      const { strategies } = drawFrom(lookup, "map");
      for (const panel of PANELS) for (const { id } of strategies) drawFrom(lookup, panel, { strategy: id });
    });
  }

  it("takes the meaning from whatever an author writes", () => {
    const quoted = `'${HOSTILE.replaceAll("'", "''")}'`;
    const fixture = `
#- a.strategy.yaml
title: ${quoted}
period: 2026/27 to 2028/29
called: {aim: ${quoted}, objective: ${quoted}, measure: ${quoted}, priority: ${quoted}, enabler-strategy: ${quoted}}
vision: ${quoted}
purpose: ${quoted}
aims:
  one:
    title: ${quoted}
    statement: ${quoted}
    lead: ${quoted}
    objectives:
      first: {title: ${quoted}, measures: [m, ${quoted}], done-when: [${quoted}]}
      second: {title: ${quoted}, waive: {trace/objective-unmeasured: {because: ${quoted}, until: 2027-03-31, by: ${quoted}}}}
      third: {title: ${quoted}, retired: {on: ${quoted}, because: ${quoted}, replaced-by: ${quoted}}}
capabilities: {c: {title: ${quoted}}}
#- l.measures.yaml
measures: {m: {title: ${quoted}, unit: ${quoted}, better: lower, baseline: {2025/26: 9}, targets: {2026/27: 5}}}
#- e.enabler-strategy.yaml
title: ${quoted}
strategy: a
supports: [first]
objectives: {o: {title: ${quoted}, supports: [second]}}
#- p.delivery-plan.yaml
title: ${quoted}
strategy: a
period: 2026/27
priorities:
  p: {title: ${quoted}, objectives: [first], actions: {x: {title: ${quoted}, due: Q1, lead: ${quoted}, after: ${quoted}, repeats: ${quoted}, milestones: {y: {title: ${quoted}, due: ${quoted}, when: ${quoted}}}}}}
#- r.progress-report.yaml
plan: p
period: 2026/27 Q2
items: {p/x: {status: ${quoted}, rag: ${quoted}}}
`;
    for (const panel of PANELS) {
      const { page } = drawFixture(fixture, panel);
      // Whatever got through the closed list of tags is text.
      assert.ok(textIn(page).includes(HOSTILE), panel);
    }
  });

  it("holds in an empty strategy, without any, and without aims, plans and measures", () => {
    for (const panel of PANELS) {
      assert.match(textIn(drawFixture("#- a.organisation.yaml\ntitle: A\n", panel).page), /no strategy yet/);
      const bare = drawFixture("#- a.strategy.yaml\ntitle: A\nperiod: 2026/27\naims: {}\n", panel);
      assert.notEqual(gapsIn(bare.page).length, 0, panel);
      const loose = drawFixture(
        "#- a.strategy.yaml\ntitle: A\nperiod: 2026/27\nobjectives: {b: {title: B}}\n",
        panel,
      );
      assert.notEqual(gapsIn(loose.page).length, 0, panel);
    }
  });

  it("ends where objectives name each other in a circle", () => {
    const circle = `
#- a.strategy.yaml
title: A
period: 2026/27
aims:
  one: {title: One, objectives: [x]}
objectives:
  x: {title: X, objectives: [y]}
  y: {title: Y, objectives: [x]}
`;
    assert.match(textIn(drawFixture(circle, "map").page), /One .* X .* Y/);
  });
});

describe("the drawings of the examples", () => {
  it("have the states that the thread has, and draw each counted objective", () => {
    for (const name of ["minimal", "kmpt", "teaching"]) {
      const lookup = lookUpExample(name);
      for (const { id } of drawFrom(lookup, "map").strategies) {
        const map = drawFrom(lookup, "map", { strategy: id });
        const table = drawFrom(lookup, "traceability", { strategy: id });
        const { model, thread } = map.lookup;
        const strategy = model.items.find((item) => item.kind === "strategy" && item.id === id);
        assert.ok(strategy);
        for (const goal of countedGoals(model, strategy)) {
          const target = `${goal.kind}:${goal.id}`;
          const words = sayState(thread.coverageOf(goal));
          assert.ok(textIn(boxOf(map.page, target)).includes(words), `${target} ${words}`);
          assert.ok(textIn(boxOf(table.page, target)).includes(words), `${target} ${words}`);
        }
        const rows = findTags(table.page, "tr").filter((row) => row.attributes.has("data-gap"));
        const nodes = threadReport(model, thread).nodes.filter(
          ({ item, lacks }) => lacks !== undefined && isIn(item, id),
        );
        assert.equal(rows.length, nodes.length);
        assert.equal(
          rows.filter((row) => row.attributes.get("data-gap") === "yes").length,
          nodes.filter(isGap).length,
        );
      }
    }
  });

  it("have eleven empty boxes for the objectives without a measure", () => {
    const { page } = drawFrom(lookUpExample("kmpt"), "traceability", { strategy: "kmpt-2020" });
    assert.equal(gapsIn(page).filter((word) => word === "no measure").length, 11);
    assert.match(textIn(page), /14 objectives are counted: 0% measured/);
    assert.match(textIn(page), /Only gaps \(13 of 14\)/);
  });
});

function isIn(item: Item, strategy: string): boolean {
  return isGoal(item) && item.of === "strategy" && item.document === strategy;
}

const WHOLE = `
#- ours.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
called: {objective: commitment, capability: strength}
vision: Nobody waits
aims:
  quality:
    title: Quality
    lead: Chair
    objectives:
      waiting: {title: Cut waiting, measures: [days]}
      harm: {title: Less harm, measures: [falls, lost]}
      voice: {title: Be heard, called: promise, waive: {trace/objective-unmeasured: {because: After the survey, until: 2027-03-31, by: Chair}}}
      bare: {title: Bare}
      whole:
        title: Whole
        objectives: {part: {title: Part, done-when: It stands}}
      old: {title: Old, retired: {on: 2026-05-01, because: Reached, replaced-by: waiting}}
capabilities: {people: Skilled people}
#- l.measures.yaml
measures:
  days: {title: Days waited, unit: days, better: lower, owner: Chair, baseline: {2025/26: 30}, targets: {2026/27: 18}}
  falls: {title: Falls, unit: falls, better: lower}
#- v.actuals.yaml
measures: {days: {2026/27 Q2: 25}}
#- digital.enabler-strategy.yaml
title: Digital
strategy: ours
supports: [waiting]
objectives: {records: {title: One record, supports: [harm]}}
#- idle.enabler-strategy.yaml
title: Idle
strategy: ours
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: ours
period: 2026/27
priorities:
  access:
    title: Access
    objectives: [waiting]
    lead: Director
    actions:
      clinics: {title: Clinics, due: Q1}
      rota: {title: Rota, due: Q2, lead: Nurse, milestones: {agreed: {title: Agreed, due: 2026-05}}}
      phones: {title: Phones, due: Q2}
      booking: {title: Booking, due: Q4, start: Q2}
      talks: {title: Talks, repeats: monthly}
    milestones:
      next: {title: Next year, due: 2027/28}
  loose: {title: Loose}
#- q.progress-report.yaml
plan: 2026-27
period: 2026/27 Q2
items:
  access: {rag: amber}
  access/clinics: {status: done}
  access/rota: {status: late, because: Vacancies, forecast: 2027-01-31}
`;

describe("the strategy map", () => {
  const { page } = drawFixture(WHOLE, "map");

  it("says what shows, supports and delivers each objective, and what is missing", () => {
    const say = (id: string) => textIn(boxOf(page, `objective:ours/${id}`));
    assert.equal(
      say("waiting"),
      "Commitment Cut waiting measured Measured by Days waited target at most 18 from 2026/27 25 in 2026/27 Q2, red Supported by Digital Delivered by Access 2026/27",
    );
    assert.equal(
      say("harm"),
      "Commitment Less harm Measured by Falls no measure has the id lost no target yet Supported by One record of Digital Delivered by not in the current plan",
    );
    assert.deepEqual(gapsIn(boxOf(page, "objective:ours/bare")), [
      "no measure",
      "no enabler strategy",
      "not in the current plan",
    ]);
  });

  it("shows a waived objective with reason, date and name, and one that ended without gaps", () => {
    assert.match(
      textIn(boxOf(page, "objective:ours/voice")),
      /^Promise Be heard Measured by waived until 2027-03-31 because: After the survey by Chair /,
    );
    assert.equal(
      textIn(boxOf(page, "objective:ours/old")),
      "Commitment Old ended on 2026-05-01 Reached replaced by waiting",
    );
  });

  it("puts nested objectives into the one above, with its weakest state", () => {
    assert.match(
      textIn(boxOf(page, "objective:ours/whole")),
      /^Commitment Whole deliverable Commitment Part deliverable Done when It stands /,
    );
  });

  it("uses the author's words for kinds, also above capabilities", () => {
    const heads = findTags(page, "h3").map(textIn);
    assert.deepEqual(heads, ["Vision", "Aims", "Strength", "Enabler strategies", "Delivery plans"]);
    assert.match(textIn(boxOf(page, "enabler-strategy:idle")), /supports no objective/);
    assert.match(
      textIn(boxOf(page, "delivery-plan:2026-27")),
      /current 2 priorities Loose delivers no objective/,
    );
  });
});

describe("the traceability table", () => {
  const { page } = drawFixture(WHOLE, "traceability");

  it("has one row for each counted objective, under its aim, with who answers for it", () => {
    const rows = findTags(page, "tr").map(textIn);
    assert.deepEqual(rows.slice(0, 3), [
      "Commitment State Measures Enabler strategies Priorities Who",
      "Aim : Quality",
      "Cut waiting measured Days waited Digital Access 2026/27 Lead: Chair",
    ]);
    assert.equal(rows.length, 7);
  });

  it("marks what can be hidden", () => {
    const marks = findTags(page, "tr").map((row) => row.attributes.get("data-gap"));
    assert.deepEqual(marks, [undefined, undefined, "no", "yes", "yes", "yes", "yes"]);
  });
});

describe("the plan by quarter", () => {
  const { page } = drawFixture(WHOLE, "plan");
  const columns = findTags(page, "thead").flatMap((head) => findTags(head, "th").map(textIn));

  it("has a column for each quarter, and for what is due outside", () => {
    assert.deepEqual(columns, [
      "Q1 Apr to Jun 2026",
      "Q2 Jul to Sep 2026",
      "Q3 Oct to Dec 2026 now",
      "Q4 Jan to Mar 2027",
      "After the plan",
    ]);
  });

  it("places actions and milestones by their last day, and those without a date apart", () => {
    const [first] = findTags(page, "tbody");
    assert.ok(first);
    const [, dated, undated] = findTags(first, "tr");
    assert.ok(dated && undated);
    assert.deepEqual(findTags(dated, "td").map(textIn), [
      "Clinics Action done 2026/27 Q2 Agreed Milestone date passed, no report due 2026-05 of Rota",
      "Rota Action late 2026/27 Q2 Lead: Nurse Phones Action date passed, no report",
      "none",
      "Booking Action from Q2",
      "Next year Milestone due 2027/28",
    ]);
    assert.equal(textIn(undated), "Without a date Talks Action monthly");
  });

  it("names what is late with a word and a shape, and does not claim it where nobody reported", () => {
    const rota = boxOf(page, "action:2026-27/access/rota");
    assert.ok(classesOf(rota).includes("sk-late"));
    assert.ok(findTags(rota, "use").some((one) => one.attributes.get("href") === "#sk-shape-late"));
    const phones = boxOf(page, "action:2026-27/access/phones");
    assert.ok(!classesOf(phones).includes("sk-late"));
    assert.match(textIn(page), /7 actions and milestones 1 late 2 with a date that has passed/);
  });

  it("says which objectives a priority delivers, how it stands, and what it lacks", () => {
    const heads = findTags(page, "th").filter((head) => head.attributes.get("scope") === "rowgroup");
    assert.deepEqual(heads.map(textIn), [
      "Priority Access amber 2026/27 Q2 Lead: Director Delivers Cut waiting",
      "Priority Loose Delivers delivers no objective no action and no milestone",
    ]);
  });

  it("counts quarters from the organisation's year, and years where a plan is long", () => {
    const plan = (period: string, starts: string) => {
      const drawn = drawFixture(
        `
#- o.organisation.yaml
title: O
financial-year: {starts: ${starts}}
#- a.strategy.yaml
title: A
period: 2024 to 2034
organisation: o
objectives: {b: {title: B}}
#- p.delivery-plan.yaml
title: P
strategy: a
period: ${period}
priorities: {q: {title: Q, objectives: [b], actions: {x: {title: X, due: ${period.slice(0, 4)}-08}}}}
`,
        "plan",
      );
      return findTags(drawn.page, "thead").flatMap((head) => findTags(head, "th").map(textIn));
    };
    assert.deepEqual(plan("2026/27", "july")[0], "Q1 Jul to Sep 2026");
    assert.deepEqual(plan("2026", "january").length, 4);
    assert.deepEqual(plan("2026/27 to 2027/28", "april")[7], "2027/28 Q4 Jan to Mar 2028");
    assert.deepEqual(plan("2026/27 to 2030/31", "april").length, 5);
  });
});

describe("the panel", () => {
  it("chooses the strategy and the plan of the day, and takes others by id or period", () => {
    const lookup = lookUpExample("kmpt");
    const today = drawFrom(lookup, "plan");
    assert.deepEqual([today.strategy, today.year], ["kmpt-2020", undefined]);
    assert.match(textIn(today.page), /no delivery plan yet/);
    const before = drawFrom(lookup, "plan", { strategy: "kmpt-2017", year: "2017/18" });
    assert.deepEqual([before.strategy, before.year], ["kmpt-2017", "2017-18"]);
    assert.deepEqual(before.years, [{ id: "2017-18", title: "2017/18: Delivery plan 2017/18" }]);
    assert.equal(drawFrom(lookup, "map", { strategy: "gone" }).strategy, "kmpt-2020");
  });

  it("draws a damaged file as it last was and says where the damage is", () => {
    const first = analyse(fixtureWorkspace(parseFixture(WHOLE)), testEngine);
    const before = createLookup(first);
    const text = first.files.get("l.measures.yaml")?.source.text ?? "";
    const broken = withFile(
      first.workspace,
      textFile("l.measures.yaml", text.replace("Falls, unit", '"Falls, unit')),
    );
    const after = createLookup(analyse(broken, testEngine, first), before);
    const drawn = drawPanel(after, { panel: "map", isWhole: true });
    assert.equal(drawn.html, drawPanel(before, { panel: "map", isWhole: true }).html);
    assert.deepEqual([drawn.stale?.file, drawn.stale?.line], ["l.measures.yaml", 3]);
    assert.match(drawn.stale?.message ?? "", /never closed/);
  });

  it("tells the reason where a file was never read whole, and claims no gap", () => {
    const drawn = drawFixture(`${WHOLE.trimEnd()}\n#- x.measures.yaml\nmeasures: {a: [\n`, "traceability");
    assert.match(
      textIn(drawn.page),
      /^Nothing is drawn, because x\.measures\.yaml cannot be read whole \(line \d\)/,
    );
    assert.deepEqual(gapsIn(drawn.page), []);
    assert.equal(drawn.stale?.file, "x.measures.yaml");
  });

  it("claims nothing while files are being read", () => {
    const lookup = createLookup(analyse(fixtureWorkspace(parseFixture(WHOLE)), testEngine));
    const page = readHtml(drawPanel(lookup, { panel: "map", isWhole: false }).html);
    checkMarkup(page);
    assert.equal(textIn(page), "The files are being read.");
  });
});
