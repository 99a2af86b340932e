// Patterns of paths, as authors write them in the settings, matched against paths with `/`. The time that a pattern
// takes grows with its length and the path's, never with how often the two could be fitted together.

export type PathMatcher = (path: string) => boolean;

/** A pattern without a slash matches names in any folder; one that names a folder matches all below it. */
export function matcherOf(patterns: readonly string[]): PathMatcher {
  const globs = patterns.flatMap(wholeGlobs).flatMap(withoutChoices).map(readGlob);
  return (path) => {
    const names = path.split("/");
    return globs.some((glob) => fits(glob, names, isAnyFolders, fitsName));
  };
}

/** What a pattern means as patterns of whole paths, for others who match them. */
export function wholeGlobs(pattern: string): string[] {
  const anchored = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
  const whole = anchored.includes("/") ? anchored : `**/${anchored}`;
  return [whole, `${whole}/**`];
}

/** A pattern with more choices than this in its braces means them as letters. */
const MOST_CHOICES = 256;

/** `*.{yaml,yml}` as `*.yaml` and `*.yml`, inner braces first. */
function withoutChoices(pattern: string): string[] {
  const open = [pattern];
  const done: string[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = /\{([^{},]*,[^{}]*)\}/.exec(next);
    if (braces === null) done.push(next);
    else {
      const [before, after] = [next.slice(0, braces.index), next.slice(braces.index + braces[0].length)];
      for (const choice of (braces[1] ?? "").split(",")) open.push(before + choice + after);
    }
    if (open.length + done.length > MOST_CHOICES) return [pattern];
  }
  return done;
}

const ANY_FOLDERS = "**";

/** A name of a path, letter by letter, or any folders. */
type Part = typeof ANY_FOLDERS | readonly Letter[];
/** One letter, any one, any number of them, or one of some. */
type Letter = { readonly is: string } | "one" | "any" | { readonly among: string; readonly isNot: boolean };

function readGlob(glob: string): readonly Part[] {
  return glob.split("/").map((name) => (name === ANY_FOLDERS ? name : readName(name)));
}

function readName(name: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (const [written, escaped, not, among] of name.matchAll(LETTER)) {
    if (among !== undefined) letters.push({ among: withRanges(among), isNot: not !== "" });
    else if (written === "?") letters.push("one");
    else if (!written.startsWith("*")) letters.push({ is: escaped ?? written });
    else letters.push("any");
  }
  return letters;
}

/** `\*`, `[abc]`, `[!a-z]`, stars, or any other letter. */
const LETTER = /\\(.)|\[([!^]?)([^[\]]+)\]|\*+|./gsu;

const MOST_IN_RANGE = 256;

function withRanges(among: string): string {
  return among.replace(/(.)-(.)/gsu, (written, from: string, to: string) => {
    const [first, last] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    if (last < first || last - first > MOST_IN_RANGE) return written;
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join("");
  });
}

function isAnyFolders(part: Part): boolean {
  return part === ANY_FOLDERS;
}

function fitsName(part: Part, name: string): boolean {
  return (
    part !== ANY_FOLDERS && name !== "" && fits(part, [...name], (letter) => letter === "any", fitsLetter)
  );
}

function fitsLetter(letter: Letter, written: string): boolean {
  if (typeof letter === "string") return letter === "one";
  return "is" in letter ? letter.is === written : letter.among.includes(written) !== letter.isNot;
}

/**
 * Whether all that is wanted is there, in order and nothing else. Where something does not fit, only the last place that
 * takes anything can take more: earlier ones would leave no more to those behind them.
 */
function fits<Wanted, Present>(
  wanted: readonly Wanted[],
  present: readonly Present[],
  takesAny: (one: Wanted) => boolean,
  fitsOne: (one: Wanted, other: Present) => boolean,
): boolean {
  let at = 0;
  let next = 0;
  let lastAny = -1;
  let taken = 0;
  while (at < present.length) {
    const [want, have] = [wanted[next], present[at]];
    if (want !== undefined && takesAny(want)) {
      lastAny = next;
      taken = at;
      next += 1;
    } else if (want !== undefined && have !== undefined && fitsOne(want, have)) {
      next += 1;
      at += 1;
    } else if (lastAny >= 0) {
      taken += 1;
      at = taken;
      next = lastAny + 1;
    } else return false;
  }
  return wanted.slice(next).every(takesAny);
}
