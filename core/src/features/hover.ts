// What a person is told about what the pointer rests on: the thing that an id stands for, how a target or period is
// read, a rule or a waiver, a key or a word of the format.

import { linksFrom } from "../link/model.ts";
import { type Block, type Fact, factsBlock } from "../lookup/blocks.ts";
import { cardOf, type Since, sayWaiver } from "../lookup/card.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { readTargetOf, readWhenOf } from "../lookup/targetReading.ts";
import { daysOf, periodsOf, samePath } from "../lookup/writtenPeriods.ts";
import { CONFIG_FILE, parseFileName } from "../model/fileName.ts";
import { formatPeriod } from "../model/formatPeriod.ts";
import type { Item } from "../model/items.ts";
import { ShownBlocks } from "../report/blocks.ts";
import type { Rule } from "../rules/rule.ts";
import { rulePage } from "../rules/rulePage.ts";
import { describeAt } from "../schema/lookup.ts";
import { type Cursor, findCursor } from "../syntax/cursor.ts";
import type { Span } from "../text/span.ts";

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
  /** For clients that show no Markdown. */
  readonly text: string;
}

/** `pageOf` gives the address of a rule's page; `since` what changed, where that is known. */
export function hover(
  lookup: Lookup,
  path: string,
  offset: number,
  pageOf: (rule: string) => string = rulePage,
  since?: Since,
): Hover | undefined {
  const occurrence = lookup.occurrenceAt(path, offset);
  if (occurrence !== undefined) return toHover(occurrence.span, cardOf(occurrence.item, lookup, since));
  const source = lookup.sourceOf(path);
  if (source === undefined) return undefined;
  const cursor = findCursor(source, offset);
  if (cursor.scalar === undefined) return undefined;
  const blocks =
    ruleBlocks(cursor, path, lookup, pageOf) ??
    targetBlocks(cursor, path, lookup) ??
    periodBlocks(cursor, path, lookup) ??
    formatBlocks(cursor, path, lookup);
  return blocks === undefined ? undefined : toHover(cursor.scalar.span, blocks);
}

function toHover(span: Span, blocks: readonly Block[]): Hover {
  return Object.assign(new ShownBlocks(blocks), { span });
}

function ruleBlocks(
  cursor: Cursor,
  path: string,
  lookup: Lookup,
  pageOf: (rule: string) => string,
): Block[] | undefined {
  const id = cursor.scalar?.text ?? "";
  const rule = lookup.analysis.engine.rules.byId.get(id);
  if (rule === undefined) return undefined;
  const holder = itemAround(cursor, path, lookup);
  const waiver = holder?.waivers.find((written) => samePath(written.path, cursor.path));
  const said: Fact[] =
    holder === undefined || waiver === undefined
      ? []
      : [{ label: "Waiver", text: sayWaiver(waiver, holder, lookup) }];
  return [
    { kind: "title", text: rule.id },
    { kind: "text", text: rule.what },
    { kind: "text", text: rule.why },
    ...factsBlock([...said, { label: "Severity", text: saySeverity(rule) }]),
    { kind: "link", text: "How to put it right", address: pageOf(rule.id) },
  ];
}

function saySeverity(rule: Rule): string {
  const { draft, review, publish } = rule.severity;
  return draft === review && review === publish
    ? draft
    : `${draft} in draft, ${review} in review, ${publish} in publish`;
}

/** The innermost thing around the cursor. */
function itemAround({ path: at }: Cursor, path: string, lookup: Lookup): Item | undefined {
  const items = lookup.summaryOf(path)?.items ?? [];
  const around = items.filter((item) => item.path.every((step, index) => at[index] === step));
  return around.reduce<Item | undefined>(
    (inner, item) => (inner === undefined || item.path.length > inner.path.length ? item : inner),
    undefined,
  );
}

function targetBlocks(cursor: Cursor, path: string, lookup: Lookup): Block[] | undefined {
  const item = cursor.on === "value" ? itemAround(cursor, path, lookup) : undefined;
  const text = item === undefined ? undefined : readAsTarget(item, cursor, lookup);
  return text === undefined ? undefined : [{ kind: "text", text }];
}

function readAsTarget(item: Item, { path }: Cursor, { bench, model }: Lookup): string | undefined {
  if (item.kind === "measure" || item.kind === "scope") {
    const reading = bench.thread.targetsOf(item).find(({ written }) => samePath(written.value.path, path));
    return reading === undefined ? undefined : readTargetOf(item, reading, bench);
  }
  if (item.kind !== "action" && item.kind !== "milestone") return undefined;
  if (item.when === undefined || !samePath(item.when.path, path)) return undefined;
  const link = linksFrom(model, item, "when")[0];
  if (link?.to.kind !== "measure" && link?.to.kind !== "scope") return undefined;
  return readWhenOf(item.when.text.slice(link.reference.within?.end ?? 0), link.to, bench);
}

function periodBlocks(cursor: Cursor, path: string, lookup: Lookup): Block[] | undefined {
  const item = itemAround(cursor, path, lookup);
  if (item === undefined) return undefined;
  const written = periodsOf(item, lookup.bench).find(
    (one) => one.on === cursor.on && samePath(one.written.path, cursor.path),
  );
  const days = written === undefined ? undefined : daysOf(written, lookup.bench);
  if (written === undefined || days === undefined) return undefined;
  return [{ kind: "text", text: `${written.written.text}: ${formatPeriod(days)}` }];
}

/** What the format says of a key, or of a word that the format knows. */
function formatBlocks({ path: at, on, scalar }: Cursor, path: string, lookup: Lookup): Block[] | undefined {
  const name = parseFileName(path);
  const kind = path === CONFIG_FILE ? "config" : name?.format === "yaml" ? name.kind : undefined;
  const place = kind === undefined ? undefined : describeAt(lookup.analysis.engine.schemas.schemas, kind, at);
  if (place === undefined) return undefined;
  if (on === "value") {
    const word = place.words.find((known) => known.word === scalar?.text);
    return word?.description === undefined
      ? undefined
      : [{ kind: "text", text: `${word.word}: ${word.description}` }];
  }
  if (place.title === undefined && place.description === undefined) return undefined;
  const [example] = place.examples;
  const key = String(at.at(-1));
  return [
    { kind: "title", text: place.title ?? key },
    ...(place.description === undefined ? [] : [{ kind: "text" as const, text: place.description }]),
    ...(example === undefined
      ? []
      : [{ kind: "example" as const, text: `${key}: ${writeExample(example)}` }]),
  ];
}

/** On one line, as an author would write it. */
function writeExample(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeExample).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, of]) => `${key}: ${writeExample(of)}`);
  return `{${entries.join(", ")}}`;
}
