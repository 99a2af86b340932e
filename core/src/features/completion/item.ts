// What completion offers, and the text that it puts in: plain for clients without snippets, and with tab stops.

import type { ItemKey } from "../../model/items.ts";
import type { TextEdit } from "../../text/edits.ts";
import type { Span } from "../../text/span.ts";

export type OfferKind = "key" | "word" | "reference" | "new" | "period" | "target" | "rule" | "file";

export interface CompletionItem {
  readonly label: string;
  readonly kind: OfferKind;
  /** Beside the label: the shape of a key, the title of a thing, how a target is judged. */
  readonly detail?: string | undefined;
  /** Further off: the file of a thing, "needed" for a key. */
  readonly description?: string | undefined;
  /** What typed letters are compared with; without one the label. */
  readonly filterText?: string | undefined;
  /** Items are in this order already. */
  readonly sortText: string;
  /** Replaces the whole word under the cursor, in one line; the new text has its own indentation and line ends. */
  readonly edit: TextEdit;
  /** The edit's text with tab stops, where it has some. */
  readonly snippet?: string | undefined;
  readonly deprecated?: true | undefined;
  /** What the schema says, ready to show. */
  readonly documentation?: string | undefined;
  /** The thing whose card is shown when the item is looked at. */
  readonly about?: ItemKey | undefined;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** There is more than was offered: to be asked again when more is typed. */
  readonly incomplete: boolean;
}

/** A place to fill in; its text stands there until something is typed. */
export interface Stop {
  readonly stop: string;
}

/** A line break, then spaces up to so many columns right of where the text begins. */
export interface Break {
  readonly indent: number;
}

export type Piece = string | Stop | Break;

/** An offer before it is given its place in the text. */
export interface Offer extends Omit<CompletionItem, "edit" | "snippet" | "sortText"> {
  readonly text: readonly Piece[];
  /** A value that stands alone, to be quoted where YAML would read something else. */
  readonly plain?: boolean | undefined;
  /** It begins a list: a dash comes before it. */
  readonly dash?: true;
  /** It stands in the line below, in this column, and what lies behind the colon at `from` gives way. */
  readonly below?: { readonly from: number; readonly column: number };
}

/** An offer with its place in the text. */
export interface Placed {
  readonly offer: Offer;
  /** With what its place asks for. */
  readonly text: readonly Piece[];
  readonly span: Span;
  readonly layout: Layout;
}

export interface Layout {
  readonly eol: string;
  /** Where the text begins. */
  readonly column: number;
}

export function plainText(pieces: readonly Piece[], layout: Layout): string {
  return pieces
    .map((piece) =>
      typeof piece === "string" ? piece : "stop" in piece ? piece.stop : breakText(piece, layout),
    )
    .join("");
}

/** Undefined where there is nothing to fill in. */
export function snippetText(pieces: readonly Piece[], layout: Layout): string | undefined {
  let stops = 0;
  const text = pieces.map((piece) => {
    if (typeof piece === "string") return escapeSnippet(piece);
    if ("indent" in piece) return breakText(piece, layout);
    stops += 1;
    return piece.stop === "" ? `$${stops}` : `\${${stops}:${escapeSnippet(piece.stop)}}`;
  });
  return stops === 0 ? undefined : text.join("");
}

function breakText({ indent }: Break, { eol, column }: Layout): string {
  return eol + " ".repeat(column + indent);
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
