// `workspace/diagnostic`: the findings of every file of every root, open or not.

import {
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver";
import { handler } from "./handler.ts";

export const workspaceDiagnostic = handler<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>(
  WorkspaceDiagnosticRequest.type,
  {
    // Declared together with `textDocument/diagnostic`.
    capabilities: () => ({}),
    empty: { items: [] },
    handle(params, { publisher }, token) {
      publisher.workspaceIsPulled();
      return publisher.workspacePull.ask(params, token);
    },
  },
);
