// Gives an offer what its place in the text asks for: indentation, a dash, quotes, brackets that nobody has closed.

import { needsQuotes, quoteText } from "../../edit/quote.ts";
import type { Cursor } from "./cursor.ts";
import type { Offer, Piece, Placed } from "./item.ts";

export function wrapFor(cursor: Cursor, offer: Offer): Placed {
  const { closing, span, layout } = cursor;
  const needsDash = cursor.needsDash || offer.dash === true;
  const { below } = offer;
  const lead = below === undefined ? cursor.lead : layout.eol + " ".repeat(below.column);
  const text: Piece[] = lead === "" ? [] : [lead];
  if (needsDash) text.push("- ");
  text.push(...quoted(offer, cursor));
  if (closing !== "") text.push(closing);
  const column = (below?.column ?? layout.column) + (needsDash ? 2 : 0);
  return {
    offer,
    text,
    span: below === undefined ? span : { start: below.from, end: span.end },
    layout: { ...layout, column },
  };
}

function quoted(offer: Offer, cursor: Cursor): readonly Piece[] {
  const { text } = offer;
  if (cursor.quote !== undefined) return text.map((piece) => inside(piece, cursor.quote ?? "double"));
  if (offer.plain !== true || !text.every((piece) => typeof piece === "string")) return text;
  const whole = text.join("");
  const around = cursor.flow ? "brackets" : "block";
  // The space behind "at most" waits for a figure and is no part of the text.
  return needsQuotes(whole.trimEnd(), around) ? [quoteText(whole.trimEnd(), around)] : text;
}

function inside(piece: Piece, quote: "single" | "double"): Piece {
  if (typeof piece !== "string") return piece;
  return quote === "single" ? piece.replaceAll("'", "''") : JSON.stringify(piece).slice(1, -1);
}
