// What the engine says about a file: findings as every output shows them, and what stages and rules hand in for them.

import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";

export type Severity = "error" | "warning" | "info";
/** 0 is the worst. */
export function severityRank(severity: Severity): number {
  return severity === "error" ? 0 : severity === "warning" ? 1 : 2;
}

export type FindingState = "open" | "waived" | "baselined";

/** Steps from a file's root to one of its values: keys as written, list positions from 0. */
export type NodePath = readonly (string | number)[];

/**
 * Where a finding stands: a span, or (from stages that know no offsets) a path into the file. `on` says whether the
 * key or the value at that path is marked; `part` narrows a value to some of its text (offsets within `text`).
 */
export type Place =
  | { readonly file: string; readonly span: Span }
  | { readonly file: string; readonly path: NodePath; readonly on: "key" | "value"; readonly part?: Span };

export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

/** A thing that a finding is about, by its full name. */
export interface Entity {
  readonly kind: string;
  readonly id: string;
  readonly title?: string;
}

/** What a stage refused, as facts; the rule that owns the id has the words and fixes. */
export interface Refusal<Facts = unknown> {
  readonly rule: string;
  readonly place: Place;
  readonly facts: Facts;
  readonly related?: readonly RelatedPlace[];
  readonly entity?: Entity;
  /** The key that it is about, such as `targets.2018/19`; part of the fingerprint. */
  readonly field?: string;
  /** The wrong text itself where one field can hold several; part of the fingerprint. */
  readonly value?: string;
}

/** A finding before profile, config, waivers and baseline had their say. */
export interface RawFinding extends Refusal {
  readonly message: string;
  readonly help: string;
  /** Only of what is about the checking itself, whatever its rule's severity is. */
  readonly severity?: Severity;
  /** Of its place, where that was looked up already. */
  readonly span?: Span;
}

export type FixSafety = "safe" | "unsafe";

export interface FileEdit extends TextEdit {
  readonly file: string;
}

/**
 * A repair. A title that ends in "..." asks a person first and has no edits. A rename or a new file goes with
 * the edits, after them.
 */
export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly FileEdit[];
  readonly renameFile?: { readonly from: string; readonly to: string };
  readonly createFile?: { readonly path: string; readonly text: string };
}

export interface Related {
  readonly message: string;
  readonly file: string;
  readonly span: Span;
}

/** A finding as it is shown: the same in the editor, the terminal, JSON and SARIF. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly message: string;
  readonly help: string;
  readonly file: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly entity?: Entity;
  readonly field?: string;
  readonly value?: string;
  /** Among equal findings of the file, from 2 on. */
  readonly number?: number;
  /** First 12 hex digits of a SHA-256 over rule, item (oldest name), field and value. */
  readonly fingerprint: string;
  /** What the finding was made from; the rule's fixes read it. */
  readonly facts: unknown;
}
