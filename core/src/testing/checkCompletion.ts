// The one place where tests ask for completion: a workspace as one text with the cursor as `$0`, and what came out.

import assert from "node:assert/strict";
import type { CompletionItem, CompletionList } from "../features/completion/item.ts";
import { complete } from "../features/completion.ts";
import { createLookup } from "../lookup/lookup.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { applyEdits } from "../text/edits.ts";
import { analyse } from "../workspace/analyse.ts";
import type { Engine } from "../workspace/analyseFile.ts";
import { textFile } from "../workspace/workspace.ts";
import { testEngine } from "./checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "./fixture.ts";

export interface Completed extends CompletionList {
  readonly path: string;
  readonly offset: number;
  /** The file's text without the cursor's mark. */
  readonly text: string;
  readonly labels: readonly string[];
  /** The only item of that label (and detail, where several have it). */
  item(label: string, detail?: string): CompletionItem;
  /** The file after accepting an item; tab stops stand as `‹text›`, in the plain variant as their text. */
  accept(label: string, detail?: string): string;
  acceptPlain(label: string, detail?: string): string;
}

/** `$0` stands once, in the file in which completion is asked for. */
export function completeFixture(
  marked: string,
  options: { readonly asOf?: string; readonly engine?: Engine } = {},
): Completed {
  const fixture = parseFixture(marked);
  const at = fixture.files.findIndex((file) => file.text.includes("$0"));
  const file = fixture.files[at];
  assert.ok(file, "the fixture has no $0");
  const offset = file.text.indexOf("$0");
  const text = file.text.replace("$0", "");
  const files = fixture.files.map((one) => (one === file ? textFile(file.path, text) : one));
  const workspace = fixtureWorkspace({ ...fixture, files }, options);
  const list = complete(createLookup(analyse(workspace, options.engine ?? testEngine)), file.path, offset);
  return completed(list, file.path, text, offset);
}

export function completed(list: CompletionList, path: string, text: string, offset: number): Completed {
  const item = (label: string, detail?: string) => {
    const found = list.items.filter(
      (one) => one.label === label && (detail === undefined || one.detail === detail),
    );
    assert.equal(
      found.length,
      1,
      `${label} is offered ${found.length} times among ${labelsOf(list).join(", ")}`,
    );
    return found[0] as CompletionItem;
  };
  return {
    ...list,
    path,
    offset,
    text,
    labels: labelsOf(list),
    item,
    accept: (label, detail) => withSnippet(text, item(label, detail), (stop) => `‹${stop}›`),
    acceptPlain: (label, detail) => applyEdits(text, [item(label, detail).edit]),
  };
}

function labelsOf(list: CompletionList): string[] {
  return list.items.map(({ label }) => label);
}

/** The text with an item's snippet, each tab stop as `show` gives it. */
export function withSnippet(text: string, item: CompletionItem, show: (stop: string) => string): string {
  const { edit, snippet } = item;
  if (snippet === undefined) return applyEdits(text, [edit]);
  return applyEdits(text, [{ ...edit, newText: withStops(snippet, show) }]);
}

/** A snippet's text, each tab stop as `show` gives it. */
export function withStops(snippet: string, show: (stop: string) => string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\d+/g,
    (_whole, escaped: string | undefined, stop: string | undefined) =>
      escaped ?? show((stop ?? "").replace(/\\(.)/g, "$1")),
  );
}

/** Labels in their order, and the text after accepting the one of `accept`. */
export function checkCompletion(
  marked: string,
  expected: {
    readonly labels?: readonly string[];
    readonly accept?: string;
    readonly detail?: string;
    /** The file's text afterwards. */
    readonly gives?: string;
  },
): Completed {
  const result = completeFixture(marked);
  if (expected.labels !== undefined) assert.deepEqual(result.labels, expected.labels);
  if (expected.accept !== undefined && expected.gives !== undefined) {
    assert.equal(result.accept(expected.accept, expected.detail), expected.gives);
    checkAccepted(result, result.item(expected.accept, expected.detail));
  }
  return result;
}

/** Whatever is accepted, plain or with the texts of its tab stops, can be read. */
export function checkAccepted(result: Completed, item: CompletionItem): void {
  for (const after of [
    applyEdits(result.text, [item.edit]),
    withSnippet(result.text, item, (stop) => stop),
  ]) {
    const refusals = parseYaml(result.path, after).refusals;
    assert.deepEqual(refusals, [], `${item.label} cannot be read: ${JSON.stringify(after)}`);
  }
}
