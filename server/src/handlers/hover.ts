// `textDocument/hover`: the card of what the pointer rests on.

import { hover as findHover } from "@stratkit/core";
import { type Hover, type HoverParams, HoverRequest, MarkupKind } from "vscode-languageserver";
import { deskFor } from "../desk.ts";
import { handler } from "./handler.ts";

export const hover = handler<HoverParams, Hover | null>(HoverRequest.type, {
  capabilities: () => ({ hoverProvider: true }),
  empty: null,
  async handle({ textDocument, position }, { session, comparing }) {
    const desk = await deskFor(session, textDocument.uri);
    if (desk === undefined) return null;
    const offset = desk.offset(position);
    const isCard = desk.lookup.occurrenceAt(desk.path, offset) !== undefined;
    const since = isCard ? await comparing.since(desk.root, desk.analysis) : undefined;
    const found = findHover(desk.lookup, desk.path, offset, desk.writing.page, since);
    if (found === undefined) return null;
    const formats = session.client.capabilities.textDocument?.hover?.contentFormat ?? [MarkupKind.PlainText];
    const isPlain = !formats.includes(MarkupKind.Markdown);
    const contents = isPlain
      ? { kind: MarkupKind.PlainText, value: found.text }
      : { kind: MarkupKind.Markdown, value: found.markdown };
    return { contents, range: desk.range(found.span) };
  },
});
