// What a handler may ask of the server: one file with its newest analysis, and how places are written for this client.

import {
  type Analysis,
  getOrAdd,
  indexLines,
  type Lookup,
  type SourceFile,
  type Span,
  type TextEdit,
} from "@stratkit/core";
import type { Location, TextEdit as LspTextEdit, Position, Range } from "vscode-languageserver";
import { type Client, pageOf } from "./client.ts";
import { fromPosition, fromRange } from "./fromLsp.ts";
import type { StrategyRoot } from "./root.ts";
import type { Session } from "./session.ts";
import { type Lined, toLocation, toRange, type Writing } from "./toLsp.ts";
import { keyOf } from "./uris.ts";

/** One file of a root. `analysis` is a snapshot: it stays what it is while the author types on. */
export interface Desk {
  readonly client: Client;
  readonly root: StrategyRoot;
  readonly analysis: Analysis;
  readonly lookup: Lookup;
  readonly path: string;
  readonly source: SourceFile;
  /** False while files are still being read. */
  readonly isWhole: boolean;
  readonly writing: Writing;
  offset(position: Position): number;
  span(range: Range): Span;
  range(span: Span): Range;
  location(path: string, span: Span): Location;
  edit(edit: TextEdit): LspTextEdit;
}

/** Undefined where the document is no file of a strategy: its answers are empty. */
export async function deskFor(session: Session, uri: string): Promise<Desk | undefined> {
  const view = await session.look(uri);
  const source = view?.analysis.files.get(view.path)?.source;
  return view === undefined || source === undefined ? undefined : makeDesk(session, view, source);
}

function makeDesk(
  session: Session,
  view: Pick<Desk, "root" | "analysis" | "path" | "isWhole">,
  source: SourceFile,
): Desk {
  const { client } = session;
  const { encoding } = client;
  const writing = writingFor(session, view.root, view.analysis);
  return {
    ...view,
    client,
    lookup: view.root.lookup(view.analysis),
    source,
    writing,
    offset: (position) => fromPosition(source, position, encoding),
    span: (range) => fromRange(source, range, encoding),
    range: (span) => toRange(source, span, encoding),
    location: (path, span) => toLocation(writing, path, span),
    edit: ({ span, newText }) => ({ range: toRange(source, span, encoding), newText }),
  };
}

export function writingFor(session: Session, root: StrategyRoot, analysis: Analysis): Writing {
  const known = new Map<string, Lined>();
  return {
    encoding: session.client.encoding,
    source: (path) => analysis.files.get(path)?.source,
    lined(path) {
      const text = analysis.workspace.files.get(path)?.text;
      if (text === undefined) return undefined;
      return getOrAdd(known, path, () => ({ text, lines: indexLines(text) }));
    },
    uri: (path) => session.uriOf(root, path),
    version: (path) => session.documents.get(`${root.key}/${path}`)?.version ?? null,
    page: (rule) => pageOf(session.client, rule),
  };
}

/** The root of an address, or the first one. */
export function rootFor(session: Session, uri: string | undefined): StrategyRoot | undefined {
  if (uri === undefined) return session.roots[0];
  const key = keyOf(uri);
  return session.roots.find((root) => root.key === key) ?? session.rootOf(`${key}/.`);
}
