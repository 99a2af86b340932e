// Builds HTML in which every text is escaped unless it was built here: what an author writes can never become a tag, an
// attribute or a script.

import { escapeHtml } from "../escape.ts";

/** A piece of HTML that is safe to place in another one. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a `${}`: a text or number is escaped, pieces are placed, nothing is nothing. */
export type Part = string | number | Html | undefined | readonly (Html | undefined)[];

/** For templates: `` html`<p class="${name}">${title}</p>` ``; attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? "";
  for (const [at, part] of parts.entries()) markup += place(part) + (strings[at + 1] ?? "");
  return { markup };
}

function place(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "markup" in part ? part.markup : part.map((one) => one?.markup ?? "").join("");
}

/** A text of an author: it cannot turn the direction of what stands around it. */
export function said(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}
