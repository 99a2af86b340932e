// The one form of all inputs: files, what happens to them afterwards, and a seed for every further choice. Plain data, so
// that it can be written down, read again, and made smaller.

export interface File {
  readonly path: string;
  readonly text: string;
}

/** A file that is written anew, or that goes where there is no text. */
export interface Step {
  readonly path: string;
  readonly text?: string;
}

export interface Input {
  readonly files: readonly File[];
  readonly steps: readonly Step[];
  readonly seed: number;
}

/** The files after all steps. */
export function filesAfter({ files, steps }: Input): File[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of steps) {
    if (text === undefined) texts.delete(path);
    else texts.set(path, text);
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

/** Reads what `keep.ts` wrote. */
export function readInput(json: string): Input {
  const read: unknown = JSON.parse(json);
  if (typeof read !== "object" || read === null) throw new TypeError("This is no input of a fuzz run");
  const { files, steps, seed } = read as Partial<Input>;
  if (!Array.isArray(files) || !Array.isArray(steps) || typeof seed !== "number")
    throw new TypeError("This is no input of a fuzz run");
  return { files, steps, seed };
}
