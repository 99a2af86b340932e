// A proposal as people make them, on the real example: a target eased, the last measure lost, a milestone put off, an
// objective in other words, something better, and one file only laid out anew.

export const KMPT_PROPOSAL: readonly (readonly [path: string, from: string, to: string])[] = [
  ["cmht.measures.yaml", "targets: {2017/18: at most 40}", "targets: {2017/18: at most 45}"],
  ["patient-flow.measures.yaml", "targets: {every year: 12}", "targets: {every year: 14}"],
  [
    "kmpt-2017.strategy.yaml",
    "title: No patient in a private bed",
    "title: As few patients as possible in a private bed",
  ],
  [
    "kmpt-2017.strategy.yaml",
    "    measures:\n      - dementia-diagnosis-rate\n      - dementia-secondary-care\n      - dementia-ed-attendances\n      - dementia-admissions\n      - dementia-readmissions\n      - dementia-transfer-delays\n      - dementia-length-of-stay\n",
    "",
  ],
  [
    "2017-18.delivery-plan.yaml",
    "        title: Nobody in a team has a caseload above 40\n        tags: [editors-link]\n        due: Q2",
    "        title: Nobody in a team has a caseload above 40\n        tags: [editors-link]\n        due: Q4",
  ],
  [
    "people.enabler-strategy.yaml",
    "\ntitle: People strategy\n",
    "\n# Laid out anew\ntitle:   People strategy\n",
  ],
];

/** Before any of the plan's dates had passed. */
export const KMPT_PROPOSAL_DAY = "2017-05-02";
