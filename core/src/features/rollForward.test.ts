import assert from "node:assert/strict";
import { createLookup, type Lookup } from "../lookup/lookup.ts";
import { analyseFixture, testEngine } from "../testing/checkFindings.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { type Analysis, analyse } from "../workspace/analyse.ts";
import { textFile, withFile } from "../workspace/workspace.ts";
import { openForRollForward, type RollForwardRequest, rollForward } from "./rollForward.ts";

const PLAN = `# The plan of the first year.
title: "Delivery plan 2026/27" # as agreed
strategy: trust
period: 2026/27
status: adopted
lead: Medical Director
trajectory:
  waits: {Q1: 9, Q4: 7}
  beds:
    Q4: 3 # by the end
    2027/28: 2
changes:
  - {item: cmht/training, field: due, was: Q2, now: Q3}

# What we do.

priorities:
  # Teams in the community.
  cmht:
    title: Community teams
    objectives: [access]
    actions:
      # Nobody asked for it twice.
      service-model:
        title: One service model # done in May
        due: Q1
      training:
        title: 'Train: all teams'
        # It began late.
        start: Q1
        due: Q2 # as the board wished
        needs: [service-model, hiring]
        measures:
          trained:
            title: Staff trained # a new one
            unit: percent
          waits:
        milestones:
          half: {title: Half of them, due: Q1}
          all: {title: All of them, due: 2027/28}

      # Recruitment.
      hiring:
        title: >-
          Hire nurses,
          and keep them
        due: Q4
        needs:
          - service-model # first
          - reviews
        formerly: [recruitment]
        waive:
          owner/plan-item-no-lead: {because: Not yet known, until: 2027-01-31}

      reviews: Review every month
    milestones:
      caseload: {title: Caseload at 40, due: 2026-09-30, when: waits at most 40}
  estates:
    title: Estates
    objectives: [access]
    milestones:
      site: {title: Site bought, due: Q1}
`;

const OTHERS = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, lead: Medical Director, measures: [waits, beds]}
#- care.measures.yaml
measures:
  waits: {title: Waits, unit: weeks, better: lower, owner: Chair, baseline: {2025/26: 9}, targets: {2028/29: 5}}
  beds: {title: Beds, unit: beds, better: lower, owner: Chair, baseline: {2025/26: 9}, targets: {2028/29: 5}}
#- 2026-27-q2.progress-report.yaml
plan: 2026-27
period: 2026/27 Q2
items:
  cmht/service-model: {status: done, on: 2026-05-12}
  cmht/training: {status: in progress, percent: 40}
  cmht/training/half: {status: done}
  estates/site: {status: done}
  estates: {status: done}
#- 2026-27-q3.progress-report.yaml
plan: 2026-27
period: 2026/27 Q3
items:
  cmht/service-model: {rag: blue}
  cmht/caseload: {status: late, because: Two posts are vacant, forecast: Q4}
`;

function lookupOf(plan = PLAN, others = OTHERS): Lookup {
  return createLookup(analyseFixture(`${others}#- 2026-27.delivery-plan.yaml\n${plan}`));
}

function rolled(lookup: Lookup, request: Partial<RollForwardRequest> = {}) {
  const result = rollForward(lookup, { year: "2027/28", ...request });
  if ("refused" in result) assert.fail(result.refused);
  const workspace = withFile(
    lookup.analysis.workspace,
    textFile(result.createFile.path, result.createFile.text),
  );
  return { ...result, text: result.createFile.text, after: analyse(workspace, testEngine) };
}

