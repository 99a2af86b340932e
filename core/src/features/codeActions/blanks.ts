// Places to fill in within an edit: as a snippet for clients that know them, and as plain text for all others.

import type { TextEdit } from "../../text/edits.ts";
import type { ActionFileEdit } from "./action.ts";

/** Two signs that nobody writes stand round a place while an edit is put together. */
const OPEN = "\uE000";
const CLOSE = "\uE001";

/** A place to fill in; `usual` stands there until somebody does. */
export function blank(number: number, usual = ""): string {
  return `${OPEN}${number}${usual}${CLOSE}`;
}

export function withBlanks(file: string, edit: TextEdit): ActionFileEdit {
  const { span, newText } = edit;
  const places = new RegExp(`${OPEN}(\\d)([^${CLOSE}]*)${CLOSE}`, "g");
  const plain = newText.replace(places, (_, _number, usual: string) => usual).replace(/ +(?=\n|$)/g, "");
  const escaped = newText.replace(/[\\$}]/g, "\\$&");
  const snippet = escaped.replace(places, (_, number: string, usual: string) =>
    usual === "" ? `$${number}` : `\${${number}:${usual}}`,
  );
  return { file, span, newText: plain, snippet };
}
