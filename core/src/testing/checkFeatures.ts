// The one place where tests ask the read-only features. Answers are compared as pictures of text, not as offsets.

import assert from "node:assert/strict";
import { codeLenses, codeLensPlaces } from "../features/codeLenses.ts";
import { definition } from "../features/definition.ts";
import { documentHighlight } from "../features/documentHighlight.ts";
import { documentLinks } from "../features/documentLinks.ts";
import { documentSymbols, type OutlineSymbol } from "../features/documentSymbols.ts";
import { foldingRanges } from "../features/foldingRanges.ts";
import { hover } from "../features/hover.ts";
import { inlayHints } from "../features/inlayHints.ts";
import { references } from "../features/references.ts";
import { selectionRanges } from "../features/selectionRanges.ts";
import { prepareTypeHierarchy, subtypes, supertypes } from "../features/typeHierarchy.ts";
import { workspaceSymbols } from "../features/workspaceSymbols.ts";
import type { Item } from "../model/items.ts";
import { positionAt } from "../text/lines.ts";
import type { CheckOptions } from "./checkFindings.ts";
import { type AtCursor, lookUpFixture, showPlace } from "./cursor.ts";

/** The hover as plain text; undefined where nothing is shown. */
export function checkHover(fixture: string, expected: string | undefined, options: CheckOptions = {}): void {
  const { lookup, path, offset } = lookUpFixture(fixture, options);
  assert.equal(hover(lookup, path, offset)?.text, expected?.replace(/^\n/, "").trimEnd());
}

export function checkHoverMarkdown(fixture: string, expected: string): void {
  const { lookup, path, offset } = lookUpFixture(fixture);
  assert.equal(hover(lookup, path, offset)?.markdown, expected.replace(/^\n/, "").trimEnd());
}

/** `what is pointed at -> where it leads`. */
export function checkDefinition(fixture: string, expected: string | undefined): void {
  const { lookup, path, offset } = lookUpFixture(fixture);
  const found = definition(lookup, path, offset);
  const origin = found && lookup.sourceOf(path)?.text.slice(found.origin.start, found.origin.end);
  assert.equal(found && `${origin} -> ${showPlace(lookup.analysis, found.file, found.name)}`, expected);
}

export function checkReferences(fixture: string, expected: readonly string[]): void {
  const { lookup, path, offset } = lookUpFixture(fixture);
  const found = references(lookup, path, offset, "references-only");
  assert.deepEqual(
    found.map(({ file, span }) => showPlace(lookup.analysis, file, span)),
    expected,
  );
}

export function checkHighlight(fixture: string, expected: readonly string[]): void {
  const { lookup, path, offset } = lookUpFixture(fixture);
  const found = documentHighlight(lookup, path, offset);
  assert.deepEqual(
    found.map(({ span, kind }) => `${kind} ${showPlace(lookup.analysis, path, span)}`),
    expected,
  );
}

/** The outline, indented: `name [detail]`. */
export function checkOutline(at: AtCursor, expected: string): void {
  const lines: string[] = [];
  const add = (symbol: OutlineSymbol, depth: number): void => {
    assert.ok(symbol.whole.start <= symbol.selection.start && symbol.selection.end <= symbol.whole.end);
    lines.push(`${"  ".repeat(depth)}${symbol.name} [${symbol.detail}]`);
    for (const child of symbol.children) add(child, depth + 1);
  };
  for (const symbol of documentSymbols(at.lookup, at.path)) add(symbol, 0);
  assert.equal(lines.join("\n"), expected.replace(/^\n/, "").trimEnd());
}

export function checkWorkspaceSymbols(fixture: string, query: string, expected: readonly string[]): void {
  const { lookup } = lookUpFixture(fixture);
  const found = workspaceSymbols([lookup], query);
  assert.deepEqual(
    found.map(({ name, detail }) => `${name} [${detail}]`),
    expected,
  );
}

/** One line for each lens: `id: words`. */
export function checkLenses(fixture: string, expected: string, options: CheckOptions = {}): void {
  const { lookup, path } = lookUpFixture(fixture, options);
  const lines = codeLenses(lookup, path).map(({ item, title }) => `${item.id}: ${title}`);
  assert.equal(lines.join("\n"), expected.replace(/^\n/, "").trimEnd());
}

/** What a click on the lens of an item shows. */
export function checkLensPlaces(fixture: string, id: string, expected: readonly string[]): void {
  const { lookup, path } = lookUpFixture(fixture);
  const lens = codeLenses(lookup, path).find(({ item }) => item.id === id);
  assert.ok(lens, id);
  const places = codeLensPlaces(lookup, lens.item);
  assert.deepEqual(
    places.map(({ file, span }) => showPlace(lookup.analysis, file, span)),
    expected,
  );
}

/** The text of the cursor's file with its hints written into it in double angle brackets. */
export function checkInlayHints(fixture: string, expected: string): void {
  const { lookup, path } = lookUpFixture(fixture);
  const text = lookup.sourceOf(path)?.text ?? "";
  let shown = "";
  let done = 0;
  for (const hint of inlayHints(lookup, path, { start: 0, end: text.length })) {
    shown += `${text.slice(done, hint.offset)}⟪${hint.text}⟫`;
    done = hint.offset;
  }
  assert.equal(shown + text.slice(done), expected.replace(/^\n/, ""));
}

export function checkDocumentLinks(fixture: string, expected: readonly string[]): void {
  const { lookup, path } = lookUpFixture(fixture);
  const text = lookup.sourceOf(path)?.text ?? "";
  const found = documentLinks(lookup, path).map(({ span, target }) => {
    const to =
      target.kind === "address" ? target.address : `file ${target.path} ${target.fragment ?? ""}`.trim();
    return `${text.slice(span.start, span.end)} -> ${to}`;
  });
  assert.deepEqual(found, expected);
}

/** `first line-last line`, 1-based; comments say so. */
export function checkFolding(fixture: string, expected: readonly string[], most?: number): void {
  const { lookup, path } = lookUpFixture(fixture);
  const source = lookup.sourceOf(path);
  assert.ok(source);
  const found = foldingRanges(source, most).map(({ span, kind }) => {
    const lines = `${positionAt(source.lines, span.start).line + 1}-${positionAt(source.lines, span.end).line + 1}`;
    return kind === "comment" ? `${lines} comment` : lines;
  });
  assert.deepEqual(found, expected);
}

/** The growing selections; of those that go over lines the first and last words. */
export function checkSelection(fixture: string, expected: readonly string[]): void {
  const { lookup, path, offset } = lookUpFixture(fixture);
  const source = lookup.sourceOf(path);
  assert.ok(source);
  const found = selectionRanges(source, offset).map(({ start, end }) => {
    const text = source.text.slice(start, end).trim();
    return text.includes("\n") ? `${text.split(/\s+/)[0]} ... ${text.split(/\s+/).at(-1)}` : text;
  });
  assert.deepEqual(found, expected);
}

export interface ThreadSteps {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** One step up and one down from the thing at the cursor; undefined where no thread runs. */
export function checkThreadSteps(fixture: string, expected: ThreadSteps | undefined): void {
  const { lookup, path, offset } = lookUpFixture(fixture);
  const item = prepareTypeHierarchy(lookup, path, offset);
  const ids = (items: readonly Item[]) => items.map(({ id }) => id);
  const found = item && { up: ids(supertypes(lookup, item)), down: ids(subtypes(lookup, item)) };
  assert.deepEqual(found, expected);
}
