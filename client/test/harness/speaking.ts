// What all extensions together say about one text, where ours and a YAML extension would each have something to say.

import { languages, type TextDocument } from "vscode";
import { cardsAt, offersAt } from "./asking.ts";
import { placeOf } from "./documents.ts";

/** A strategy with a slip in its first word. */
export const SLIP = "titel: Ours\nperiod: 2026/27\nobjectives:\n  cut-waiting: {title: Cut waiting}\n";

export interface Said {
  /** Who has a finding at the slip. */
  readonly findings: readonly string[];
  /** How many cards a key has. */
  readonly cards: number;
  /** How often the key `vision` is offered where it may stand. */
  readonly offers: number;
}

export async function saidOf(document: TextDocument): Promise<Said> {
  const slip = placeOf(document, "ti|tel");
  const offers = await offersAt(document, placeOf(document, "|period"));
  return {
    findings: languages
      .getDiagnostics(document.uri)
      .filter(({ range }) => range.contains(slip))
      .map(({ source }) => source ?? "")
      .sort(),
    cards: (await cardsAt(document, placeOf(document, "per|iod"))).length,
    offers: offers.filter((offer) => offer === "vision").length,
  };
}
