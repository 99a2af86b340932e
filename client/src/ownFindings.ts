// The list of findings that the editor shows, without those of a document that somebody opened in another language: there
// other extensions speak.

import {
  type Diagnostic,
  type DiagnosticCollection,
  type DocumentSelector,
  languages,
  type Uri,
  workspace,
} from "vscode";
import type { DiagnosticCollectionProvider } from "vscode-languageclient";

/** `own` are the documents that are ours. A file that is not open is ours by its name. */
export function ownFindings(own: DocumentSelector): DiagnosticCollectionProvider {
  return {
    create: (name) => leaveOutOthers(languages.createDiagnosticCollection(name), own),
    dispose: (collection) => collection.dispose(),
  };
}

/** What was found is kept, because a document may come to our language, or be closed, without being checked again. */
function leaveOutOthers(collection: DiagnosticCollection, own: DocumentSelector): DiagnosticCollection {
  const isOthers = (uri: Uri) => {
    const address = uri.toString();
    const document = workspace.textDocuments.find((each) => each.uri.toString() === address);
    return document !== undefined && languages.match(own, document) === 0;
  };
  const found = new Map<string, readonly Diagnostic[]>();
  const show = collection.set.bind(collection);
  const forget = collection.delete.bind(collection);
  const end = collection.dispose.bind(collection);
  const showAgain = ({ uri }: { readonly uri: Uri }) => {
    const findings = found.get(uri.toString());
    if (findings !== undefined) show(uri, isOthers(uri) ? [] : findings);
  };
  const listening = [
    // A document comes to another language by being closed and opened.
    workspace.onDidOpenTextDocument(showAgain),
    workspace.onDidCloseTextDocument(showAgain),
  ];
  return Object.assign(collection, {
    set(uri: Uri, findings: readonly Diagnostic[] = []) {
      found.set(uri.toString(), findings);
      show(uri, isOthers(uri) ? [] : findings);
    },
    delete(uri: Uri) {
      found.delete(uri.toString());
      forget(uri);
    },
    dispose() {
      for (const part of listening) part.dispose();
      end();
    },
  });
}
