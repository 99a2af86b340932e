// Leaves the rules' examples out of a bundle that shows none: the language server opens a rule's page instead. They are
// a third of what the rules weigh.

import { readFileSync } from "node:fs";

const RULES = /core[\\/]src[\\/]rules[\\/]\w+[\\/][\w-]+\.ts$/;

/** As the formatter writes it: the key with its braces, two spaces in. */
const EXAMPLES = /^ {2}examples: \{\n[\s\S]*?^ {2}\},\n/m;

export const leanRules = {
  name: "lean-rules",
  setup({ onLoad }) {
    onLoad({ filter: RULES }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      return { contents: source.replace(EXAMPLES, "  examples: { bad: {}, good: {} },\n"), loader: "ts" };
    });
  },
};
