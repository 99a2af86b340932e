// The smallest file of each kind that says something, for starting from: every required key, with a text to replace.

import type { FileKind } from "../model/fileName.ts";

const TEMPLATES: Readonly<Record<FileKind, string>> = {
  organisation: `title: Our organisation
financial-year:
  starts: april
`,
  strategy: `title: Our strategy
period: 2026/27 to 2028/29
aims:
  quality:
    title: Provide the highest quality care
    objectives:
      reduce-variation:
        title: Improve care pathways to reduce variation
`,
  measures: `measures:
  readmissions:
    title: Emergency readmissions
    unit: percent
    better: lower
`,
  "enabler-strategy": `title: Our enabler strategy
strategy: our-strategy
supports: []
`,
  "delivery-plan": `title: Our plan for the year
strategy: our-strategy
period: 2026/27
priorities:
  first-priority:
    title: Our first priority
`,
  actuals: `measures:
  readmissions:
    2026-04: 10
`,
  "progress-report": `period: 2026/27 Q1
plan: our-plan
items: {}
`,
};

/** Ends with a newline. */
export function smallestTemplate(kind: FileKind): string {
  return TEMPLATES[kind];
}
