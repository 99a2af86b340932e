// Addresses and documents that a file names, so that they can be opened.

import type { Lookup } from "../lookup/lookup.ts";
import type { TreeNode } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";

export interface DocumentLink {
  readonly span: Span;
  readonly target:
    | { readonly kind: "address"; readonly address: string }
    /** A file below the root, if there is one: the engine knows no other files than its own. */
    | { readonly kind: "file"; readonly path: string; readonly fragment?: string };
}

export function documentLinks(lookup: Lookup, path: string): readonly DocumentLink[] {
  const source = lookup.sourceOf(path);
  if (source === undefined) return [];
  const links = [...addressesIn(source.text), ...documentsIn(source.root, source.text)];
  return links.sort((a, b) => a.span.start - b.span.start);
}

function addressesIn(text: string): DocumentLink[] {
  return [...text.matchAll(/\bhttps:\/\/[^\s<>"'`{}|\\^]+/g)].flatMap((match): DocumentLink[] => {
    const address = trimAddress(match[0]);
    if (address.length <= "https://".length) return [];
    return [
      {
        span: { start: match.index, end: match.index + address.length },
        target: { kind: "address", address },
      },
    ];
  });
}

/** A full stop, comma or bracket behind an address belongs to the sentence. */
function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?\]]+$/, "");
  const isUnopened = trimmed.endsWith(")") && trimmed.split(")").length > trimmed.split("(").length;
  return isUnopened ? trimAddress(trimmed.slice(0, -1)) : trimmed;
}

function documentsIn(root: TreeNode | undefined, text: string): DocumentLink[] {
  const found: DocumentLink[] = [];
  const open: (TreeNode | undefined)[] = [root];
  for (let node = open.pop(); node !== undefined || open.length > 0; node = open.pop()) {
    if (node?.kind === "list") for (const item of node.items) open.push(item);
    if (node?.kind !== "map") continue;
    for (const { key, value, merged } of node.entries) {
      if (merged) continue;
      if (key.text === "source") found.push(...documentLink(value, text));
      open.push(value);
    }
  }
  return found;
}

/** `strategy.pdf#page=12`, or the same as the `document` of a source. */
function documentLink(value: TreeNode | undefined, text: string): DocumentLink[] {
  if (value?.kind === "map") {
    const document = value.entries.find(({ key }) => key.text === "document")?.value;
    return document?.kind === "scalar" ? documentLink(document, text) : [];
  }
  if (value?.kind !== "scalar") return [];
  const match = /^(?!\w+:)([^\s#?][^#?\n]*\.[A-Za-z0-9]{2,5})(?:#(\S+))?$/.exec(value.text);
  const [, path = "", fragment] = match ?? [];
  if (match === null || path.startsWith("/") || path.split("/").includes("..")) return [];
  const quoted = value.style === "single" || value.style === "double" ? 1 : 0;
  const span = { start: value.span.start + quoted, end: value.span.end - quoted };
  if (text.slice(span.start, span.end) !== value.text) return [];
  return [{ span, target: { kind: "file", path, ...(fragment === undefined ? {} : { fragment }) } }];
}
