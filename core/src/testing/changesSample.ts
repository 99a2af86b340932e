// A small trust before and after a proposal that loses a measure, eases a target, moves a date and mends a sentence.

export const BEFORE = `
#- my-trust.organisation.yaml
title: My trust
teams:
  acute: {title: Acute}
  community: {title: Community}
#- my-trust.strategy.yaml
title: My trust 2026-29
organisation: my-trust
period: 2026/27 to 2028/29
status: adopted
aims:
  access:
    title: Care when it is needed
    objectives:
      shorter-waits:
        title: Shorter waits
        lead: acute
        measures: [waits]
      at-home:
        title: Care at home for adults who wait
        lead: community
        measures: [home-care]
      safe-discharge:
        title: Safe discharge
        lead: acute
        measures: [readmissions]
      new-wards:
        title: New wards
        lead: acute
        done-when: The wards are open
#- my-trust.measures.yaml
measures:
  waits:
    title: Days waited
    unit: days
    better: lower
    owner: acute
    baseline: {2025/26: 40}
    targets: {2028/29: 20}
  home-care:
    title: People cared for at home
    unit: people
    better: higher
    owner: community
    baseline: {2025/26: 300}
    targets: {2028/29: 500}
  readmissions:
    title: Emergency readmissions
    unit: percent
    better: lower
    owner: acute
    baseline: {2025/26: 10.1}
    targets: {2028/29: 5}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: my-trust
period: 2026/27
status: adopted
lead: acute
priorities:
  beds:
    title: Beds
    objectives: [safe-discharge]
    milestones:
      bed-model: {title: Bed model live, due: 2026-12-31}
      training: {title: Training, due: 2027-01-31}
  home:
    title: More care at home
    lead: community
    objectives: [at-home, shorter-waits, new-wards]
    milestones:
      team: {title: A team in each town, due: 2027-01-31}
`;

export const EDITS: readonly (readonly [from: string, to: string])[] = [
  ["        lead: acute\n        measures: [waits]\n", "        lead: acute\n"],
  ["Care at home for adults who wait", "Care at home for people who wait"],
  ["targets: {2028/29: 5}", "targets: {2028/29: 7}"],
  ["targets: {2028/29: 500}", "targets: {2028/29: 550}"],
  ["title: Bed model live, due: 2026-12-31", "title: Bed model live, due: 2027-02-28"],
  [
    "due: 2027-01-31}\n  home:",
    "due: 2027-01-31}\n      wards: {title: Wards furnished, due: 2028-05-12}\n  home:",
  ],
  ["teams:\n  acute:", "# Who does the work\nteams:\n  acute:"],
];

export const AFTER = EDITS.reduce((text, [from, to]) => text.replace(from, () => to), BEFORE);
