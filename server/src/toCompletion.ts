// From the engine's offers to the protocol's items, as far as the client can show them.

import type { CompletionCard, CompletionItem as Offered, OfferKind, Span } from "@stratkit/core";
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
  MarkupKind,
  type Range,
} from "vscode-languageserver";
import type { Client } from "./client.ts";

/** Kinds for the pictures that editors show; the protocol has none of ours. */
const KINDS: Readonly<Record<OfferKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  new: CompletionItemKind.Snippet,
  period: CompletionItemKind.Value,
  target: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Event,
  file: CompletionItemKind.File,
};

export interface CompletionPlace {
  readonly client: Client;
  readonly uri: string;
  range(span: Span): Range;
}

/** The server owns every edit, so the client is asked to leave the indentation as it comes. */
export function toCompletionItem(offered: Offered, { client, uri, range }: CompletionPlace): CompletionItem {
  const can = client.capabilities.textDocument?.completion?.completionItem;
  const { label, kind, detail, description, filterText, sortText, edit, snippet, documentation, about } =
    offered;
  const asSnippet = can?.snippetSupport === true && snippet !== undefined;
  const canLabel = can?.labelDetailsSupport === true && description !== undefined;
  const said = canLabel ? detail : [detail, description].filter((text) => text !== undefined).join(" · ");
  const item: CompletionItem = {
    label,
    kind: KINDS[kind],
    sortText,
    filterText: filterText ?? label,
    textEdit: { range: range(edit.span), newText: asSnippet ? snippet : edit.newText },
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };
  if (said !== undefined && said !== "") item.detail = said;
  if (canLabel) item.labelDetails = { description };
  if (documentation !== undefined) item.documentation = documentation;
  if (about !== undefined) item.data = { uri, about };
  return offered.deprecated === true ? { ...item, ...retired(can?.tagSupport?.valueSet) } : item;
}

function retired(tags: readonly CompletionItemTag[] | undefined): Partial<CompletionItem> {
  return tags?.includes(CompletionItemTag.Deprecated) === true
    ? { tags: [CompletionItemTag.Deprecated] }
    : { deprecated: true };
}

export function toDocumentation({ capabilities }: Client, card: CompletionCard): MarkupContent {
  const formats = capabilities.textDocument?.completion?.completionItem?.documentationFormat ?? [];
  return formats.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.Markdown, value: card.markdown }
    : { kind: MarkupKind.PlainText, value: card.text };
}
