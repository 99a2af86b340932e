// What happens under a person's fingers: where the next line begins, where words are suggested, and where not.

import assert from "node:assert/strict";
import { commands, languages, type Position, Range, Selection, type TextEditor } from "vscode";
import { closeEditors, placeOf, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { type OwnFolder, openFiles } from "../harness/folders.ts";
import { waitFor } from "../harness/waitFor.ts";

const STRATEGY = `title: Ours # the whole title
period: 2026/27 to 2028/29
vision: Everybody is seen
# A line of its own
description: |
  We see
  everybody
x-note: later
objectives:
  safe-care:
    title: "Safe care"
    done-when: All wards are safe
    measures: [, turnover]
  good-jobs:
    title: Good jobs
    measures:
      - turnover
      - 
measures:
  readmissions:
    title: Emergency readmissions
    unit: "%"
    better: 
  turnover:
    title: Turnover of staff
    unit: "%"
    better: ""
`;

const WIDE = "measures:\n    turnover:\n        title: Turnover\n        unit: people\n";

/** Where the cursor stands. */
const CURSOR = "‸";

/** What Enter is pressed behind; the lines before it, and after it. */
const ENTERS: readonly (readonly [what: string, before: string, expected: string])[] = [
  ["a key", "objectives:‸", "objectives:\n  ‸"],
  ["a key below another", "objectives:\n  safe-care:‸", "objectives:\n  safe-care:\n    ‸"],
  ["a key with a comment", "objectives: # ours‸", "objectives: # ours\n  ‸"],
  ["a key with blanks behind it", "objectives: ‸", "objectives: \n  ‸"],
  ["a key in quotes", 'targets:\n  "2026/27":‸', 'targets:\n  "2026/27":\n    ‸'],
  ["a key that is a period", "targets:\n  2026/27 Q1:‸", "targets:\n  2026/27 Q1:\n    ‸"],
  ["a key that is a rule", "rules:\n  text/tbc:‸", "rules:\n  text/tbc:\n    ‸"],
  ["a key with lines below it", "aims:\n  a:‸\n  b: B\n", "aims:\n  a:\n    ‸\n  b: B\n"],
  ["a value", "objectives:\n  a:\n    title: A‸", "objectives:\n  a:\n    title: A\n    ‸"],
  ["a value with a colon in it", "title: Aim 1:‸", "title: Aim 1:\n‸"],
  ["a value in quotes", '  title: "Aim: one"‸', '  title: "Aim: one"\n  ‸'],
  ["an address", "  source: https://a.example:‸", "  source: https://a.example:\n  ‸"],
  ["a comment", "  # see:‸", "  # see:\n  ‸"],
  ["a comment that was an entry", "  # - item: x‸", "  # - item: x\n  ‸"],
  ["a key of a block text", "vision: |‸", "vision: |\n  ‸"],
  ["a key of a folded text", "  vision: >- # long‸", "  vision: >- # long\n    ‸"],
  ["a line of block text", "vision: |\n  We see:‸", "vision: |\n  We see:\n  ‸"],
  ["an entry that is a map", "changes:\n  - item: x‸", "changes:\n  - item: x\n    ‸"],
  ["an entry at the edge", "- item: x # ours‸", "- item: x # ours\n  ‸"],
  ["an entry with a quoted value", '- item: "a: b"‸', '- item: "a: b"\n  ‸'],
  ["a second key of an entry", "- item: x\n  by: y‸", "- item: x\n  by: y\n  ‸"],
  ["an entry two blanks from its dash", "-  item: x‸", "-  item: x\n   ‸"],
  ["an entry three blanks from its dash", "-   item: x‸", "-   item: x\n    ‸"],
  ["an entry far from its dash that begins a map", "-   item:‸", "-   item:\n      ‸"],
  ["an entry that begins a map", "- item:‸", "- item:\n    ‸"],
  ["an entry with a block text", "- because: >-‸", "- because: >-\n    ‸"],
  ["an entry with a list on several lines", "- ids: [‸", "- ids: [\n    ‸"],
  ["an entry that is an id", "measures:\n  - turnover‸", "measures:\n  - turnover\n  ‸"],
  ["an entry that is an address", "- https://a.example‸", "- https://a.example\n‸"],
  ["an entry in quotes", '- "item: x"‸', '- "item: x"\n‸'],
  ["a list on several lines", "  measures: [‸", "  measures: [\n    ‸"],
  ["a list with parts in its first line", "  measures: [a, b,‸", "  measures: [a, b,\n    ‸"],
  ["a map with a part in its first line", "  a: {b: {title: B},‸", "  a: {b: {title: B},\n    ‸"],
  ["a part of such a list", "  measures: [\n    a,‸", "  measures: [\n    a,\n    ‸"],
  ["the bracket of a list", "  measures: [‸]", "  measures: [\n    ‸\n  ]"],
  ["the bracket of a map", "  a: {‸}", "  a: {\n    ‸\n  }"],
  ["the bracket in an entry", "- ids: [‸]", "- ids: [\n    ‸]"],
  ["a list in one line", "  measures: [a, b]‸", "  measures: [a, b]\n  ‸"],
];

describe("typing", function () {
  // Hundreds of keys, one after the other.
  this.timeout(3 * 60_000);
  let own: OwnFolder;

  before(async () => {
    await startExtension();
    own = await openFiles({ "trust.strategy.yaml": STRATEGY, "wide.measures.yaml": WIDE });
  });
  afterEach(closeEditors);
  after(() => own.close());

  it("B14 Enter indents rightly", async () => {
    const editor = await showTokens(own, "trust.strategy.yaml");
    // VS Code keeps the indentation while it has not looked at the lines above, as when colours arrive late.
    for (const [what, before, expected] of ENTERS)
      await waitFor(`Enter after ${what} to make ${JSON.stringify(expected)}`, async () => {
        return (await enterIn(editor, before)) === expected;
      });
  });

  it("B14 Enter indents by the step of the file", async () => {
    const editor = await showTokens(own, "wide.measures.yaml");
    await waitFor("Enter after a key to indent by four", async () => {
      return (await enterIn(editor, "measures:\n    x:‸")) === "measures:\n    x:\n        ‸";
    });
  });

  it("leaves lines where they stand when they are to be indented anew, because they would mean something else", async () => {
    const { document } = await showTokens(own, "trust.strategy.yaml");
    await commands.executeCommand("editor.action.reindentlines");
    assert.equal(document.getText(), STRATEGY);
  });

  it("B9 suggests while a plain value is typed, and takes the suggestion in its place", async () => {
    for (const [place, typed, taken] of [
      ["better: |\n", "l", "better: lower\n"],
      ['better: "|"', "hi", 'better: "higher"'],
      ["measures: [|, turnover]", "emerg", "measures: [readmissions, turnover]"],
      ["- turnover\n      - |\n", "re", "- turnover\n      - readmissions\n"],
    ] as const) {
      const editor = await showTokens(own, "trust.strategy.yaml");
      const { document } = editor;
      putCursor(editor, placeOf(document, place));
      await type(typed);
      const before = document.getText();
      await waitFor(`a suggestion at "${place}"`, async () => {
        await commands.executeCommand("acceptSelectedSuggestion");
        return document.getText() !== before;
      });
      assert.equal(document.getText(), STRATEGY.replace(place.replace("|", ""), taken));
      await closeEditors();
    }
  });

  it("B8 suggests nothing while prose, block text and comments are typed", async () => {
    for (const [place, typed] of [
      ["vision: Everybody is seen|\n", "r"],
      ["vision: Everybody is seen|\n", " "],
      ['title: "Safe care|"', "r"],
      ["done-when: All wards are safe|\n", " "],
      ["  everybody|\n", "r"],
      ["  everybody|\n", " -"],
      ["x-note: later|\n", "r"],
      ["# the whole title|\n", " "],
      ["# A line of its own|\n", ":"],
    ] as const) {
      const editor = await showTokens(own, "trust.strategy.yaml");
      const { document } = editor;
      const witness = watchForNothing();
      putCursor(editor, placeOf(document, place));
      await type(typed);
      await waitFor(`no suggestion at "${place}"`, () => witness.sawNothing());
      assert.equal(document.getText(), STRATEGY.replace(place.replace("|", ""), place.replace("|", typed)));
      witness.dispose();
      await closeEditors();
    }
  });
});

/** What a test of Enter sees: the text, with the cursor in it. */
async function enterIn(editor: TextEditor, marked: string): Promise<string> {
  const { document } = editor;
  const [before = "", after = ""] = marked.split(CURSOR);
  await replace(
    editor,
    new Range(document.positionAt(0), document.positionAt(document.getText().length)),
    "",
  );
  // Line by line as a person writes: VS Code looks at a line when Enter is pressed behind it.
  for (const [number, line] of before.split("\n").entries()) {
    if (number > 0) await type("\n");
    await replace(editor, document.lineAt(number).range, line);
    putCursor(editor, document.lineAt(number).range.end);
  }
  const at = editor.selection.active;
  await replace(editor, new Range(at, at), after);
  putCursor(editor, at);
  await type("\n");
  const [text, offset] = [document.getText(), document.offsetAt(editor.selection.active)];
  return text.slice(0, offset) + CURSOR + text.slice(offset);
}

async function replace(editor: TextEditor, range: Range, text: string): Promise<void> {
  assert.ok(await editor.edit((edit) => edit.replace(range, text)));
}

/** Comes back when VS Code knows what is a comment and what a text, on which its asking depends. */
async function showTokens(own: OwnFolder, path: string): Promise<TextEditor> {
  const editor = await showFile(own.uri, path);
  await commands.executeCommand("_workbench.colorizeTextMateTokens", editor.document.uri);
  return editor;
}

/** VS Code asks whoever is made for any language only where those that are made for this one had nothing to say. */
function watchForNothing(): { sawNothing(): boolean; dispose(): void } {
  let isAsked = false;
  const asked = {
    provideCompletionItems() {
      isAsked = true;
      return [];
    },
  };
  const listening = languages.registerCompletionItemProvider("*", asked, " ", "-", ":");
  return { sawNothing: () => isAsked, dispose: () => listening.dispose() };
}

function putCursor(editor: TextEditor, at: Position): void {
  editor.selection = new Selection(at, at);
}

async function type(text: string): Promise<void> {
  for (const character of text) await commands.executeCommand("type", { text: character });
}
