// The things that strategy files define, as plain values without offsets: what linking, coverage, rules and features
// read. Prose (descriptions, statements, reasons) is left out on purpose, so that typing it changes nothing here.

import type { Entity, NodePath } from "../findings/finding.ts";
import type { Acronym } from "./acronyms.ts";
import type { FileKind } from "./fileName.ts";
import type { PromisedFigure } from "./promisedFigure.ts";

export type ItemKind = Item["kind"];

/** What makes an item unique in the workspace: its space (kinds that share their ids) and its full name. */
export type ItemKey = string;
/** The items of one kind, or of several; an interface that serves several kinds is narrowed to the one. */
export type ItemOf<Kind extends ItemKind> = Kind extends ItemKind ? NarrowTo<Kind, Item> : never;
type NarrowTo<Kind, Each> = Each extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? Each & { readonly kind: Kind }
    : never
  : never;

/** A text with the place where it stands, for findings about the text itself. */
export interface Written {
  readonly text: string;
  readonly path: NodePath;
}

/** A value at a period, both as written: a target, a baseline, a recorded or planned value. */
export interface Dated {
  readonly period: Written;
  readonly value: Written;
}

export interface Waiver {
  readonly rule: string;
  readonly because?: string;
  /** As written; whether it is a day is for waive/incomplete to say. */
  readonly until?: string;
  readonly by?: string;
  readonly path: NodePath;
}

export interface Retirement {
  readonly on?: string;
  readonly because?: string;
  readonly replacedBy?: string;
}

/**
 * One reference as written. `key` is the schema's key that decides what may stand here (linking has the table).
 * `on` says whether the text is a value or a map key; `within` gives its place inside a longer text
 * (`when: caseload at most 40`).
 */
export interface Reference {
  readonly key: ReferenceKey;
  readonly text: string;
  readonly path: NodePath;
  readonly on: "key" | "value";
  readonly within?: { readonly start: number; readonly end: number };
}

export type ReferenceKey =
  | "measures"
  | "moves"
  | "when"
  | "trajectory"
  | "actuals"
  | "parts"
  | "supports"
  | "builds"
  | "objectives"
  | "needs"
  | "strategy"
  | "organisation"
  | "succeeds"
  | "plan"
  | "items"
  | "report-measures"
  | "change-item"
  | "replaced-by"
  | "aligns-to"
  | "partners"
  | "governed-by"
  | "owner"
  | "lead"
  | "by"
  | "agreed-by"
  | "part-of"
  | "to";

interface Base {
  /** Key in its map, or the file's id. */
  readonly key: string;
  /** Unique in the workspace: `kmpt-2017/research`, `2017-18/cmht/caseload-40`, `turnover@cmht`, `dtoc`. */
  readonly id: string;
  readonly title?: string;
  readonly file: string;
  /** Empty for what a file itself describes. */
  readonly path: NodePath;
  /** Key (`keyOf`) of the item that it stands in; absent for what a file itself describes. */
  readonly parent?: ItemKey;
  /** Id of what the file describes. */
  readonly document: string;
  readonly references: readonly Reference[];
  readonly waivers: readonly Waiver[];
  readonly formerly: readonly string[];
  readonly retired?: Retirement;
  /** Open questions written on it, with their count; their texts are prose and stay in the file. */
  readonly unclear: number;
  readonly lead?: Written;
  readonly owner?: Written;
  readonly tags: readonly string[];
  /** Of what a file itself describes: the short forms that the file's texts use; absent where they use none. */
  readonly acronyms?: readonly Acronym[];
}

export type DocumentStatus = "draft" | "adopted" | "closed";

export interface Organisation extends Base {
  readonly kind: "organisation";
  /** 1 to 12; 4 (April) unless the file says otherwise. */
  readonly yearStarts: number;
  /** For measures that write none of their own. */
  readonly tolerance?: WrittenTolerance;
  readonly glossary: readonly GlossaryTerm[];
}

export interface GlossaryTerm {
  readonly term: string;
  readonly meaning?: string;
}

