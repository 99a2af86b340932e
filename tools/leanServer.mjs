// Leaves out of the language server's bundles what it never shows: the rules' examples, of which it opens the page
// instead, the schemas of what the command line prints, and parts of the library that it has no use for.

import { readFileSync } from "node:fs";
import { shareHelpers } from "./sharedHelpers.mjs";

const RULES = /core[\\/]src[\\/]rules[\\/]\w+[\\/][\w-]+\.ts$/;

/** As the formatter writes it: the key with its braces, two spaces in. */
const EXAMPLES = /^ {2}examples: \{\n[\s\S]*?^ {2}\},\n/m;

const SCHEMAS = /core[\\/]src[\\/]generated[\\/]schemas\.ts$/;

/** One schema is one line. */
const OUTPUTS = /^ {2}"output-[^\n]*\n/gm;

/**
 * What no strategy needs: notebooks, colours beside those of the grammar for YAML, calls, names that have to stay alike,
 * values of a program that runs, text that somebody else writes. By the names of their modules.
 */
const UNUSED = {
  notebook: "NotebookSyncFeature",
  semanticTokens: "SemanticTokensFeature",
  callHierarchy: "CallHierarchyFeature",
  moniker: "MonikerFeature",
  inlineValue: "InlineValueFeature",
  inlineCompletion: "InlineCompletionFeature",
  linkedEditingRange: "LinkedEditingRangeFeature",
  textDocumentContent: "TextDocumentContentFeature",
};

/** Parts of the library, with what stays of them. */
const PARTS = [
  ...Object.entries(UNUSED).flatMap(([name, feature]) => [
    [`vscode-languageserver/lib/common/${name}`, `exports.${feature} = (base) => base;`],
    [`vscode-languageserver-protocol/lib/common/protocol.${name}`, ""],
  ]),
  // The open texts are kept by `documents.ts`.
  ["vscode-languageserver/lib/common/textDocuments", ""],
  // Files are found by `disk/`.
  ["vscode-languageserver/lib/node/files", ""],
  // Only the library's reader, which is left out below, puts pieces of messages together.
  ["vscode-jsonrpc/lib/common/messageBuffer", "exports.AbstractMessageBuffer = class {};"],
];

const STREAMS = /vscode-jsonrpc[\\/]lib[\\/]common[\\/]message(?:Reader|Writer)\.js$/;

/** In their place stands a reader and writer of our own; others are derived of them. */
const STREAM_CLASS =
  /^class ((?:Readable|Writeable)StreamMessage(?:Reader|Writer)) extends (\w+) \{\n[\s\S]*?^\}\n/m;

export const leanServer = {
  name: "lean-server",
  setup({ onLoad }) {
    onLoad({ filter: RULES }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      return { contents: source.replace(EXAMPLES, "  examples: { bad: {}, good: {} },\n"), loader: "ts" };
    });
    onLoad({ filter: SCHEMAS }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(OUTPUTS, ""),
      loader: "ts",
    }));
    for (const [part, contents] of PARTS) {
      const path = part.replaceAll(".", "\\.").replaceAll("/", "[\\\\/]");
      onLoad({ filter: new RegExp(`${path}\\.js$`) }, () => ({ contents }));
    }
    onLoad({ filter: STREAMS }, ({ path }) => ({
      contents: shareHelpers(readFileSync(path, "utf8")).replace(STREAM_CLASS, "class $1 extends $2 {}\n"),
    }));
  },
};
