// One root: what is stored in its folder, what is open above that, and the newest analysis of both.

import {
  type Analysis,
  analyse,
  BASELINE_FILE,
  CONFIG_FILE,
  type Config,
  checkFileName,
  createLookup,
  type Day,
  type Engine,
  type FileAnalysis,
  FileMap,
  type FileMove,
  findingsIn,
  isRootFile,
  type Lookup,
  leavesOut,
  MOST_BYTES,
  parseFileName,
  renamedOutside,
  sameOr,
  type Workspace,
  type WorkspaceFile,
} from "@stratkit/core";
import type { OpenDocument } from "./documents.ts";
import { nothingRead, type RootReading } from "./folders.ts";
import { pathBelow, type UriKey } from "./uris.ts";

/** Lives as long as its folder belongs to the session. */
export class StrategyRoot {
  readonly key: UriKey;
  /** Counts the finished checks. */
  revision = 0;
  /** Counts what may have changed its files; a check is of one count. */
  touched = 0;
  checked = -1;
  /** The check whose findings were told. */
  told = -1;
  running: Promise<void> | undefined;
  /** Undefined until the first check of all files is finished. */
  analysis: Analysis | undefined;
  /** Set where the folder has to be read again, because other files belong to the root now. */
  ignoreChanged = false;
  /** Files of an abandoned check that need not be read again. */
  readonly made = new Map<string, FileAnalysis>();
  /** Files that got another name outside the editor; references may still hold the old one. */
  renamed: readonly FileMove[] = [];
  reading: RootReading = nothingRead;
  isRead = false;
  #disk: FileMap<WorkspaceFile> = FileMap.of([]);
  #overlay: ReadonlyMap<string, WorkspaceFile> = new Map();
  #openNearMisses: readonly string[] = [];
  #isLeftOut = leavesOut(undefined);
  /** The config that says so. */
  #leftOutBy: WorkspaceFile | undefined;
  #lastGood: { readonly file: WorkspaceFile; readonly config: Config } | undefined;
  #usesLastGood = false;
  #partial: Analysis | undefined;
  #lookup: Lookup | undefined;

  constructor(key: UriKey) {
    this.key = key;
  }

