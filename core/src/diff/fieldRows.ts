// Which comparison is asked for which key of which kind of thing. Every key of the schemas stands here; a key that does
// not is told of as not understood, and never passed over.

import type { ItemKind } from "../model/items.ts";
import type { FieldRow } from "./comparing.ts";
import { compareFrequency, compareLag } from "./families/frequency.ts";
import { compareWaivers } from "./families/gates.ts";
import {
  compareAlignment,
  compareDue,
  comparePeriodOfStrategy,
  compareStatus,
  linkChanged,
} from "./families/goalFields.ts";
import { compareBesideFigures, compareMeasuresNamed } from "./families/links.ts";
import {
  compareBetter,
  compareComparators,
  compareDataSource,
  compareDefinition,
  compareLevels,
  compareParts,
  compareReading,
  compareRole,
  compareStage,
  compareUnit,
} from "./families/measureFields.ts";
import { compareFacts, compareOversight, compareOwner, compareYearStart } from "./families/people.ts";
import { compareAfter, compareCondition, compareMoney, compareTime } from "./families/planFields.ts";
import {
  compareOtherLinks,
  compareOtherWords,
  comparePlanned,
  compareSupport,
} from "./families/planLinks.ts";
import { compareJudgements, compareReportWords } from "./families/records.ts";
import { compareTolerance } from "./families/toleranceChanges.ts";
import { compareTrajectory } from "./families/trajectories.ts";
import {
  compareNotes,
  compareQuestions,
  compareUnknown,
  compareVision,
  compareVisions,
  compareWords,
} from "./families/words.ts";

export type FieldRows = Readonly<Record<string, FieldRow>>;

/** Things and records of their own stand under such a key, and are compared one by one. */
const byItself: FieldRow = () => [];

/** Former names alone, where the id stays. */
const compareFormerNames: FieldRow = (field) => {
  const [old, now] = [field.pair.base.formerly, field.pair.head.formerly].map((names) => names.join(", "));
  return field.pair.how !== "id" || old === now
    ? []
    : [linkChanged(field, old ?? "", now ?? "", "has other former names")];
};

const EVERYWHERE: FieldRows = {
  title: compareWords,
  description: compareWords,
  why: compareNotes,
  called: compareNotes,
  label: compareNotes,
  tags: compareNotes,
  source: compareNotes,
  unclear: compareQuestions,
  waive: compareWaivers,
  formerly: compareFormerNames,
  retired: byItself,
};

const WHERE_SOMETHING_IS_DONE: FieldRows = {
  lead: compareOwner,
  owner: compareOwner,
  with: compareOtherWords,
  for: compareOtherWords,
  partners: compareOtherLinks,
  "aligns-to": compareAlignment,
  "governed-by": compareOversight,
};

const GOAL: FieldRows = {
  statement: compareWords,
  start: compareTime,
  due: compareDue,
  measures: compareMeasuresNamed,
  "done-when": compareWords,
  impacts: compareWords,
  objectives: byItself,
  weight: compareReading,
  supports: compareSupport,
  builds: compareSupport,
};

const MEASURE: FieldRows = {
  unit: compareUnit,
  better: compareBetter,
  role: compareRole,
  headline: compareNotes,
  stage: compareStage,
  baseline: compareBesideFigures,
  targets: compareBesideFigures,
  scopes: byItself,
  each: compareReading,
  comparators: compareComparators,
  numerator: compareDefinition,
  denominator: compareDefinition,
  formula: compareDefinition,
  exclusions: compareDefinition,
  levels: compareLevels,
  frequency: compareFrequency,
  lag: compareLag,
  "data-source": compareDataSource,
  "data-quality": compareReading,
  aggregate: compareReading,
  accumulate: compareReading,
  tolerance: compareTolerance,
  obligation: compareReading,
  weight: compareReading,
  spc: compareReading,
  parts: compareParts,
};

