// Keeps what ids stand where in the files that somebody asked about, so that asking again reads no text.

import type { StrategyModel } from "../link/model.ts";
import type { Engine, FileAnalysis } from "../workspace/analyseFile.ts";
import type { Occurrence } from "./occurrences.ts";

/** More than most questions lead to; of each there are some dozens of places. */
const MOST_FILES = 300;

interface Known {
  readonly of: FileAnalysis;
  readonly found: readonly Occurrence[];
}

/** Lives as long as its root. What is known holds for one linked model, and while none of its items was let go of. */
export class KnownOccurrences {
  #model: StrategyModel | undefined;
  #timesLetGo = 0;
  readonly #byFile = new Map<string, Known>();

  /** Those of a file, by `find` where they are not known. */
  of(
    file: FileAnalysis,
    model: StrategyModel,
    { items }: Engine,
    find: () => readonly Occurrence[],
  ): readonly Occurrence[] {
    const timesLetGo = items?.timesLetGo ?? 0;
    // An occurrence holds a reference, which is another object once its file was read again.
    if (this.#model !== model || this.#timesLetGo !== timesLetGo) this.#byFile.clear();
    this.#model = model;
    this.#timesLetGo = timesLetGo;
    const { path } = file.file;
    const known = this.#byFile.get(path);
    if (known?.of === file) return known.found;
    const found = find();
    this.#byFile.delete(path);
    const [oldest] = this.#byFile.size < MOST_FILES ? [] : this.#byFile.keys();
    if (oldest !== undefined) this.#byFile.delete(oldest);
    this.#byFile.set(path, { of: file, found });
    return found;
  }
}
