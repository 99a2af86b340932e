// Leaves out of the language server's bundles what it never shows: the rules' examples, of which it opens the page
// instead, the schemas of what the command line prints, and the library's part for notebooks, which hold no strategies.

import { readFileSync } from "node:fs";

const RULES = /core[\\/]src[\\/]rules[\\/]\w+[\\/][\w-]+\.ts$/;

/** As the formatter writes it: the key with its braces, two spaces in. */
const EXAMPLES = /^ {2}examples: \{\n[\s\S]*?^ {2}\},\n/m;

const SCHEMAS = /core[\\/]src[\\/]generated[\\/]schemas\.ts$/;

/** One schema is one line. */
const OUTPUTS = /^ {2}"output-[^\n]*\n/gm;

const NOTEBOOKS = /vscode-languageserver[\\/]lib[\\/]common[\\/]notebook\.js$/;

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
    onLoad({ filter: NOTEBOOKS }, () => ({
      contents: "exports.NotebookSyncFeature = (base) => base; exports.NotebookDocuments = undefined;",
    }));
  },
};
