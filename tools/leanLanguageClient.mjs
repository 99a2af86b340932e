// Makes the bundled language client smaller, without changing what it does for us: helpers that the compiler repeated in
// each of its modules are there once, and features that our server does not offer are left out. It is most of what
// people download and load before they see the first finding.

import { readFileSync } from "node:fs";

const LIBRARIES =
  /node_modules[\\/]vscode-(?:languageclient|languageserver-protocol|jsonrpc)[\\/]lib[\\/].*\.js$/;

/** "notebook" is not among them: pulled findings listen to it. */
const NOT_OFFERED = [
  "callHierarchy",
  "colorProvider",
  "implementation",
  "inlineCompletion",
  "inlineValue",
  "linkedEditingRange",
  "semanticTokens",
  "signatureHelp",
  "textDocumentContent",
  "typeDefinition",
];
const FEATURE = new RegExp(
  `vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](?:${NOT_OFFERED.join("|")})\\.js$`,
);

/** Copies of the compiler's helpers, at the head of each module. */
const HELPER =
  /^var (__createBinding|__setModuleDefault|__importStar|__importDefault|__exportStar) = \(this && this\.\1\) \|\| [\s\S]*?^\}\)?(?:\(\))?(?:\))?;$/gm;

const HELPERS = `
export const __createBinding = (to, from, key, name = key) =>
  Object.defineProperty(to, name, { enumerable: true, get: () => from[key] });
export const __exportStar = (from, to) => {
  for (const key in from) if (key !== "default" && !Object.hasOwn(to, key)) __createBinding(to, from, key);
};
export const __importStar = (module) => (module?.__esModule ? module : { ...module, default: module });
export const __importDefault = (module) => (module?.__esModule ? module : { default: module });
`;

/** Says nothing to the server and registers nothing. */
const ABSENT_FEATURE = `class Absent {
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: "static" }; }
  clear() {}
}`;

export const leanLanguageClient = {
  name: "lean-language-client",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^stratkit-helpers$/ }, ({ path }) => ({ path, namespace: "lean" }));
    onLoad({ filter: /^stratkit-helpers$/, namespace: "lean" }, () => ({ contents: HELPERS }));
    // The editor itself holds extensions against `engines.vscode`, which asks for more than the library does.
    onResolve({ filter: /^semver\/functions\// }, ({ path }) => ({ path, namespace: "lean" }));
    onLoad({ filter: /^semver\//, namespace: "lean" }, () => ({
      contents: "module.exports = () => ({ prerelease: [] });",
    }));
    onLoad({ filter: LIBRARIES }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (FEATURE.test(path)) return { contents: absent(source) };
      const lean = source.replace(HELPER, "");
      if (lean === source) return undefined;
      return {
        contents: `const { __createBinding, __exportStar, __importStar, __importDefault } = require("stratkit-helpers");\n${lean}`,
      };
    });
  },
};

function absent(source) {
  const names = new Set([...source.matchAll(/\bexports\.(\w+)/g)].map(([, name]) => name));
  return `${ABSENT_FEATURE}\nmodule.exports = { ${[...names].map((name) => `${name}: Absent`).join(", ")} };`;
}
