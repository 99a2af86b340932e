// Brings findings to the client: it asks for them (pull), or is told (push), or asks for open files only and is told
// about the others (mixed). One file's findings never come both ways.

import type { Connection, Diagnostic } from "vscode-languageserver";
import { writingFor } from "./desk.ts";
import type { Platform } from "./platform.ts";
import {
  type FileReport,
  makeReport,
  makeReports,
  noReports,
  type ReportInput,
  type Reports,
} from "./reports.ts";
import type { StrategyRoot } from "./root.ts";
import type { Session, View } from "./session.ts";
import type { UriKey } from "./uris.ts";
import { WorkspacePull } from "./workspacePull.ts";

/** A client that pulls the whole workspace does so by then, counted from the first check. */
const PULL_GRACE_MS = 5000;

/** Owns what the client was told. */
export class Publisher {
  readonly workspacePull: WorkspacePull;
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #platform: Platform;
  readonly #pulls: boolean;
  /** Closed files are pushed although the client pulls. */
  #pushesClosed = false;
  readonly #reports = new Map<StrategyRoot, Reports>();
  /** Addresses with a list that is not empty. */
  readonly #pushed = new Set<string>();
  readonly #sentVersions = new Map<UriKey, number>();
  /** What the client was told of open files that it asked for. */
  readonly #answered = new Map<UriKey, { readonly version: number; readonly resultId: string }>();

  constructor(connection: Connection, session: Session, platform: Platform) {
    this.#connection = connection;
    this.#session = session;
    this.#platform = platform;
    this.#pulls = session.client.capabilities.textDocument?.diagnostic !== undefined;
    this.workspacePull = new WorkspacePull(() => this.#all());
  }

  /** The report of a file for a client that asks for it. */
  reportOf(view: View): FileReport | undefined {
    const before = this.#reports.get(view.root) ?? noReports;
    const report = makeReport(view.path, this.#input(view, before));
    const key = `${view.root.key}/${view.path}`;
    const document = this.#session.documents.get(key);
    if (document !== undefined && report !== undefined)
      this.#answered.set(key, { version: document.version, resultId: report.resultId });
    return report;
  }

  ready(): void {
    if (!this.#pulls) return;
    this.workspacePull.begin();
    // While files were still being read, only a part of what holds could be said.
    if ([...this.#reports].filter(([root, reports]) => this.#hasOvertaken(root, reports)).length > 0)
      this.#refresh();
    this.#platform.later(PULL_GRACE_MS, () => {
      if (this.workspacePull.wasAsked) return;
      this.#pushesClosed = true;
      for (const root of this.#session.roots) {
        const { files } = this.#reports.get(root) ?? noReports;
        this.#push(root, noReports.files, files, [...files.keys()]);
      }
    });
  }

  /** A client that pulls the workspace needs nothing pushed from then on. */
  workspaceIsPulled(): void {
    this.#pushesClosed = false;
    for (const uri of [...this.#pushed]) this.#send(uri, []);
  }

  checked(root: StrategyRoot): void {
    const { analysis } = root;
    if (analysis === undefined) return;
    const before = this.#reports.get(root) ?? noReports;
    const { reports, anew } = makeReports(this.#input({ root, analysis }, before));
    this.#reports.set(root, reports);
    if (!this.#pulls || this.#pushesClosed) {
      const paths = new Set(anew ?? [...before.files.keys(), ...reports.files.keys()]);
      this.#push(root, before.files, reports.files, [...paths].sort());
    }
    if (!this.#pulls) return;
    this.workspacePull.changed();
    if (this.#session.isReady && this.#hasOvertaken(root, reports)) this.#refresh();
    this.#forgetClosed();
  }

  removed(root: StrategyRoot): void {
    const before = this.#reports.get(root) ?? noReports;
    this.#reports.delete(root);
    for (const { uri } of before.files.values()) if (this.#pushed.has(uri)) this.#send(uri, []);
    this.workspacePull.changed();
  }

  /** What was pushed of a closed file goes before the client asks for the file itself. */
  opened(uri: string): void {
    if (this.#pulls && this.#pushed.has(uri)) this.#send(uri, []);
  }

  /** All reports again, for settings that change what is shown. */
  showAnew(): void {
    for (const root of this.#session.roots) this.checked(root);
    if (this.#pulls) this.#refresh();
  }

  #input({ root, analysis }: Pick<View, "root" | "analysis">, before: Reports): ReportInput {
    const writing = writingFor(this.#session, root, analysis);
    const own = this.#session.documents.all().filter(({ key }) => this.#session.rootOf(key) === root);
    const open = own.map(({ key }) => key.slice(root.key.length + 1));
    return { analysis, before, open, writing, showBaselined: this.#session.settings.showBaselined };
  }

  #all(): FileReport[] {
    return this.#session.roots.flatMap((root) => [...(this.#reports.get(root)?.files.values() ?? [])]);
  }

  /** Of files other than these nothing has changed; they are told in this order. */
  #push(root: StrategyRoot, before: Reports["files"], now: Reports["files"], paths: readonly string[]): void {
    for (const path of paths) {
      const uri = before.get(path)?.uri;
      if (uri !== undefined && now.get(path)?.uri !== uri && this.#pushed.has(uri)) this.#send(uri, []);
    }
    for (const path of paths) {
      const report = now.get(path);
      if (report === undefined) continue;
      const key = `${root.key}/${path}`;
      const document = this.#session.documents.get(key);
      if (document !== undefined && this.#pulls) continue;
      const isNewVersion = document !== undefined && this.#sentVersions.get(key) !== document.version;
      const isNews = before.get(path)?.resultId !== report.resultId || before.get(path)?.uri !== report.uri;
      const hasList = this.#pushed.has(report.uri);
      const isUnsaid = report.diagnostics.length === 0 ? hasList : !hasList;
      if (!isNewVersion && !isUnsaid && !(isNews && hasList)) continue;
      if (document !== undefined) this.#sentVersions.set(key, document.version);
      this.#send(report.uri, report.diagnostics, document?.version);
    }
    this.#forgetClosed();
  }

  #send(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    if (diagnostics.length === 0) this.#pushed.delete(uri);
    else this.#pushed.add(uri);
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics],
      ...(version === undefined ? {} : { version }),
    });
  }

  /**
   * Whether an open file says something else now than the client was told of its text as it stands: it does not ask again
   * by itself. Of a newer text it will. It is told once; its next question is noted again.
   */
  #hasOvertaken(root: StrategyRoot, now: Reports): boolean {
    const overtaken = [...this.#answered].filter(([key, { version, resultId }]) => {
      if (this.#session.rootOf(key) !== root || this.#session.documents.get(key)?.version !== version)
        return false;
      return now.files.get(key.slice(root.key.length + 1))?.resultId !== resultId;
    });
    for (const [key] of overtaken) this.#answered.delete(key);
    return overtaken.length > 0;
  }

  #forgetClosed(): void {
    for (const told of [this.#sentVersions, this.#answered]) {
      for (const key of [...told.keys()])
        if (this.#session.documents.get(key) === undefined) told.delete(key);
    }
  }

  #refresh(): void {
    if (this.#session.client.capabilities.workspace?.diagnostics?.refreshSupport !== true) return;
    void this.#connection.languages.diagnostics.refresh();
  }
}
