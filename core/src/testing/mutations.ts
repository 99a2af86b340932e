// A workspace that uses every key, and edits of it, one for each change that a comparison can report: the tests make
// them by machine, alone and in a git repository beside a real strategy.

export const SAMPLE = `
#- stratkit.config.yaml
extends: review
rules: {measure/no-baseline: warning}
ignore: [old/**]
thread: [measure, baseline, owner]
rag: {amber: 5, red: 10, of: percent}
#- sample-body.organisation.yaml
title: Sample body
financial-year: {starts: april}
figures: {staff: 3500}
glossary: {LOS: Length of stay}
tolerance: {amber: 0, red: 10, of: percent}
teams:
  acute: {title: Acute team}
  community: {title: Community team}
boards:
  assurance: {title: Assurance board}
partners:
  council: {title: County council}
policies:
  long-term: {title: Long Term Plan, year: 2019}
#- sample.strategy.yaml
title: Sample strategy
organisation: sample-body
period: 2026/27 to 2028/29
published: 2026-03-31
status: adopted
aligns-to: [long-term]
governed-by: assurance
vision: Better lives for everybody
purpose: Care that works
values: {respect: We treat people with care}
principles: {open: We hide nothing}
context: {demand: {title: Demand grows, summary: More people ask for help}}
unclear: Which places are meant?
why: Written after a year of listening
aims:
  quality:
    title: The best quality of care
    statement: Care of the highest quality
    objectives:
      waits:
        title: Cut waiting for everyone who needs help
        lead: acute
        due: 2028-03-31
        measures: [wait-days, complaints]
        x-note: ours
      safety:
        title: Safe care in every place
        lead: Chief Nurse
        measures: [falls]
      estate:
        title: A new building in the north
        lead: Director of Estates
        due: 2027-12-31
        done-when: The building is open
  people:
    title: A good place to work
    objectives:
      staying:
        title: People stay with us
        lead: Director of People
        measures: [staff-turnover, engagement]
capabilities:
  data: {title: Use of data, lead: Chief Digital Officer}
#- sample.measures.yaml
title: Measures of the sample
measures:
  wait-days:
    title: Days waited
    description: Median of all who were seen in the month
    unit: days
    better: lower
    stage: outcome
    owner: acute
    numerator: Days between referral and first contact
    frequency: monthly
    lag: 4 weeks
    data-source: Electronic record
    data-quality: 4
    baseline: {value: 40, at: 2025/26, source: Annual report}
    comparators: {national: {title: National median, values: {2025/26: 35}}}
    targets: {2026/27: 35, 2027/28: 30, 2028/29: 20}
    tolerance: {amber: 5, red: 10, of: percent}
    scopes:
      north: {title: Days waited in the north, targets: {2028/29: 25}}
  complaints:
    title: Complaints about waiting
    unit: number
    better: lower
    owner: community
    baseline: {2025/26: 80}
    targets: {2028/29: 40}
  falls:
    title: Falls with harm
    unit: per 1,000 bed days
    better: lower
    role: kpi
    owner: community
    baseline: {2025/26: 4}
    targets: {2028/29: 2}
  staff-turnover:
    title: Staff turnover
    unit: percent
    better: lower
    owner: Director of People
    baseline: {2025/26: 15}
    targets: {2028/29: 10}
  engagement:
    title: Engagement score
    unit: points
    better: higher
    role: balancing
    owner: Director of People
    targets: {2028/29: increase}
  accreditation:
    title: Accreditation
    role: context
    unit: level
    levels: [Bronze, Silver, Gold]
    targets: {2028/29: Silver}
#- sample-estates.enabler-strategy.yaml
title: Estates strategy
strategy: sample
status: adopted
period: 2026/27 to 2028/29
lead: Director of Estates
supports: [estate, safety]
builds: [data]
actions:
  survey: {title: Survey of all sites, due: 2027-03-31}
#- 2026-27.delivery-plan.yaml
title: Delivery plan 2026/27
strategy: sample
period: 2026/27
status: adopted
lead: Chief Operating Officer
trajectory:
  wait-days: {Q1: 39, Q2: 38, Q3: 37, Q4: 35}
priorities:
  access:
    title: Quicker access
    objectives: [waits, safety]
    budget: 500000
    risks: {staffing: {title: Too few staff, rating: high}}
    actions:
      triage:
        title: One triage for all referrals
        start: Q1
        due: Q4
        moves: [wait-days]
        cost: 20000
        with: [general practices]
      weekly-review: {title: Weekly review of lists, repeats: weekly}
    milestones:
      list-cleaned: {title: List cleaned, due: 2026-06-30}
      forty: {title: Nobody waits longer than forty days, due: Q4, when: wait-days at most 40, needs: [triage]}
  building:
    title: The new building
    objectives: [estate]
    milestones:
      roof-on: {title: The roof is on, due: 2027-02-28}
  staff:
    title: A good place to work
    objectives: [staying]
    milestones:
      survey-done: {title: The survey is done, due: 2027-01-31}
#- sample.actuals.yaml
measures:
  wait-days: {2026-04: 39, 2026-05: {value: 38.5, note: After the bank holidays}}
  falls: {2026-04: {value: 3.9, status: provisional}}
#- 2026-27-q1.progress-report.yaml
title: Report on the first quarter
plan: 2026-27
period: 2026/27 Q1
overall: {rag: green, summary: A good start}
items:
  access/list-cleaned: {status: done, on: 2026-06-20}
  access/triage: {status: in progress}
measures:
  wait-days: {rag: green}
`;

