// From the engine's values to the protocol's: the only place, with fromLsp.ts, that knows both.

import { type Finding, positionAt, type SourceFile, type Span, type Subject } from "@stratkit/core";
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Position,
  type Range,
  SymbolKind,
} from "vscode-languageserver";
import type { PositionEncoding } from "./client.ts";
import { columnFor } from "./columns.ts";

/** How places are written for this client. */
export interface Writing {
  readonly encoding: PositionEncoding;
  /** Undefined for a file whose text is not read. */
  source(path: string): SourceFile | undefined;
  /** The same without its tree, so that nobody has to read it. */
  lined(path: string): Lined | undefined;
  uri(path: string): string;
  /** That of the open text; null where the file is not open. */
  version(path: string): number | null;
  /** Address of a rule's page. */
  page(rule: string): string;
}

/** As much of a file as places in it need. */
export type Lined = Pick<SourceFile, "text" | "lines">;

export function toRange(source: Lined | undefined, span: Span, encoding: PositionEncoding): Range {
  return { start: toPosition(source, span.start, encoding), end: toPosition(source, span.end, encoding) };
}

export function toPosition(source: Lined | undefined, offset: number, encoding: PositionEncoding): Position {
  if (source === undefined) return { line: 0, character: 0 };
  const { line, character } = positionAt(source.lines, offset);
  if (encoding === "utf-16") return { line, character };
  const start = source.lines.lineStarts[line] ?? 0;
  const text = source.text.slice(start, start + character);
  return { line, character: columnFor(encoding, text, character) };
}

export function toLocation(writing: Writing, path: string, span: Span): Location {
  return { uri: writing.uri(path), range: toRange(writing.lined(path), span, writing.encoding) };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** What the editor greys or strikes out. */
const TAGS: Readonly<Record<string, DiagnosticTag>> = {
  "ref/retired": DiagnosticTag.Deprecated,
  "waive/needless": DiagnosticTag.Unnecessary,
};

export function toDiagnostic(writing: Writing, finding: Finding): Diagnostic {
  const tag = TAGS[finding.rule];
  const related = finding.related.map(({ message, file, span }) => ({
    message,
    location: toLocation(writing, file, span),
  }));
  return {
    range: toRange(writing.source(finding.file), finding.span, writing.encoding),
    severity: toSeverity(finding),
    code: finding.rule,
    codeDescription: { href: writing.page(finding.rule) },
    source: "stratkit",
    message: `${finding.message}\n${finding.help}`,
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    data: finding.fingerprint,
  };
}

function toSeverity({ state, severity }: Finding): DiagnosticSeverity {
  if (state === "waived") return DiagnosticSeverity.Information;
  return state === "baselined" ? DiagnosticSeverity.Hint : SEVERITIES[severity];
}

type SymbolOf = Subject["kind"] | "rest";

/** Kinds for the pictures that editors show; the protocol has none of ours. */
const SYMBOL_KINDS: Partial<Readonly<Record<SymbolOf, SymbolKind>>> = {
  organisation: SymbolKind.Package,
  strategy: SymbolKind.Module,
  "enabler-strategy": SymbolKind.Module,
  "delivery-plan": SymbolKind.Module,
  aim: SymbolKind.Namespace,
  objective: SymbolKind.Class,
  capability: SymbolKind.Interface,
  measure: SymbolKind.Field,
  scope: SymbolKind.EnumMember,
  priority: SymbolKind.Namespace,
  action: SymbolKind.Method,
  milestone: SymbolKind.Event,
};

export function toSymbolKind(kind: SymbolOf): SymbolKind {
  return SYMBOL_KINDS[kind] ?? SymbolKind.Property;
}
