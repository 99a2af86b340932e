// What an empty file may begin with: the smallest file of its kind, and a fuller one.

import { fittedTemplate, type Surroundings } from "../../lookup/fittedTemplate.ts";
import { FILE_KINDS, type FileKind } from "../../model/fileName.ts";
import { kindWord } from "../../model/items.ts";
import { smallestTemplate } from "../../schema/templates.ts";
import type { Offer } from "./item.ts";

export function offerTemplates(kind: FileKind, around: Surroundings): Offer[] {
  const word = capital(kindWord(kind));
  return [
    offerText(`${word}, the smallest`, "only what it must have", smallestTemplate(kind), around),
    offerText(word, "with what most have", fullerTemplate(kind), around),
  ];
}

/** For a text that has no name yet: each template says the name under which it is to be saved. */
export function offerAllTemplates(around: Surroundings): Offer[] {
  return FILE_KINDS.map((kind) => {
    const detail = `save as ${EXAMPLE_IDS[kind]}.${kind}.yaml`;
    return offerText(capital(kindWord(kind)), detail, smallestTemplate(kind), around);
  });
}

const EXAMPLE_IDS: Readonly<Record<FileKind, string>> = {
  organisation: "our-organisation",
  strategy: "our-strategy",
  measures: "workforce",
  "enabler-strategy": "digital",
  "delivery-plan": "2026-27",
  actuals: "our-values",
  "progress-report": "2026-27-q1",
};

function offerText(label: string, detail: string, template: string, around: Surroundings): Offer {
  const lines = fittedTemplate(template, around).trimEnd().split("\n");
  return {
    label,
    kind: "file",
    detail,
    documentation: lines.join("\n"),
    text: lines.flatMap((line, at) => (at === 0 ? [line] : [{ indent: 0 }, line])),
  };
}

function fullerTemplate(kind: FileKind): string {
  return FULLER[kind];
}

const FULLER: Readonly<Record<FileKind, string>> = {
  organisation: `title: Our organisation
financial-year:
  starts: april
teams:
  quality-team: Quality team
boards:
  board:
    title: Board of directors
partners:
  council: County council
policies:
  long-term-plan: Long-term plan
glossary:
  DNA: An appointment that somebody did not attend
`,
  strategy: `title: Our strategy
period: 2026/27 to 2028/29
status: draft
vision: What will be different for the people we serve
values:
  respect: We treat people with care
aims:
  quality:
    title: Provide the highest quality care
    objectives:
      reduce-variation:
        title: Improve care pathways to reduce variation
        lead: Medical Director
        measures:
          readmissions:
            title: Emergency readmissions
            unit: percent
            better: lower
            baseline: {2025/26: 10.1}
            targets: {2028/29: at most 5}
capabilities:
  improvement: Everyone can improve the way we work
`,
  measures: `title: Measures of care
measures:
  readmissions:
    title: Emergency readmissions
    unit: percent
    better: lower
    numerator: People readmitted within 28 days
    denominator: All people discharged
    frequency: monthly
    owner: Chief Operating Officer
    baseline: {2025/26: 10.1}
    targets: {2028/29: at most 5}
`,
  "enabler-strategy": `title: Our enabler strategy
strategy: our-strategy
status: draft
supports: []
builds: []
objectives:
  first-objective:
    title: What this enabler strategy is to achieve
    done-when: What will exist when it is done
    due: 2028/29
actions:
  first-action:
    title: The first piece of work
    due: 2026/27 Q1
`,
  "delivery-plan": `title: Our plan for the year
strategy: our-strategy
period: 2026/27
status: draft
priorities:
  first-priority:
    title: Our first priority
    lead: Chief Operating Officer
    objectives: []
    actions:
      first-action:
        title: The first piece of work
        due: Q2
    milestones:
      first-milestone:
        title: What can be seen to be reached
        due: Q4
`,
  actuals: `title: Our values
measures:
  readmissions:
    2025/26: 10.1
    2026-04: {value: 9.8, status: provisional}
`,
  "progress-report": `title: Our progress
period: 2026/27 Q1
plan: our-plan
overall:
  rag: amber
  summary: How things stand, in two sentences
items: {}
`,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
