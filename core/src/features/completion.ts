// Completion: what may be written at the cursor, and the edit that writes it in the file's own layout.

import { eolOf } from "../edit/lines.ts";
import { cardOf } from "../lookup/card.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { Day } from "../model/day.ts";
import type { FileKind } from "../model/fileName.ts";
import { CONFIG_FILE, parseFileName } from "../model/fileName.ts";
import type { ItemKey } from "../model/items.ts";
import { ShownBlocks } from "../report/blocks.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { MOST_OFFERS } from "./completion/candidates.ts";
import { offerCells } from "./completion/csv.ts";
import { readCursor } from "./completion/cursor.ts";
import {
  type CompletionItem,
  type CompletionList,
  type Placed,
  plainText,
  snippetText,
} from "./completion/item.ts";
import { offerAt } from "./completion/offer.ts";
import { placeOf } from "./completion/place.ts";
import { offerAllTemplates, offerTemplates } from "./completion/templates.ts";
import { wrapFor } from "./completion/wrap.ts";

const NOTHING: CompletionList = { items: [], incomplete: false };

/** For a file of the workspace, at an offset of its present text. */
export function complete(lookup: Lookup, path: string, offset: number): CompletionList {
  const source = lookup.sourceOf(path);
  if (source === undefined) return NOTHING;
  const name = parseFileName(path);
  const kind = path === CONFIG_FILE ? "config" : name?.kind;
  if (kind === undefined) return NOTHING;
  if (name?.format === "csv") return completeCell(lookup, source, offset);
  const begun = kind === "config" || !isEmpty(source) ? [] : beginFile(lookup, source, kind, offset);
  const cursor = readCursor(source, offset);
  if (cursor === undefined) return listOf(begun, false);
  const { offers, more } = offerAt(placeOf(lookup, kind, cursor));
  const wrapped = offers.map((offer) => wrapFor(cursor, offer));
  return listOf([...begun, ...wrapped], more || !lookup.analysis.workspace.complete);
}

/** For a text that is not saved yet, so that nothing says its kind: the files that it may become. */
export function completeUntitled(text: string, offset: number, asOf: Day): CompletionList {
  if (text.trim() !== "") return NOTHING;
  const layout = { eol: eolOf(text), column: 0 };
  const span = { start: offset, end: offset };
  return listOf(
    offerAllTemplates({ asOf }).map((offer) => ({ offer, text: offer.text, span, layout })),
    false,
  );
}

/** What is shown beside an item while it is looked at: the card of the thing that its `about` names. */
export function completionCard(lookup: Lookup, about: ItemKey): CompletionCard | undefined {
  const item = lookup.model.byKey.get(about);
  return item && new ShownBlocks(cardOf(item, lookup));
}

export interface CompletionCard {
  readonly markdown: string;
  /** For clients that show no Markdown. */
  readonly text: string;
}

function isEmpty({ text }: SourceFile): boolean {
  return !/(?:^|\n)[^\S\n]*[^\s#]/.test(text);
}

function beginFile(lookup: Lookup, source: SourceFile, kind: FileKind, offset: number): Placed[] {
  const lineBegin = source.text.lastIndexOf("\n", offset - 1) + 1;
  const before = source.text.slice(lineBegin, offset).replace("\uFEFF", "");
  // A comment stays as it is; a template begins in a line of its own.
  if (before.trim() !== "") return [];
  const { model, analysis } = lookup;
  const layout = { eol: eolOf(source.text), column: 0 };
  const span = { start: offset - before.length, end: offset };
  const around = { model, asOf: analysis.workspace.asOf };
  return offerTemplates(kind, around).map((offer) => ({ offer, text: offer.text, span, layout }));
}

function completeCell(lookup: Lookup, source: SourceFile, offset: number): CompletionList {
  const cell = offerCells(lookup, source, offset);
  if (cell === undefined) return NOTHING;
  const layout = { eol: "\n", column: 0 };
  const shown = cell.offers.slice(0, MOST_OFFERS);
  return listOf(
    shown.map((offer) => ({ offer, text: offer.text, span: cell.span, layout })),
    cell.more || shown.length < cell.offers.length,
  );
}

function listOf(placed: readonly Placed[], incomplete: boolean): CompletionList {
  return { items: placed.map(itemOf), incomplete };
}

function itemOf({ offer, text, span, layout }: Placed, at: number): CompletionItem {
  const { label, kind, detail, description, filterText, deprecated, documentation, about } = offer;
  return {
    label,
    kind,
    detail,
    description,
    filterText,
    sortText: String(at).padStart(4, "0"),
    edit: { span, newText: plainText(text, layout) },
    snippet: snippetText(text, layout),
    deprecated,
    documentation,
    about,
  };
}
