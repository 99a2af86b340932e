// `textDocument/diagnostic`: the findings of one file, for a client that asks.

import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from "vscode-languageserver";
import { handler } from "./handler.ts";

export const documentDiagnostic = handler<DocumentDiagnosticParams, DocumentDiagnosticReport>(
  DocumentDiagnosticRequest.type,
  {
    capabilities: ({ textDocument }) =>
      textDocument?.diagnostic === undefined
        ? {}
        : {
            diagnosticProvider: {
              identifier: "stratkit",
              interFileDependencies: true,
              workspaceDiagnostics: true,
            },
          },
    empty: { kind: DocumentDiagnosticReportKind.Full, items: [] },
    async handle({ textDocument, previousResultId }, { session, publisher }) {
      const view = await session.look(textDocument.uri);
      const report = view === undefined ? undefined : publisher.reportOf(view);
      if (report === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { resultId, diagnostics } = report;
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
    },
  },
);
