// Makes the bundled language client smaller, without changing what it does for us: features that our server does not
// offer are left out. It is most of what people download and load before they see the first finding.

import { readFileSync } from "node:fs";

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

/** Says nothing to the server and registers nothing. */
const ABSENT_FEATURE = `class Absent {
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: "static" }; }
  clear() {}
}`;

const NOTEBOOKS = /vscode-languageclient[\\/]lib[\\/]common[\\/]notebook\.js$/;

/** Pulled findings listen to it, and the client asks it which documents are cells: none of ours. */
const ABSENT_NOTEBOOKS = `${ABSENT_FEATURE.slice(0, -1)}
  static CellScheme = "vscode-notebook-cell";
  registrationType = { method: "notebookDocument/sync" };
  register() {}
  unregister() {}
  handles() { return false; }
  onOpenNotificationSent = never;
  onChangeNotificationSent = never;
  onSaveNotificationSent = never;
  onCloseNotificationSent = never;
}
function never() { return { dispose() {} }; }
module.exports = { NotebookDocumentSyncFeature: Absent };`;

export const leanLanguageClient = {
  name: "lean-language-client",
  setup({ onLoad, onResolve }) {
    // The editor itself holds extensions against `engines.vscode`, which asks for more than the library does.
    onResolve({ filter: /^semver\/functions\// }, ({ path }) => ({ path, namespace: "lean" }));
    onLoad({ filter: /^semver\//, namespace: "lean" }, () => ({
      contents: "module.exports = () => ({ prerelease: [] });",
    }));
    onLoad({ filter: FEATURE }, ({ path }) => ({ contents: absent(readFileSync(path, "utf8")) }));
    onLoad({ filter: NOTEBOOKS }, () => ({ contents: ABSENT_NOTEBOOKS }));
  },
};

function absent(source) {
  const names = new Set([...source.matchAll(/\bexports\.(\w+)/g)].map(([, name]) => name));
  return `${ABSENT_FEATURE}\nmodule.exports = { ${[...names].map((name) => `${name}: Absent`).join(", ")} };`;
}