export interface NamedParty extends Base {
  readonly kind: "team" | "board" | "partner" | "policy" | "place";
}

export interface Strategy extends Base {
  readonly kind: "strategy";
  readonly period?: Written;
  readonly status: DocumentStatus;
  /** The local words for kinds: `{objective: "commitment"}`. */
  readonly called: Readonly<Record<string, string>>;
}

/** Something that a strategy, or an enabler strategy, wants to reach. */
export interface Goal extends Base {
  readonly kind: "aim" | "objective" | "capability";
  /** `strategy`, or `enabler-strategy` for an enabler strategy's own objectives. */
  readonly of: "strategy" | "enabler-strategy";
  readonly due?: Written;
  readonly start?: Written;
  readonly doneWhen: boolean;
  /** A figure in its title, so that no rule needs to look at titles. */
  readonly promised?: PromisedFigure;
  /** The local word written on the item itself. */
  readonly called?: string;
}

/** How far a value may miss its target, as written; judging fills in what is left out. */
export interface WrittenTolerance {
  readonly amber?: number;
  readonly red?: number;
  readonly of?: "percent" | "points";
}

export type Better = "lower" | "higher" | "target" | "range" | "none";
export type Role = "kpi" | "context" | "balancing" | "instrument";

export interface MeasureFields {
  readonly unit?: string;
  readonly better?: Better;
  readonly role: Role;
  readonly stage?: string;
  readonly levels: readonly string[];
  readonly targets: readonly Dated[];
  /** Baseline values as written, each with its period where one is given. */
  readonly baseline: readonly { readonly period?: Written; readonly value: Written }[];
  readonly comparators: readonly { readonly id: string; readonly values: readonly Dated[] }[];
  readonly frequency?: string;
  readonly aggregate: "last" | "sum" | "mean" | "max" | "min";
  readonly accumulate: "none" | "year-to-date" | "since-baseline";
  readonly tolerance?: WrittenTolerance;
}

export interface Measure extends Base, MeasureFields {
  readonly kind: "measure";
}

/** A measure in one of its scopes; what the scope does not write, it has from the measure. */
export interface Scope extends Base, MeasureFields {
  readonly kind: "scope";
}

export interface MeasuresLibrary extends Base {
  readonly kind: "measures";
}

export interface EnablerStrategy extends Base {
  readonly kind: "enabler-strategy";
  readonly strategy?: Written;
  readonly status: DocumentStatus;
  readonly period?: Written;
}

export interface DeliveryPlan extends Base {
  readonly kind: "delivery-plan";
  readonly strategy?: Written;
  readonly period?: Written;
  readonly status: DocumentStatus;
  readonly trajectory: readonly { readonly measure: Written; readonly values: readonly Dated[] }[];
}

export interface Priority extends Base {
  readonly kind: "priority";
}

export interface PlanItem extends Base {
  readonly kind: "action" | "milestone";
  readonly due?: Written;
  readonly start?: Written;
  readonly repeats?: string;
  readonly after?: string;
  readonly when?: Written;
  readonly doneWhen: boolean;
}

export interface RecordedValue {
  /** `turnover` or `turnover@cmht`, as written or put together from a CSV row. */
  readonly measure: Written;
  readonly period: Written;
  /** Undefined where the cell or value is empty. */
  readonly value?: Written;
  readonly status: string;
  /** How many are ranked, where the value is a rank. */
  readonly of?: string;
  readonly met?: string;
  readonly path: NodePath;
}

export interface Actuals extends Base {
  readonly kind: "actuals";
  readonly values: readonly RecordedValue[];
}

export interface ProgressReport extends Base {
  readonly kind: "progress-report";
  readonly period?: Written;
}

export type Item =
  | Organisation
  | NamedParty
  | Strategy
  | Goal
  | MeasuresLibrary
  | Measure
  | Scope
  | EnablerStrategy
  | DeliveryPlan
  | Priority
  | PlanItem
  | Actuals
  | ProgressReport;

