// `workspace/diagnostic` as a long poll: the first request is answered at once, a later one waits until there is
// something new to say.

import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { FileReport } from "./reports.ts";
import { keyOf, type UriKey } from "./uris.ts";

interface Parked {
  readonly params: WorkspaceDiagnosticParams;
  readonly answer: (report: WorkspaceDiagnosticReport) => void;
}

/** Owns the request that waits. */
export class WorkspacePull {
  wasAsked = false;
  readonly #all: () => readonly FileReport[];
  /** Nothing is known before the first check of all files, so a request waits for that too. */
  #hasBegun = false;
  #answered = 0;
  #parked: Parked | undefined;

  constructor(all: () => readonly FileReport[]) {
    this.#all = all;
  }

  begin(): void {
    this.#hasBegun = true;
    this.changed();
  }

  ask(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    this.wasAsked = true;
    this.#parked?.answer({ items: [] });
    return new Promise((resolve) => {
      const parked: Parked = {
        params,
        answer: (report) => {
          if (this.#parked === parked) this.#parked = undefined;
          resolve(report);
        },
      };
      this.#parked = parked;
      token.onCancellationRequested(() => parked.answer({ items: [] }));
      this.changed();
    });
  }

  /** Answers the request that waits, if there is something to say now. */
  changed(): void {
    const parked = this.#parked;
    if (parked === undefined || !this.#hasBegun) return;
    const items = this.#itemsFor(parked.params);
    const full = items.filter((item) => item.kind === DocumentDiagnosticReportKind.Full);
    const mayWait = this.#answered > 0 && parked.params.partialResultToken !== undefined;
    if (full.length === 0 && mayWait) return;
    this.#answered += 1;
    // Beside news there is no need to name all files without news.
    parked.answer({ items: full.length > 0 ? full : items });
  }

  #itemsFor({ previousResultIds }: WorkspaceDiagnosticParams): WorkspaceDocumentDiagnosticReport[] {
    const before = new Map<UriKey, { uri: string; value: string }>();
    for (const one of previousResultIds) before.set(keyOf(one.uri), one);
    const items = this.#all().map((report): WorkspaceDocumentDiagnosticReport => {
      const key = keyOf(report.uri);
      const known = before.get(key);
      before.delete(key);
      const { uri, resultId } = report;
      return known?.value === resultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }
        : {
            kind: DocumentDiagnosticReportKind.Full,
            uri,
            version: null,
            resultId,
            items: [...report.diagnostics],
          };
    });
    const gone = [...before.values()].map(
      ({ uri }): WorkspaceDocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: null,
        items: [],
      }),
    );
    return [...items, ...gone];
  }
}