/** A text in a file gives way to another; without a text, the file is removed; with an empty one, it is new. */
export type Edit = readonly [path: string, from: string, to?: string];

export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Made on both sides first, so that there is something to change. */
  readonly before?: readonly Edit[];
  /** `class id entity field`, all of them. */
  readonly changes: readonly string[];
}

const S = "sample.strategy.yaml";
const M = "sample.measures.yaml";
const P = "2026-27.delivery-plan.yaml";
const E = "sample-estates.enabler-strategy.yaml";
const O = "sample-body.organisation.yaml";
const C = "stratkit.config.yaml";
const A = "sample.actuals.yaml";
const R = "2026-27-q1.progress-report.yaml";

export const MUTATIONS: readonly Mutation[] = [
  // What is checked at all
  {
    name: "a lower profile",
    edits: [[C, "extends: review", "extends: draft"]],
    changes: ["weakens gate-relaxed stratkit.config.yaml extends"],
  },
  {
    name: "a lower severity",
    edits: [[C, "no-baseline: warning", 'no-baseline: "off"']],
    changes: ["weakens gate-relaxed stratkit.config.yaml rules.measure/no-baseline"],
  },
  {
    name: "more left out",
    edits: [[C, "[old/**]", "[old/**, drafts/**]"]],
    changes: ["weakens gate-relaxed stratkit.config.yaml ignore.drafts/**"],
  },
  {
    name: "a layer dropped",
    edits: [[C, "baseline, owner]", "baseline]"]],
    changes: ["weakens gate-relaxed stratkit.config.yaml thread.owner"],
  },
  {
    name: "a wider tolerance for all",
    edits: [[C, "red: 10", "red: 20"]],
    changes: ["weakens tolerance-eased stratkit.config.yaml rag"],
  },
  {
    name: "a waiver",
    edits: [
      [
        S,
        "    title: The best quality of care\n",
        "    title: The best quality of care\n    waive: {owner/objective-no-lead: {because: Agreed, until: 2027-03-31}}\n",
      ],
    ],
    changes: ["weakens gate-relaxed sample/quality waive.owner/objective-no-lead"],
  },
  // Words
  {
    name: "other words in the vision",
    edits: [[S, "Better lives for everybody", "Better lives for everybody here"]],
    changes: ["review vision-changed sample vision"],
  },
  {
    name: "another value",
    edits: [[S, "We treat people with care", "We treat people kindly"]],
    changes: ["review vision-changed sample values.respect"],
  },
  {
    name: "another title",
    edits: [[S, "A new building in the north", "A bigger building in the north"]],
    changes: ["review reworded sample/estate title"],
  },
  {
    name: "a softer verb",
    edits: [[S, "The building is open", "The team will open it"]],
    changes: ["review reworded sample/estate done-when"],
  },
  {
    name: "from all to some",
    edits: [[S, "Safe care in every place", "Safe care in most places"]],
    changes: ["review scope-narrowed sample/safety title"],
  },
  {
    name: "from will to aim to",
    before: [[S, "Care of the highest quality", "We will give the best care"]],
    edits: [[S, "We will give", "We aim to give"]],
    changes: ["review commitment-softened sample/quality statement"],
  },
  {
    name: "another reason",
    edits: [[S, "a year of listening", "two years of listening"]],
    changes: ["editorial notes-changed sample why"],
  },
  {
    name: "a key of the author's own",
    edits: [[S, "x-note: ours", "x-note: theirs"]],
    changes: ["editorial notes-changed sample/waits x-note"],
  },
  {
    name: "an answered question",
    edits: [[S, "unclear: Which places are meant?\n", ""]],
    changes: ["strengthens question-answered sample unclear"],
  },
  {
    name: "another layout",
    edits: [
      [
        S,
        "vision: Better lives for everybody\npurpose: Care that works\n",
        '# A comment\npurpose: >-\n  Care\n  that works\nvision: "Better  lives for everybody"\n',
      ],
    ],
    changes: ["editorial layout-changed sample"],
  },
  {
    name: "a key that nobody knows",
    edits: [[S, "published: 2026-03-31\n", "published: 2026-03-31\nslogan: Onwards\n"]],
    changes: ["review unclassified sample slogan"],
  },
  // Names and endings
  {
    name: "a new id with the old one",
    edits: [
      [S, "      estate:\n", "      new-building:\n        formerly: [estate]\n"],
      [E, "[estate, safety]", "[new-building, safety]"],
      [P, "[estate]", "[new-building]"],
    ],
    changes: ["review renamed sample/new-building id"],
  },
  {
    name: "a new id without the old one",
    edits: [[S, "      estate:\n", "      new-building:\n"]],
    changes: ["breaks renamed-silently sample/new-building id"],
  },
  {
    name: "an end with a reason",
    edits: [
      [
        S,
        "        done-when: The building is open\n",
        "        done-when: The building is open\n        retired: {on: 2026-11-01, because: Sold}\n",
      ],
    ],
    changes: ["review item-retired sample/estate retired"],
  },
  {
    name: "an end of what was measured",
    edits: [
      [
        S,
        "        measures: [falls]\n",
        "        measures: [falls]\n        retired: {on: 2026-11-01, because: Enough}\n",
      ],
    ],
    changes: ["weakens item-retired sample/safety retired"],
  },
  {
    name: "an id used again",
    before: [
      [
        S,
        "        done-when: The building is open\n",
        "        done-when: The building is open\n        retired: {on: 2026-11-01, because: Sold}\n",
      ],
    ],
    edits: [
      [S, "A new building in the north", "Shorter journeys to work"],
      [S, "        retired: {on: 2026-11-01, because: Sold}\n", ""],
    ],
    changes: ["breaks id-reused sample/estate retired"],
  },
  {
    name: "one split in two",
    edits: [
      [
        S,
        "      safety:\n        title: Safe care in every place\n        lead: Chief Nurse\n        measures: [falls]\n",
        "      safe-wards:\n        title: Safe wards\n        lead: Chief Nurse\n        formerly: [safety]\n        measures: [falls]\n      safe-homes:\n        title: Safe homes\n        lead: Chief Nurse\n        formerly: [safety]\n        measures: [falls]\n",
      ],
      [E, "[estate, safety]", "[estate, safe-wards]"],
      [P, "[waits, safety]", "[waits, safe-wards]"],
    ],
    changes: ["review item-split sample/safe-wards"],
  },
  // Strategies, aims and objectives
  {
    name: "a strategy gone",
    before: [
      [
        "other.strategy.yaml",
        "",
        "title: Other\nperiod: 2026/27\nobjectives: {only: {title: The only one}}\n",
      ],
    ],
    edits: [["other.strategy.yaml", ""]],
    changes: ["breaks strategy-removed other", "breaks objective-removed other/only"],
  },
  {
    name: "a shorter time",
    edits: [[S, "2026/27 to 2028/29", "2026/27 to 2028-12-31"]],
    changes: ["weakens period-shortened sample period"],
  },
  {
    name: "a draft again",
    edits: [[S, "status: adopted", "status: draft"]],
    changes: ["weakens status-lowered sample status"],
  },
  {
    name: "closed",
    edits: [[S, "status: adopted", "status: closed"]],
    changes: ["review strategy-closed sample status"],
  },
  {
    name: "no longer aligned",
    edits: [[S, "aligns-to: [long-term]\n", ""]],
    changes: ["weakens alignment-removed sample aligns-to"],
  },
  {
    name: "an aim gone, its objective elsewhere",
    edits: [[S, "  people:\n    title: A good place to work\n    objectives:\n", ""]],
    changes: ["weakens aim-removed sample/people", "review objective-moved sample/staying"],
  },
  {
    name: "an objective gone",
    edits: [
      [
        S,
        "      estate:\n        title: A new building in the north\n        lead: Director of Estates\n        due: 2027-12-31\n        done-when: The building is open\n",
        "",
      ],
    ],
    changes: ["breaks objective-removed sample/estate"],
  },
  {
    name: "a measured objective gone",
    edits: [
      [
        S,
        "      safety:\n        title: Safe care in every place\n        lead: Chief Nurse\n        measures: [falls]\n",
        "",
      ],
    ],
    changes: ["breaks objective-removed sample/safety"],
  },
  {
    name: "nothing left to measure by",
    edits: [[S, "        measures: [falls]\n", ""]],
    changes: ["breaks last-measure-removed sample/safety measures"],
  },
  {
    name: "a date gone",
    edits: [[S, "        due: 2027-12-31\n", ""]],
    changes: ["weakens due-removed sample/estate due"],
  },
  {
    name: "a later date",
    edits: [[S, "2027-12-31", "2028-06-30"]],
    changes: ["weakens due-later sample/estate due"],
  },
  {
    name: "a date past the end",
    edits: [[S, "2027-12-31", "2029-06-30"]],
    changes: ["breaks due-later sample/estate due"],
  },
  {
    name: "a later date of what was missed",
    edits: [[P, "due: 2026-06-30", "due: 2027-01-31"]],
    before: [[R, "  access/list-cleaned: {status: done, on: 2026-06-20}\n", ""]],
    changes: ["breaks due-later 2026-27/access/list-cleaned due"],
  },
  // Measures
  {
    name: "one measure less",
    edits: [[S, "[wait-days, complaints]", "[wait-days]"]],
    changes: ["weakens measure-removed sample/waits measures"],
  },
  {
    name: "a measure deleted and still named",
    edits: [
      [
        M,
        "  complaints:\n    title: Complaints about waiting\n    unit: number\n    better: lower\n    owner: community\n    baseline: {2025/26: 80}\n    targets: {2028/29: 40}\n",
        "",
      ],
    ],
    changes: ["weakens measure-removed sample/waits measures"],
  },
  {
    name: "a measure in place of another",
    edits: [[S, "[wait-days, complaints]", "[wait-days, engagement]"]],
    changes: ["weakens measure-swapped sample/waits measures"],
  },
  {
    name: "a measure moved",
    edits: [
      [S, "[wait-days, complaints]", "[wait-days]"],
      [S, "measures: [falls]", "measures: [falls, complaints]"],
    ],
    changes: ["review measure-relinked complaints measures"],
  },
  {
    name: "another definition",
    edits: [[M, "referral and first contact", "referral and second contact"]],
    changes: ["weakens measure-redefined wait-days numerator"],
  },
  {
    name: "another definition with a reason",
    edits: [
      [M, "referral and first contact", "referral and second contact"],
      [
        M,
        "{value: 40, at: 2025/26, source: Annual report}",
        "{value: 52, at: 2025/26, source: Annual report, restated: Second contacts count}",
      ],
    ],
    changes: ["review measure-redefined wait-days numerator", "review baseline-restated wait-days baseline"],
  },
  {
    name: "a lower role",
    edits: [[M, "role: kpi", "role: context"]],
    changes: ["weakens role-lowered falls role", "weakens coverage-lowered sample/safety measures"],
  },
  {
    name: "a lower stage",
    edits: [[M, "stage: outcome", "stage: process"]],
    changes: ["weakens stage-lowered wait-days stage"],
  },
  {
    name: "another good side",
    edits: [[M, "unit: days\n    better: lower", "unit: days\n    better: higher"]],
    changes: ["breaks better-reversed wait-days better"],
  },
  {
    name: "no good side",
    edits: [[M, "unit: days\n    better: lower", "unit: days\n    better: none"]],
    changes: ["weakens better-dropped wait-days better"],
  },
  {
    name: "another unit",
    edits: [[M, "unit: days", "unit: weeks"]],
    changes: ["breaks unit-changed wait-days unit"],
  },
  {
    name: "levels in another order",
    edits: [[M, "[Bronze, Silver, Gold]", "[Silver, Bronze, Gold]"]],
    changes: ["breaks unit-changed accreditation levels"],
  },
  {
    name: "a level more",
    edits: [[M, "[Bronze, Silver, Gold]", "[Bronze, Silver, Gold, Platinum]"]],
    changes: ["review reading-changed accreditation levels"],
  },
  {
    name: "a scope gone",
    edits: [[M, "    scopes:\n      north: {title: Days waited in the north, targets: {2028/29: 25}}\n", ""]],
    changes: ["weakens breakdown-removed wait-days@north"],
  },
  {
    name: "measured more rarely",
    edits: [[M, "frequency: monthly", "frequency: quarterly"]],
    changes: ["weakens frequency-lowered wait-days frequency"],
  },
  {
    name: "figures later",
    edits: [[M, "lag: 4 weeks", "lag: 3 months"]],
    changes: ["weakens frequency-lowered wait-days lag"],
  },
  {
    name: "done more rarely",
    edits: [[P, "repeats: weekly", "repeats: monthly"]],
    changes: ["weakens frequency-lowered 2026-27/access/weekly-review repeats"],
  },
  {
    name: "no data source",
    edits: [[M, "    data-source: Electronic record\n", ""]],
    changes: ["weakens data-source-removed wait-days data-source"],
  },
  {
    name: "nothing to compare with",
    edits: [[M, "    comparators: {national: {title: National median, values: {2025/26: 35}}}\n", ""]],
    changes: ["weakens comparator-removed wait-days comparators.national"],
  },
  {
    name: "a wider tolerance",
    edits: [[M, "{amber: 5, red: 10, of: percent}", "{amber: 5, red: 20, of: percent}"]],
    changes: ["weakens tolerance-eased wait-days tolerance"],
  },
  {
    name: "a wider tolerance of the organisation",
    edits: [[O, "{amber: 0, red: 10, of: percent}", "{amber: 2, red: 10, of: percent}"]],
    changes: ["weakens tolerance-eased sample-body tolerance"],
  },
  {
    name: "another data quality",
    edits: [[M, "data-quality: 4", "data-quality: 3"]],
    changes: ["review reading-changed wait-days data-quality"],
  },
  // Targets and baselines
  {
    name: "an easier last target",
    edits: [[M, "2028/29: 20}", "2028/29: 25}"]],
    changes: ["weakens target-weakened wait-days targets.2028/29"],
  },
  {
    name: "an easier planned value",
    edits: [[P, "Q4: 35", "Q4: 36"]],
    changes: ["weakens target-weakened 2026-27 trajectory.wait-days.Q4"],
  },
  {
    name: "an earlier planned value gone",
    edits: [[P, "Q2: 38, ", ""]],
    changes: ["weakens checkpoint-removed 2026-27 trajectory.wait-days.Q2"],
  },
  {
    name: "the last target gone",
    edits: [[M, ", 2028/29: 20}", "}"]],
    changes: ["breaks target-removed wait-days targets.2028/29"],
  },
  {
    name: "the only target gone",
    edits: [[M, "    targets: {2028/29: 2}\n", ""]],
    changes: [
      "breaks target-removed falls targets.2028/29",
      "weakens coverage-lowered sample/safety measures",
    ],
  },
  {
    name: "a direction in place of a figure",
    edits: [[M, "targets: {2028/29: 2}", "targets: {2028/29: reduce}"]],
    changes: [
      "weakens target-made-vague falls targets.2028/29",
      "weakens coverage-lowered sample/safety measures",
    ],
  },
  {
    name: "the same target later",
    edits: [[M, "targets: {2028/29: 2}", "targets: {2029/30: 2}"]],
    changes: ["breaks target-later falls targets.2029/30"],
  },
  {
    name: "the same target sooner",
    edits: [[M, "targets: {2028/29: 2}", "targets: {2027/28: 2}"]],
    changes: ["strengthens target-earlier falls targets.2027/28"],
  },
  {
    name: "a target that cannot be compared",
    edits: [[M, "targets: {2028/29: 2}", "targets: {2028/29: exactly 2}"]],
    changes: ["review target-changed falls targets.2028/29"],
  },
  {
    name: "easier in the first years",
    edits: [[M, "2026/27: 35, 2027/28: 30", "2026/27: 38, 2027/28: 34"]],
    changes: ["weakens targets-back-loaded wait-days targets"],
  },
  {
    name: "an earlier target gone",
    edits: [[M, "2027/28: 30, ", ""]],
    changes: ["weakens checkpoint-removed wait-days targets.2027/28"],
  },
  {
    name: "another baseline",
    edits: [[M, "value: 40, at", "value: 45, at"]],
    changes: ["breaks baseline-rewritten wait-days baseline"],
  },
  {
    name: "no baseline",
    edits: [[M, "    baseline: {2025/26: 4}\n", ""]],
    changes: ["weakens baseline-removed falls baseline"],
  },
  {
    name: "both ends moved",
    edits: [
      [
        M,
        "baseline: {2025/26: 4}\n    targets: {2028/29: 2}",
        "baseline: {2025/26: 3}\n    targets: {2028/29: 1.8}",
      ],
    ],
    changes: ["breaks baseline-rewritten falls baseline", "weakens gap-narrowed falls targets.2028/29"],
  },
  {
    name: "another spelling of a period and a target",
    edits: [[M, "targets: {2028/29: 2}", "targets: {end: at most 2}"]],
    changes: ["editorial layout-changed sample"],
  },
  // Enabler strategies and plans
  { name: "an enabler strategy gone", edits: [[E, ""]], changes: ["breaks enabler-removed sample-estates"] },
  {
    name: "one support less",
    edits: [[E, "[estate, safety]", "[estate]"]],
    changes: ["weakens support-removed sample-estates supports"],
  },
  {
    name: "a plan gone",
    edits: [
      [P, ""],
      [R, ""],
    ],
    changes: ["breaks plan-removed 2026-27", "weakens report-removed 2026-27-q1"],
  },
  {
    name: "an objective that nothing delivers",
    edits: [[P, "objectives: [staying]", "objectives: [waits]"]],
    changes: [
      "breaks objective-unplanned sample/staying objectives",
      "strengthens objective-planned sample/waits objectives",
    ],
  },
  {
    name: "an action gone",
    edits: [[P, "      weekly-review: {title: Weekly review of lists, repeats: weekly}\n", ""]],
    changes: ["weakens plan-item-removed 2026-27/access/weekly-review"],
  },
  {
    name: "a missed milestone gone",
    before: [[R, "  access/list-cleaned: {status: done, on: 2026-06-20}\n", ""]],
    edits: [[P, "      list-cleaned: {title: List cleaned, due: 2026-06-30}\n", ""]],
    changes: ["breaks plan-item-removed 2026-27/access/list-cleaned"],
  },
  {
    name: "a milestone in the next plan",
    before: [
      [
        "2027-28.delivery-plan.yaml",
        "",
        "title: Delivery plan 2027/28\nstrategy: sample\nperiod: 2027/28\npriorities:\n  building: {title: The new building, objectives: [estate]}\n",
      ],
    ],
    edits: [
      [P, "    milestones:\n      roof-on: {title: The roof is on, due: 2027-02-28}\n", ""],
      [
        "2027-28.delivery-plan.yaml",
        "{title: The new building, objectives: [estate]}",
        "{title: The new building, objectives: [estate], milestones: {roof-on: {title: The roof is on, due: Q1}}}",
      ],
    ],
    changes: ["weakens item-deferred 2027-28/building/roof-on"],
  },
  {
    name: "an easier condition",
    edits: [[P, "at most 40", "at most 45"]],
    changes: ["weakens condition-eased 2026-27/access/forty when"],
  },
  {
    name: "less money",
    edits: [[P, "budget: 500000", "budget: 400000"]],
    changes: ["weakens budget-reduced 2026-27/access budget"],
  },
  {
    name: "less money for an action",
    edits: [[P, "cost: 20000", "cost: 10000"]],
    changes: ["weakens budget-reduced 2026-27/access/triage cost"],
  },
  {
    name: "other connections",
    edits: [[P, "moves: [wait-days]", "moves: [wait-days, complaints]"]],
    changes: ["review link-changed 2026-27/access/triage moves"],
  },
  {
    name: "another start",
    edits: [[P, "start: Q1", "start: Q2"]],
    changes: ["review link-changed 2026-27/access/triage start"],
  },
  {
    name: "another rating of a risk",
    edits: [[P, "rating: high", "rating: low"]],
    changes: ["review link-changed 2026-27/access risks"],
  },
  // People and facts
  {
    name: "nobody answers for it",
    edits: [[S, "        lead: Chief Nurse\n", ""]],
    changes: ["breaks owner-removed sample/safety lead"],
  },
  {
    name: "somebody else answers for it",
    edits: [[S, "lead: Chief Nurse", "lead: Medical Director"]],
    changes: ["review owner-changed sample/safety lead"],
  },
  {
    name: "no oversight",
    edits: [[S, "governed-by: assurance\n", ""]],
    changes: ["weakens oversight-removed sample governed-by"],
  },
  {
    name: "another financial year",
    edits: [[O, "starts: april", "starts: january"]],
    changes: ["breaks year-start-changed sample-body financial-year"],
  },
  {
    name: "another figure",
    edits: [[O, "staff: 3500", "staff: 3600"]],
    changes: ["review facts-changed sample-body figures.staff"],
  },
  {
    name: "another policy",
    edits: [[O, "year: 2019", "year: 2024"]],
    changes: ["review facts-changed long-term year"],
  },
  {
    name: "a partner gone",
    edits: [[O, "partners:\n  council: {title: County council}\n", ""]],
    changes: ["review facts-changed council"],
  },
  {
    name: "another finding in the context",
    edits: [[S, "More people ask for help", "Fewer people ask for help"]],
    changes: ["review facts-changed sample context.demand"],
  },
  // Values and reports
  {
    name: "a value rewritten",
    edits: [[A, "2026-04: 39", "2026-04: 37"]],
    changes: ["breaks result-rewritten sample wait-days.2026-04"],
  },
  {
    name: "a provisional value rewritten",
    edits: [[A, "value: 3.9", "value: 4.1"]],
    changes: ["review result-rewritten sample falls.2026-04"],
  },
  {
    name: "a value gone",
    edits: [[A, "2026-04: 39, ", ""]],
    changes: ["weakens result-removed sample wait-days"],
  },
  {
    name: "another judgement",
    edits: [[R, "wait-days: {rag: green}", "wait-days: {rag: amber}"]],
    changes: ["review judgement-rewritten 2026-27-q1 measures.wait-days"],
  },
  {
    name: "a judgement more",
    edits: [
      [
        R,
        "  access/triage: {status: in progress}\n",
        "  access/triage: {status: in progress}\n  building/roof-on: {status: not started}\n",
      ],
    ],
    changes: ["editorial report-added 2026-27-q1 items.building/roof-on"],
  },
  {
    name: "no longer done",
    edits: [[R, "{status: done, on: 2026-06-20}", "{status: in progress}"]],
    changes: [
      "weakens item-reopened 2026-27/access/list-cleaned status",
      "review judgement-rewritten 2026-27-q1 items.access/list-cleaned",
    ],
  },
];