  /** Files keep their value where their text is what it was, because values are what later stages go by. */
  adopt(reading: RootReading, config: WorkspaceFile | undefined): void {
    const files = reading.files.filter((file) => file.path !== CONFIG_FILE);
    const stored = config === undefined ? files : [config, ...files];
    const before = this.#disk;
    this.#disk = FileMap.of(stored.map((file) => [file.path, sameOr(before.get(file.path), file)]));
    if (this.isRead)
      this.renamed = [...this.renamed, ...renamedOutside({ files: before }, { files: this.#disk })];
    this.reading = reading;
    this.isRead = true;
  }

  /** Whether a file of this name is one of the root. */
  takes(path: string): boolean {
    return (isRootFile(path) || parseFileName(path) !== undefined) && !this.#isLeftOut(path);
  }

  stored(path: string): WorkspaceFile | undefined {
    return this.#disk.get(path);
  }

  store(path: string, file: WorkspaceFile | undefined): void {
    if (file !== undefined) this.#disk = this.#disk.with([[path, sameOr(this.#disk.get(path), file)]]);
    else if (this.#disk.has(path)) this.#disk = this.#disk.without([path]);
  }

  /** Takes over the texts of the open documents that belong to this root. */
  cover(documents: readonly OpenDocument[]): void {
    const config = this.configBeforeStored() ?? this.#disk.get(CONFIG_FILE);
    const leavesOutTheSame = config === this.#leftOutBy;
    if (!leavesOutTheSame) this.#isLeftOut = leavesOut(config);
    this.#leftOutBy = config;
    const overlay = new Map<string, WorkspaceFile>();
    const nearMisses: string[] = [];
    for (const { key, text } of documents) {
      const path = pathBelow(this.key, key);
      if (path === undefined) continue;
      // Each keystroke comes here; a name that was taken is taken still, without a look at all patterns.
      const isTaken = (leavesOutTheSame && this.#overlay.has(path)) || this.takes(path);
      if (isTaken) overlay.set(path, this.#covering(path, text));
      else if (checkFileName(path) !== undefined && !this.#isLeftOut(path)) nearMisses.push(path);
    }
    this.#overlay = overlay;
    this.#openNearMisses = nearMisses.filter((path) => !this.reading.nearMisses.includes(path));
  }

  /** The config that goes before the stored one: the one that is open, or the last good one. */
  configBeforeStored(): WorkspaceFile | undefined {
    return this.#usesLastGood ? this.#lastGood?.file : this.#overlay.get(CONFIG_FILE);
  }

  workspace(asOf: Day): Workspace {
    return {
      files: this.#disk.with(this.#overlay),
      nearMisses: [...this.reading.nearMisses, ...this.#openNearMisses],
      complete: this.reading.unreadableFolders.length === 0 && !this.reading.partial,
      asOf,
      ...(this.#usesLastGood && this.#lastGood !== undefined ? { config: this.#lastGood.config } : {}),
    };
  }

  /** What can be said before all files are known: about open documents, each by itself. */
  partialAnalysis(engine: Engine, asOf: Day): Analysis {
    const stored = [this.#disk.get(CONFIG_FILE), this.#disk.get(BASELINE_FILE)];
    const files = new Map(stored.flatMap((file) => (file === undefined ? [] : [[file.path, file]])));
    for (const [path, file] of this.#overlay) files.set(path, file);
    const workspace = { files, nearMisses: this.#openNearMisses, complete: false, asOf };
    this.#partial = analyse(workspace, engine, this.#partial);
    return this.#partial;
  }

  /**
   * Takes over a finished check. False where it has to be made again: a config with errors does not count, the last
   * good one does.
   */
  accept(analysis: Analysis): boolean {
    const ignored = this.analysis?.config.ignore ?? analysis.config.ignore;
    this.ignoreChanged ||= ignored.join("\n") !== analysis.config.ignore.join("\n");
    this.analysis = analysis;
    this.revision += 1;
    this.made.clear();
    const own = analysis.files.get(CONFIG_FILE);
    const isFaulty = hasErrors(analysis, CONFIG_FILE);
    const used = this.#usesLastGood;
    if (own?.config !== undefined && !isFaulty) this.#lastGood = { file: own.file, config: own.config };
    this.#usesLastGood = own !== undefined && isFaulty && this.#lastGood !== undefined;
    return this.#usesLastGood === used;
  }

  /** An open text stands for the stored file; how that one is encoded stays true until it is saved. */
  #covering(path: string, text: string): WorkspaceFile {
    const stored = this.#disk.get(path);
    if (stored?.problem === "too-large") return stored;
    if (text.length > MOST_BYTES) return { path, text: "", encoding: "utf-8", problem: "too-large" };
    const file = { path, text, encoding: stored?.encoding ?? "utf-8" };
    return sameOr(this.#overlay.get(path), sameOr(stored, file));
  }

  /** What the features share, kept as long as the analysis is asked for. */
  lookup(analysis: Analysis): Lookup {
    if (this.#lookup?.analysis === analysis) return this.#lookup;
    this.#lookup = createLookup(analysis, this.#lookup);
    return this.#lookup;
  }

  get configState(): "none" | "good" | "faulty" | "last-good" {
    if (this.#usesLastGood) return "last-good";
    const analysis = this.analysis;
    if (analysis?.files.has(CONFIG_FILE) !== true) return "none";
    return hasErrors(analysis, CONFIG_FILE) ? "faulty" : "good";
  }
}

function hasErrors(analysis: Analysis, path: string): boolean {
  return findingsIn(analysis, path).some(({ severity }) => severity === "error");
}