/** All that one file says to the others. Equal summaries mean that nothing has to be linked again. */
export interface FileSummary {
  readonly file: string;
  readonly kind: FileKind;
  readonly document: string;
  readonly items: readonly Item[];
  /** True where some of the file could not be read, so that nothing is claimed to be missing from it. */
  readonly damaged: boolean;
  /** Keys of the items in which the damage lies: what they say is not known, so nothing is judged of them. */
  readonly damagedItems: readonly ItemKey[];
  /** What was refused on an item, by its key: words of the file that somebody meant, so they are not missing. */
  readonly refusedKeys: readonly RefusedKey[];
}

/** A key of an item that was written and refused: misspelt, empty or in the wrong shape. */
export interface RefusedKey {
  readonly item: ItemKey;
  readonly key: string;
}

const DOCUMENT_SPACE = "document";

/** Strategies, enabler strategies and plans share one space with all that stands in them; other kinds have their own. */
const SPACES: Readonly<Partial<Record<ItemKind, string>>> = {
  strategy: DOCUMENT_SPACE,
  aim: DOCUMENT_SPACE,
  objective: DOCUMENT_SPACE,
  capability: DOCUMENT_SPACE,
  "enabler-strategy": DOCUMENT_SPACE,
  "delivery-plan": DOCUMENT_SPACE,
  priority: DOCUMENT_SPACE,
  action: DOCUMENT_SPACE,
  milestone: DOCUMENT_SPACE,
  scope: "measure",
};

export function keyOf(item: { readonly kind: ItemKind; readonly id: string }): ItemKey {
  return keyIn(item.kind, item.id);
}

export function keyIn(kind: ItemKind, id: string): ItemKey {
  return `${spaceOf(kind)}:${id}`;
}

/** Kinds of one space share their ids. */
export function spaceOf(kind: ItemKind): string {
  return SPACES[kind] ?? kind;
}

/** The same as `keyOf`, to be kept: put together at once, because a template keeps its parts beside the whole. */
export function keptKeyOf({ kind, id }: { readonly kind: ItemKind; readonly id: string }): ItemKey {
  return [spaceOf(kind), id].join(":");
}

const KIND_WORDS: Readonly<Record<ItemKind, readonly [one: string, many: string]>> = {
  organisation: ["organisation", "organisations"],
  team: ["team", "teams"],
  board: ["board", "boards"],
  partner: ["partner", "partners"],
  policy: ["policy", "policies"],
  place: ["place", "places"],
  strategy: ["strategy", "strategies"],
  aim: ["aim", "aims"],
  objective: ["objective", "objectives"],
  capability: ["capability", "capabilities"],
  measures: ["measures library", "measures libraries"],
  measure: ["measure", "measures"],
  scope: ["scope", "scopes"],
  "enabler-strategy": ["enabler strategy", "enabler strategies"],
  "delivery-plan": ["delivery plan", "delivery plans"],
  priority: ["priority", "priorities"],
  action: ["action", "actions"],
  milestone: ["milestone", "milestones"],
  actuals: ["actuals", "actuals"],
  "progress-report": ["progress report", "progress reports"],
};

/** All kinds of item. */
export const ITEM_KINDS = Object.keys(KIND_WORDS) as readonly ItemKind[];

/** The kind's word inside a sentence: "enabler strategy". */
export function kindWord(kind: ItemKind): string {
  return KIND_WORDS[kind][0];
}

export function kindWords(kind: ItemKind): string {
  return KIND_WORDS[kind][1];
}

/** An item as findings refer to it. */
export function entityOf(item: Item): Entity {
  return { kind: item.kind, id: item.id, ...(item.title === undefined ? {} : { title: item.title }) };
}

/** How a message names a thing: `Objective "Embed quality improvement"`; by its id where it has no title. */
export function nameItem(item: Pick<Item, "kind" | "title" | "id">): string {
  const word = kindWord(item.kind);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} "${item.title ?? item.id}"`;
}

/** The same inside a sentence: `objective "Embed quality improvement"`. */
export function nameItemWithin(item: Pick<Item, "kind" | "title" | "id">): string {
  return `${kindWord(item.kind)} "${item.title ?? item.id}"`;
}
