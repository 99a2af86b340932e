// Stands in for Red Hat's YAML extension: the same languages, a finding about any key
// "titel", a card for every word, and keys to choose from.

const {
  CompletionItem,
  Diagnostic,
  DiagnosticSeverity,
  Hover,
  languages,
  Range,
  workspace,
} = require("vscode");

/** As in version 1.25 of that extension. */
const LANGUAGES = [
  "yaml",
  "yaml-textmate",
  "yaml-tmlanguage",
  "ansible",
  "azure-pipelines",
  "dockercompose",
  "github-actions-workflow",
  "home-assistant",
  "manifest-yaml",
  "spring-boot-properties-yaml",
];
const KEY = /\btitel\b/;

exports.activate = ({ subscriptions }) => {
  const findings = languages.createDiagnosticCollection("YAML");
  const check = (document) => {
    if (!LANGUAGES.includes(document.languageId)) return;
    const start = document.getText().search(KEY);
    findings.set(document.uri, start < 0 ? [] : [findingAt(document, start)]);
  };
  subscriptions.push(
    findings,
    workspace.onDidOpenTextDocument(check),
    workspace.onDidChangeTextDocument(({ document }) => check(document)),
    workspace.onDidCloseTextDocument(({ uri }) => findings.delete(uri)),
    languages.registerHoverProvider(LANGUAGES, {
      provideHover: (document, place) => {
        const range = document.getWordRangeAtPosition(place);
        return range === undefined ? undefined : new Hover("A card of the YAML extension", range);
      },
    }),
    languages.registerCompletionItemProvider(LANGUAGES, {
      provideCompletionItems: () => [new CompletionItem("title"), new CompletionItem("vision")],
    }),
  );
  workspace.textDocuments.forEach(check);
};

function findingAt(document, start) {
  const range = new Range(document.positionAt(start), document.positionAt(start + "titel".length));
  const finding = new Diagnostic(range, "Property titel is not allowed.", DiagnosticSeverity.Warning);
  finding.source = "YAML";
  return finding;
}
