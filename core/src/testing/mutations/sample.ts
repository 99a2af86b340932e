// A workspace that uses every key, which the mutations edit.

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

export const S = "sample.strategy.yaml";
export const M = "sample.measures.yaml";
export const P = "2026-27.delivery-plan.yaml";
export const E = "sample-estates.enabler-strategy.yaml";
export const O = "sample-body.organisation.yaml";
export const C = "stratkit.config.yaml";
export const A = "sample.actuals.yaml";
export const R = "2026-27-q1.progress-report.yaml";