const PLAN_ITEM: FieldRows = {
  start: compareTime,
  due: compareDue,
  repeats: compareFrequency,
  after: compareAfter,
  when: compareCondition,
  "done-when": compareWords,
  measures: compareMeasuresNamed,
  moves: compareOtherLinks,
  needs: compareOtherLinks,
  cost: compareMoney,
  obligation: compareReading,
  milestones: byItself,
  supports: compareSupport,
};

const FACTS: FieldRows = {
  title: compareFacts,
  description: compareFacts,
  "part-of": compareFacts,
  scope: compareFacts,
  members: compareFacts,
  type: compareFacts,
  year: compareFacts,
  population: compareFacts,
  figures: compareFacts,
};

const ORGANISATION: FieldRows = {
  title: compareFacts,
  description: compareFacts,
  "financial-year": compareYearStart,
  figures: compareFacts,
  glossary: compareFacts,
  tolerance: compareTolerance,
  teams: byItself,
  boards: byItself,
  partners: byItself,
  policies: byItself,
  places: byItself,
};

const OF_KIND: Readonly<Record<ItemKind, FieldRows>> = {
  organisation: ORGANISATION,
  team: FACTS,
  board: FACTS,
  partner: FACTS,
  policy: FACTS,
  place: FACTS,
  strategy: {
    period: comparePeriodOfStrategy,
    organisation: compareFacts,
    published: compareFacts,
    status: compareStatus,
    succeeds: compareOtherLinks,
    vision: compareVision,
    purpose: compareVision,
    values: compareVisions,
    principles: compareVisions,
    context: compareFacts,
    aims: byItself,
    objectives: byItself,
    capabilities: byItself,
    measures: compareMeasuresNamed,
  },
  aim: GOAL,
  objective: GOAL,
  capability: GOAL,
  measures: { title: compareNotes, description: compareNotes, measures: byItself },
  measure: MEASURE,
  scope: MEASURE,
  "enabler-strategy": {
    strategy: compareOtherLinks,
    status: compareStatus,
    period: compareTime,
    supports: compareSupport,
    builds: compareSupport,
    objectives: byItself,
    actions: byItself,
    measures: compareMeasuresNamed,
  },
  "delivery-plan": {
    strategy: compareOtherLinks,
    period: compareTime,
    status: compareStatus,
    priorities: byItself,
    trajectory: compareTrajectory,
    changes: compareJudgements,
  },
  priority: {
    objectives: comparePlanned,
    actions: byItself,
    milestones: byItself,
    measures: compareMeasuresNamed,
    budget: compareMoney,
    risks: compareOtherWords,
  },
  action: PLAN_ITEM,
  milestone: PLAN_ITEM,
  actuals: { title: compareNotes, description: compareNotes, measures: byItself },
  "progress-report": {
    title: compareReportWords,
    description: compareReportWords,
    plan: compareReportWords,
    strategy: compareReportWords,
    period: compareReportWords,
    to: compareReportWords,
    overall: compareJudgements,
    items: compareJudgements,
    measures: compareJudgements,
    changes: compareJudgements,
  },
};

/** Whether a key has a row of its own. */
export function isKnownField(kind: ItemKind, key: string): boolean {
  return rowOf(kind, key) !== compareUnknown;
}

export function rowOf(kind: ItemKind, key: string): FieldRow {
  const own = OF_KIND[kind];
  if (Object.hasOwn(own, key)) return own[key] ?? compareUnknown;
  if (Object.hasOwn(EVERYWHERE, key)) return EVERYWHERE[key] ?? compareUnknown;
  if (Object.hasOwn(WHERE_SOMETHING_IS_DONE, key)) return WHERE_SOMETHING_IS_DONE[key] ?? compareUnknown;
  return key.startsWith("x-") ? compareNotes : compareUnknown;
}

/** Links of these keys change with the things that they lead to, though the file that names them stays the same. */
export const ALWAYS_ASKED: Readonly<Partial<Record<ItemKind, readonly string[]>>> = {
  strategy: ["measures"],
  aim: ["measures"],
  objective: ["measures"],
  capability: ["measures"],
  "enabler-strategy": ["measures"],
  priority: ["measures"],
  action: ["measures"],
  milestone: ["measures"],
};
