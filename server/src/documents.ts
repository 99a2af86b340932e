// The documents that the client has open. Their texts go before what is on disk.

import type {
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { PositionEncoding } from "./client.ts";
import { unitsAt } from "./columns.ts";
import { keyOf, type UriKey } from "./uris.ts";

export interface OpenDocument {
  readonly key: UriKey;
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** Owns the texts from opening to closing. */
export class Documents {
  readonly #encoding: PositionEncoding;
  readonly #open = new Map<UriKey, { document: TextDocument; shown: OpenDocument }>();

  constructor(encoding: PositionEncoding) {
    this.#encoding = encoding;
  }

  all(): OpenDocument[] {
    return [...this.#open.values()].map(({ shown }) => shown);
  }

  get(key: UriKey): OpenDocument | undefined {
    return this.#open.get(key)?.shown;
  }

  open({ uri, languageId, version, text }: TextDocumentItem): OpenDocument {
    return this.#keep(keyOf(uri), TextDocument.create(uri, languageId, version, text));
  }

  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): OpenDocument | undefined {
    const key = keyOf(textDocument.uri);
    const document = this.#open.get(key)?.document;
    if (document === undefined) return undefined;
    const { version } = textDocument;
    if (this.#encoding === "utf-16")
      return this.#keep(key, TextDocument.update(document, contentChanges, version));
    // Each change speaks of the text that the change before it left.
    let current = document;
    for (const change of contentChanges) {
      current = TextDocument.update(current, [inUnits(change, current, this.#encoding)], version);
    }
    return this.#keep(key, current);
  }

  close(uri: string): UriKey {
    const key = keyOf(uri);
    this.#open.delete(key);
    return key;
  }

  #keep(key: UriKey, document: TextDocument): OpenDocument {
    const shown = { key, uri: document.uri, version: document.version, text: document.getText() };
    this.#open.set(key, { document, shown });
    return shown;
  }
}

function inUnits(
  change: TextDocumentContentChangeEvent,
  document: TextDocument,
  encoding: PositionEncoding,
): TextDocumentContentChangeEvent {
  if (!("range" in change)) return change;
  const convert = ({ line, character }: { line: number; character: number }) => {
    const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    return { line, character: unitsAt(encoding, text, character) };
  };
  const { start, end } = change.range;
  return { range: { start: convert(start), end: convert(end) }, text: change.text };
}
