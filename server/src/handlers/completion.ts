// `textDocument/completion` and `completionItem/resolve`: what may be written at the cursor, and the card of what an
// item names once it is looked at.

import { complete, completeUntitled, completionCard, indexLines } from "@stratkit/core";
import {
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionRequest,
  CompletionResolveRequest,
} from "vscode-languageserver";
import { asRecord } from "../client.ts";
import { deskFor } from "../desk.ts";
import type { Session } from "../session.ts";
import { toCompletionItem, toDocumentation } from "../toCompletion.ts";
import { toRange } from "../toLsp.ts";
import { keyOf, schemeOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const completion = handler<CompletionParams, CompletionList>(CompletionRequest.type, {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [":", " ", "-", "[", ",", "/", "@"], resolveProvider: true },
  }),
  empty: { isIncomplete: false, items: [] },
  async handle({ textDocument: { uri }, position }, { session }) {
    const desk = await deskFor(session, uri);
    if (desk === undefined) return untitled(session, uri);
    const { items, incomplete } = complete(desk.lookup, desk.path, desk.offset(position));
    const place = { client: desk.client, uri, range: desk.range };
    return {
      isIncomplete: incomplete || !desk.isWhole,
      items: items.map((item) => toCompletionItem(item, place)),
    };
  },
});

export const completionResolve = handler<CompletionItem, CompletionItem | null>(
  CompletionResolveRequest.type,
  {
    capabilities: () => ({}),
    empty: null,
    async handle(item, { session }) {
      const { uri, about } = asRecord(item.data);
      if (typeof uri !== "string" || typeof about !== "string") return item;
      const desk = await deskFor(session, uri);
      const card = desk && completionCard(desk.lookup, about);
      return card === undefined ? item : { ...item, documentation: toDocumentation(session.client, card) };
    },
  },
);

/** A text without a name may become a file of any kind. */
function untitled(session: Session, uri: string): CompletionList {
  const key = keyOf(uri);
  const document = schemeOf(key) === "untitled" ? session.documents.get(key) : undefined;
  if (document === undefined) return { isIncomplete: false, items: [] };
  const { text } = document;
  const source = { text, lines: indexLines(text) };
  const place = {
    client: session.client,
    uri,
    range: (span: { start: number; end: number }) => toRange(source, span, session.client.encoding),
  };
  const { items } = completeUntitled(text, text.length, session.asOf);
  return { isIncomplete: false, items: items.map((item) => toCompletionItem(item, place)) };
}
