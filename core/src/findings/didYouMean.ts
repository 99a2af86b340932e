// The one function that finds what an author most likely meant: a key, a word, an id or the title of a thing.

export interface Candidate {
  readonly id: string;
  readonly title?: string;
}

/**
 * `one`: a clear best, which a fix may write. `few`: two or three that are equally near. `listed`: none is near, and
 * what may stand here is named, up to seven and how many more. `none`: there is nothing to offer.
 */
export type Guess =
  | { readonly kind: "one"; readonly best: Candidate }
  | { readonly kind: "few"; readonly near: readonly Candidate[] }
  | { readonly kind: "listed"; readonly shown: readonly string[]; readonly more: number }
  | { readonly kind: "none" };

/** Words with the ones that people write instead of them: `{done: ["complete", "finished"]}`. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

const LISTED = 7;
const FEW = 3;

/**
 * Candidates are what may stand at the place: right kind, in reach, not retired. Letters in the wrong case, spaces and
 * underscores never count as mistakes; then up to 1 edit in 4 letters, 2 in 8, 3 beyond; then a synonym; then titles
 * that hold all the words written.
 */
export function findNearest(
  written: string,
  candidates: readonly Candidate[],
  synonyms: Synonyms = {},
): Guess {
  const near = firstNotEmpty([
    () => nearestBySpelling(written, candidates),
    () => candidates.filter((candidate) => isSynonym(written, candidate.id, synonyms)),
    () => nearestByTitle(written, candidates),
  ]);
  return toGuess(near, candidates.length, (count) => candidates.slice(0, count));
}

/** Many candidates, of which it can be told without a look at each which ones may be near. */
export interface CandidateTable<Own extends Candidate> {
  readonly size: number;
  /** Among others all those with the fewest edits between them and a plainly spelled word, where so many are enough. */
  spelledLike(plain: string, limit: number): readonly Own[];
  /** Among others all those whose titles hold these words. */
  titledWith(words: readonly string[]): readonly Own[];
  /** A few of them in the order of all. */
  inOrder(some: readonly Own[]): readonly Own[];
  /** The first ones of all. */
  first(count: number): readonly Own[];
}

/** What `findNearest` says of a list of them all. */
export function findNearestIn<Own extends Candidate>(written: string, table: CandidateTable<Own>): Guess {
  const near = firstNotEmpty([
    () => nearestBySpelling(written, spelledLike(written, table)),
    () => nearestByTitle(written, table.titledWith(wordsOf(written))),
  ]);
  return toGuess(near.length > FEW ? near : table.inOrder(near), table.size, (count) => table.first(count));
}

function spelledLike<Own extends Candidate>(written: string, table: CandidateTable<Own>): readonly Own[] {
  const plain = plainSpelling(written);
  return table.spelledLike(plain, allowedEdits(plain));
}

function toGuess(
  near: readonly Candidate[],
  size: number,
  first: (count: number) => readonly Candidate[],
): Guess {
  const [best] = near;
  if (best !== undefined && near.length === 1) return { kind: "one", best };
  if (near.length > 1 && near.length <= FEW) return { kind: "few", near };
  if (size === 0) return { kind: "none" };
  const shown = first(LISTED).map((candidate) => candidate.id);
  return { kind: "listed", shown, more: size - shown.length };
}

/** ` Did you mean "readmissions" (Emergency readmissions)?` with its leading space, or nothing where none is near. */
export function sayGuess(guess: Guess): string {
  if (guess.kind === "one") return ` Did you mean ${sayCandidate(guess.best)}?`;
  if (guess.kind === "few") return ` Did you mean ${joinWords(guess.near.map(sayCandidate), "or")}?`;
  return "";
}

/** `title, lead and 4 more`: what may stand here, for a help that begins "Use one of". */
export function sayListed(guess: Guess): string | undefined {
  if (guess.kind !== "listed") return undefined;
  return guess.more === 0
    ? joinWords(guess.shown, "and")
    : `${guess.shown.join(", ")} and ${guess.more} more`;
}

export function joinWords(words: readonly string[], last: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

function sayCandidate({ id, title }: Candidate): string {
  return title === undefined || title === id ? `"${id}"` : `"${id}" (${title})`;
}

function nearestBySpelling<Own extends Candidate>(
  written: string,
  candidates: readonly Own[],
): readonly Own[] {
  const plain = plainSpelling(written);
  const limit = allowedEdits(plain);
  let best: Own[] = [];
  let bestEdits = limit;
  for (const candidate of candidates) {
    // Spelled plainly a word gets no longer.
    if (candidate.id.length < plain.length - bestEdits) continue;
    const edits = countEdits(plain, plainSpelling(candidate.id), bestEdits);
    if (edits > bestEdits) continue;
    if (edits < bestEdits) best = [];
    bestEdits = edits;
    best.push(candidate);
  }
  return best;
}

function allowedEdits(word: string): number {
  // In one or two letters any edit makes quite another word.
  if (word.length <= 2) return 0;
  if (word.length <= 4) return 1;
  return word.length <= 8 ? 2 : 3;
}

function nearestByTitle<Own extends Candidate>(written: string, candidates: readonly Own[]): readonly Own[] {
  const words = wordsOf(written);
  if (words.length === 0) return [];
  const holding = candidates.filter((candidate) => {
    const title = new Set(wordsOf(candidate.title ?? ""));
    return words.every((word) => title.has(word));
  });
  const whole = holding.filter((candidate) => wordsOf(candidate.title ?? "").join(" ") === words.join(" "));
  return whole.length > 0 ? whole : holding;
}

function isSynonym(written: string, word: string, synonyms: Synonyms): boolean {
  const others = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined;
  return others?.includes(plainSpelling(written)) ?? false;
}

/** Lower case, with dashes for spaces and underscores. */
export function plainSpelling(text: string): string {
  return /^[a-z0-9-]*$/.test(text)
    ? text
    : text
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, "-");
}

/** The words of a title, as they are compared. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Letters to put in, take out, change or swap with their neighbour to get from one word to the other; more than `limit`
 * as soon as that many are not enough.
 */
export function countEdits(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let [start, endOfFrom, endOfTo] = [0, from.length, to.length];
  while (start < endOfFrom && start < endOfTo && from[start] === to[start]) start += 1;
  while (endOfFrom > start && endOfTo > start && from[endOfFrom - 1] === to[endOfTo - 1]) {
    endOfFrom -= 1;
    endOfTo -= 1;
  }
  return countBetween(from.slice(start, endOfFrom), to.slice(start, endOfTo), limit);
}

/** Of two words that neither begin nor end alike. */
function countBetween(from: string, to: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) edits = Math.min(edits, at(before, j - 2) + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return at(previous, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

function firstNotEmpty<Own>(searches: readonly (() => readonly Own[])[]): readonly Own[] {
  for (const search of searches) {
    const found = search();
    if (found.length > 0) return found;
  }
  return [];
}
