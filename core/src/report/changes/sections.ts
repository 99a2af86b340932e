// The sections of a comment: each a heading and rows, of which as many are shown as the whole has room for.

export interface Section {
  /** Lines before the rows; they stay even where no row does. */
  readonly head: readonly string[];
  /** Lines between the head and the first row, left out where there is none: the heads of a table. */
  readonly lead?: readonly string[];
  readonly rows: readonly string[];
  /** Lines behind the last row that is shown, left out with the lead. */
  readonly end?: readonly string[];
  readonly tail?: readonly string[];
  /** Cut before those with a higher number. */
  readonly weight: number;
}

export interface Room {
  /** Rows of a section at most. */
  readonly rows: number;
  /** Of the whole text, as `measure` counts. */
  readonly whole: number;
  measure(text: string): number;
}

/** The sections without rows are left out. Cuts the least weighty first, and of these the last. */
export function fitSections(
  first: readonly string[],
  sections: readonly Section[],
  last: readonly string[],
  room: Room,
): string {
  const fitted = sections
    .filter(({ rows }) => rows.length > 0)
    .map((section, at) => ({ section, at, count: Math.min(section.rows.length, room.rows) }));
  const sizeOf = sizeReader(room);
  const fixed = sizeOf.lines([...first, ...last]);
  const size = () => fitted.reduce((sum, { section, count }) => sum + sizeOf.section(section, count), fixed);
  const order = [...fitted].sort((a, b) => a.section.weight - b.section.weight || b.at - a.at);
  for (const one of order) {
    if (size() <= room.whole) break;
    one.count = mostThatFits(one.count, (count) => {
      one.count = count;
      return size() <= room.whole;
    });
  }
  return joinLines([...first, ...fitted.flatMap(({ section, count }) => linesOf(section, count)), ...last]);
}

/** Every line with its end; blank lines that are taken out later count too, which does no harm. */
function sizeReader({ measure }: Room) {
  const lines = (all: readonly string[]) => all.reduce((sum, line) => sum + measure(line) + 1, 0);
  const known = new Map<Section, readonly number[]>();
  /** Of the first rows, for each number of them. */
  const sums = (section: Section) => {
    const found = known.get(section);
    if (found !== undefined) return found;
    const made = [0];
    for (const row of section.rows) made.push((made.at(-1) ?? 0) + measure(row) + 1);
    known.set(section, made);
    return made;
  };
  return {
    lines,
    section: (section: Section, count: number) =>
      (sums(section)[count] ?? 0) + lines([...before(section, count), ...behind(section, count)]),
  };
}

/** The largest number below `most` that fits; 0 where none does. */
function mostThatFits(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function linesOf(section: Section, count: number): string[] {
  return [...before(section, count), ...section.rows.slice(0, count), ...behind(section, count)];
}

function before({ head, lead = [] }: Section, count: number): string[] {
  return [...head, ...(count === 0 ? [] : lead)];
}

function behind({ rows, end = [], tail = [] }: Section, count: number): string[] {
  const left = rows.length - count;
  const more = left === 0 ? [] : ["", count === 0 ? `${left} not shown here` : `and ${left} more`];
  return [...(count === 0 ? [] : end), ...more, ...tail, ""];
}

/** No two blank lines in a row, none at the end. */
function joinLines(lines: readonly string[]): string {
  const kept = lines.filter((line, index) => line !== "" || lines[index - 1] !== "");
  return `${kept.join("\n").trimEnd()}\n`;
}