/** Errors that were not there before. */
function newErrors(before: Analysis, after: Analysis): string[] {
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  return after.findings
    .filter(({ severity, fingerprint }) => severity === "error" && !known.has(fingerprint))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const DECISIONS = {
  "2026-27/cmht/training": { carry: true, due: "Q2" },
  "2026-27/cmht/caseload": { drop: "Beaten by events: nobody counts it" },
} as const;

describe("rollForward", () => {
  it("B68 carries what is open as it was written, and leaves behind what is over", () => {
    const lookup = lookupOf();
    const { text, createFile, next, after } = rolled(lookup, { decisions: DECISIONS });
    assert.equal(createFile.path, "2027-28.delivery-plan.yaml");
    assert.equal(next.id, "2027-28");
    assert.equal(
      text,
      `# The plan of the first year.
title: "Delivery plan 2027/28" # as agreed
strategy: trust
period: 2027/28
status: draft
lead: Medical Director
trajectory:
  beds:
    2027/28: 2

# What we do.

priorities:
  # Teams in the community.
  cmht:
    title: Community teams
    objectives: [access]
    actions:
      training:
        title: 'Train: all teams'
        due: Q2 # as the board wished
        needs: [hiring]
        measures:
          trained:
          waits:
        milestones:
          all: {title: All of them, due: 2027/28}

      # Recruitment.
      hiring:
        title: >-
          Hire nurses,
          and keep them
        needs:
          - reviews

      reviews: Review every month

changes:
  - item: 2026-27/cmht/caseload
    field: status
    was: late
    now: stopped
    on: 2026-11-21
    because: "Beaten by events: nobody counts it"
`,
    );
    assert.deepEqual(newErrors(lookup.analysis, after), []);
  });

  it("tells open, missed and ended apart", () => {
    const lookup = lookupOf();
    const plan = lookup.model.items.find(({ kind }) => kind === "delivery-plan");
    assert.ok(plan?.kind === "delivery-plan");
    assert.deepEqual(
      openForRollForward(lookup, plan).map(({ item, standing, status, due }) => [
        item.id,
        standing,
        status,
        due,
      ]),
      [
        ["2026-27/cmht/training", "missed", "in progress", "Q2"],
        ["2026-27/cmht/training/all", "open", undefined, "2027/28"],
        ["2026-27/cmht/hiring", "open", undefined, "Q4"],
        ["2026-27/cmht/reviews", "open", undefined, undefined],
        ["2026-27/cmht/caseload", "missed", "late", "2026-09-30"],
      ],
    );
    const { behind, carried, dropped } = rolled(lookup, { decisions: DECISIONS });
    assert.deepEqual(
      [behind, carried, dropped.map(({ item }) => item)].map((items) => items.map(({ key }) => key)),
      [["service-model", "half", "site"], ["training", "all", "hiring", "reviews"], ["caseload"]],
    );
  });

  it("asks about each missed one, or carries all", () => {
    const lookup = lookupOf();
    const result = rollForward(lookup, { year: "2027/28" });
    assert.ok("refused" in result);
    assert.equal(result.refused, "2 things were missed and are not decided on: carry or drop each of them");
    assert.deepEqual(
      result.undecided?.map(({ item }) => item.id),
      ["2026-27/cmht/training", "2026-27/cmht/caseload"],
    );
    const { text } = rolled(lookup, { undecided: "carry" });
    assert.match(text, /caseload: \{title: Caseload at 40, when: waits at most 40\}\n$/);
    assert.doesNotMatch(text, /changes:/);
  });

  it("drops what stands in a dropped action along with it, and waiting for it", () => {
    const lookup = lookupOf();
    const drop = { "2026-27/cmht/training": { drop: "No budget" } };
    const { text, dropped, after } = rolled(lookup, { decisions: drop, undecided: "carry" });
    assert.deepEqual(
      dropped.map(({ item }) => item.id),
      ["2026-27/cmht/training"],
    );
    assert.doesNotMatch(text, /training:|needs: \[|trained/);
    assert.deepEqual(newErrors(lookup.analysis, after), []);
  });

  it("keeps line ends, braces and the extension of the file", () => {
    const lookup = lookupOf(PLAN.replaceAll("\n", "\r\n"));
    const { text } = rolled(lookup, { decisions: DECISIONS });
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.equal(text.replaceAll("\r\n", "\n"), rolled(lookupOf(), { decisions: DECISIONS }).text);
    const flow = `{title: Plan, strategy: trust, period: "2026/27", priorities: {a: {title: A, objectives: [access], actions: {b: {title: B, due: Q1}, c: C, d: {title: D, due: Q4}}}}}\n`;
    const braces = createLookup(
      analyseFixture(
        `${OTHERS.slice(0, OTHERS.indexOf("#- 2026-27-q2"))}#- plans/ours-2026-27.delivery-plan.yml\n${flow}`,
      ),
    );
    const made = rolled(braces, { decisions: { "ours-2026-27/a/b": { drop: "One, two" } } });
    assert.equal(made.createFile.path, "plans/ours-2027-28.delivery-plan.yml");
    assert.equal(
      made.text,
      `{title: Plan, strategy: trust, period: "2027/28", status: draft, priorities: {a: {title: A, objectives: [access], actions: {c: C, d: {title: D}}}}, changes: [{item: ours-2026-27/a/b, field: status, now: stopped, on: 2026-11-21, because: "One, two"}]}\n`,
    );
    assert.deepEqual(newErrors(braces.analysis, made.after), []);
  });

  it("gives a title of its own a date, and keeps names in full right", () => {
    const lookup = lookupOf(PLAN.replace("needs: [service-model, hiring]", "needs: [2026-27/cmht/hiring]"));
    const { text } = rolled(lookup, {
      undecided: "carry",
      decisions: { "2026-27/cmht/reviews": { carry: true, due: "2027-06" } },
    });
    assert.match(text, /\n {6}reviews:\n {8}title: Review every month\n {8}due: 2027-06\n/);
    assert.match(text, /needs: \[2027-28\/cmht\/hiring\]/);
  });

  it("refuses in one sentence what cannot be done", () => {
    const refused = (request: Partial<RollForwardRequest>, lookup = lookupOf()) => {
      const result = rollForward(lookup, { year: "2027/28", ...request });
      return "refused" in result ? result.refused : undefined;
    };
    assert.equal(
      refused({ year: "2026/27" }),
      'No delivery plan ends before 2026/27: delivery plan "Delivery plan 2026/27" runs to 2027-03-31',
    );
    assert.match(
      refused({ year: "next" }) ?? "",
      /^"next" is not a period: write a year, quarter, month or day/,
    );
    assert.equal(
      refused({ decisions: { "2026-27/cmht/service-model": { carry: true } } }),
      'Action "One service model" is done, so it stays behind: leave it out',
    );
    assert.equal(
      refused({ decisions: { "2026-27/cmht/hiring": { drop: " " } } }),
      'What is dropped needs a reason: say why action "Hire nurses, and keep them" is',
    );
    assert.equal(
      refused({ decisions: { "2026-27/cmht/hiring": { carry: true, due: "2026-05" } } }),
      '"2026-05" lies outside 2027/28: give action "Hire nurses, and keep them" a date in the new plan',
    );
    assert.equal(
      refused({ decisions: { "2026-27/cmht/nothing": { carry: true } } }),
      'Delivery plan "Delivery plan 2026/27" has no action or milestone "2026-27/cmht/nothing": name one of its own',
    );
    assert.equal(
      refused({
        decisions: { "2026-27/cmht/training": { drop: "x" }, "2026-27/cmht/training/all": { carry: true } },
      }),
      'Milestone "All of them" stands in action "Train: all teams", which is dropped: carry both or neither',
    );
    const there = `#- 2027-28.delivery-plan.yaml\n${PLAN.replaceAll("2026/27", "2027/28")}`;
    assert.equal(
      refused({}, lookupOf(PLAN, OTHERS + there)),
      'Delivery plan "Delivery plan 2027/28" is there already for 2027/28: change it instead',
    );
    assert.equal(
      refused({}, lookupOf(PLAN.replace("[access]", "[access"))),
      "2026-27.delivery-plan.yaml cannot be read whole, so nothing is made of it: repair it first",
    );
    const aliased = PLAN.replace("service-model:\n", "service-model: &one\n").replace(
      "reviews: Review every month",
      "reviews: *one",
    );
    assert.equal(
      refused({ undecided: "carry" }, lookupOf(aliased)),
      'Delivery plan "Delivery plan 2026/27" is laid out in a way that cannot be taken apart safely: copy it by hand',
    );
  });

  it("understands the year as a file's id, and asks which plan where several fit", () => {
    assert.equal(rolled(lookupOf(), { year: "2027-28", undecided: "carry" }).next.year, "2027/28");
    const second = `#- other.strategy.yaml
title: Other
period: 2026/27 to 2028/29
objectives: {calm: {title: Calm, lead: Chair, done-when: It is calm}}
#- other-plan.delivery-plan.yaml
title: Other plan
strategy: other
period: 2026/27
priorities: {a: {title: A, objectives: [calm], actions: {b: B}}}
`;
    const lookup = lookupOf(PLAN, OTHERS + second);
    const result = rollForward(lookup, { year: "2027/28" });
    assert.ok("refused" in result);
    assert.equal(
      result.refused,
      "Several delivery plans end before 2027/28 (2026-27, other-plan): say which",
    );
    const plan = lookup.model.items.find(({ id }) => id === "other-plan");
    assert.ok(plan?.kind === "delivery-plan");
    assert.equal(rolled(lookup, { plan }).next.id, "2027-28");
  });

  it("takes out waiting for a name that meant several things, once all of them stay behind", () => {
    const lookup = createLookup(analyse(exampleWorkspace("teaching"), testEngine));
    const drop = { drop: "No funds" };
    const both = { "2026-27/front-door/training": drop, "2026-27/our-people/training": drop };
    const { text, after } = rolled(lookup, { decisions: both, undecided: "carry" });
    assert.match(text, /needs: \[phone-line\]/);
    assert.doesNotMatch(text, /needs: \[training\]/);
    assert.ok(
      after.findings.every(
        ({ rule, file }) => rule !== "ref/not-found" || file !== "2027-28.delivery-plan.yaml",
      ),
    );
  });

  it("rolls a published plan forward without a new error", () => {
    const lookup = createLookup(analyse(exampleWorkspace("kmpt"), testEngine));
    const { text, after, carried } = rolled(lookup, { year: "2018/19", undecided: "carry" });
    assert.equal(carried.length, 72 + 32);
    assert.deepEqual(newErrors(lookup.analysis, after), []);
    const old = lookup.sourceOf("2017-18.delivery-plan.yaml")?.text ?? "";
    const gone = old.split("\n").filter((line) => !text.split("\n").includes(line));
    assert.deepEqual([...new Set(gone.map((line) => line.trim()))].sort(), [
      "due: Q1",
      "due: Q2",
      "due: Q3",
      "due: Q4",
      "period: 2017/18",
      "status: adopted",
      "title: Delivery plan 2017/18",
    ]);
    assert.equal(old.split("\n").length - text.split("\n").length, 29);
  });
});
