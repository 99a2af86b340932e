// Finds the words that are few edits away from another one, among many that are sorted, without looking at most of them:
// what words begin with alike is compared once, and all with a beginning that is too far away are passed over.

/** Words by their places, in the order of `<`. */
export interface SortedWords {
  readonly size: number;
  wordAt(place: number): string;
}

/** The places of all words from which at most so many letters are put in, taken out, changed or swapped. */
export function* findWithin(from: string, { size, wordAt }: SortedWords, limit: number): Generator<number> {
  // A row for each letter of the word that is looked at: the edits from what comes before it to each beginning of `from`.
  const rows: number[][] = [Array.from({ length: from.length + 1 }, (_, at) => at)];
  let known = "";
  for (let place = 0; place < size; ) {
    const word = wordAt(place);
    let at = countAlike(known, word);
    let isFar = false;
    while (at < word.length && !isFar) {
      const row = nextRow(rows, from, word, at);
      at += 1;
      rows[at] = row;
      isFar = row.every((edits) => edits > limit);
    }
    known = word.slice(0, at);
    if (isFar) {
      place = findBehind({ size, wordAt }, place, known);
      continue;
    }
    if (get(rows[at], from.length) <= limit) yield place;
    place += 1;
  }
}

function nextRow(rows: readonly number[][], from: string, word: string, at: number): number[] {
  const [before, previous] = [rows[at - 1], rows[at]];
  const row = [at + 1];
  for (let to = 1; to <= from.length; to += 1) {
    const same = word[at] === from[to - 1];
    let edits = Math.min(get(previous, to) + 1, get(row, to - 1) + 1, get(previous, to - 1) + (same ? 0 : 1));
    if (at > 0 && to > 1 && word[at] === from[to - 2] && word[at - 1] === from[to - 1])
      edits = Math.min(edits, get(before, to - 2) + 1);
    row.push(edits);
  }
  return row;
}

function get(row: readonly number[] = [], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}

function countAlike(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

/** The first place behind all words that begin so; `start` is the place of one of them. */
function findBehind({ size, wordAt }: SortedWords, start: number, beginning: string): number {
  let [last, step] = [start, 1];
  while (last + step < size && wordAt(last + step).startsWith(beginning)) {
    last += step;
    step *= 2;
  }
  let behind = Math.min(last + step, size);
  while (last + 1 < behind) {
    const middle = (last + behind) >> 1;
    if (wordAt(middle).startsWith(beginning)) last = middle;
    else behind = middle;
  }
  return behind;
}
