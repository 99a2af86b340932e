// Makes the bundled libraries of the language server's protocol smaller and quicker to load: helpers that the compiler
// repeated in each of their modules are there once, and what our modules import of them is taken out once for all.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

const LIBRARIES =
  /node_modules[\\/]vscode-(?:languageclient|languageserver|languageserver-protocol|jsonrpc)[\\/]lib[\\/].*\.js$/;

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

/** What most of the server's modules import. */
const WHOLE = /^vscode-languageserver$/;
const OURS = /[\\/]server[\\/]src[\\/]/;

export const sharedHelpers = {
  name: "shared-helpers",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^stratkit-helpers$/ }, ({ path }) => ({ path, namespace: "shared" }));
    onLoad({ filter: /^stratkit-helpers$/, namespace: "shared" }, () => ({ contents: HELPERS }));
    onResolve({ filter: WHOLE }, ({ path, importer }) =>
      OURS.test(importer) ? { path, namespace: "named", pluginData: importer } : undefined,
    );
    onLoad({ filter: WHOLE, namespace: "named" }, ({ path, pluginData }) => ({
      contents: named(path, pluginData),
      resolveDir: dirname(pluginData),
    }));
    onLoad({ filter: LIBRARIES }, ({ path }) => {
      return { contents: shareHelpers(readFileSync(path, "utf8")) };
    });
  },
};

/** The same module with the helpers that are there once. */
export function shareHelpers(source) {
  const lean = source.replace(HELPER, "");
  return lean === source
    ? source
    : `const { __createBinding, __exportStar, __importStar, __importDefault } = require("stratkit-helpers");\n${lean}`;
}

/** Every module that imports a library of the older form would copy its hundreds of names for itself. */
function named(path, importer) {
  const names = Object.keys(createRequire(importer)(path));
  const own = names.filter((name) => /^[a-zA-Z]\w*$/.test(name) && name !== "default");
  // Called without an effect, so that names that nobody uses are left out.
  const exported = own.map((name) => `export const ${name} = /* @__PURE__ */ (() => library.${name})();`);
  return `const library = require(${JSON.stringify(path)});\n${exported.join("\n")}\n`;
}
