// Places in the text of a file, as an editor counts them.

/** The first line that holds the words, from 1. */
export function lineOf(text: string, words: string): number {
  return rowOf(text, words).row + 1;
}

/** Where the words begin in that line, from 1. */
export function columnOf(text: string, words: string): number {
  return rowOf(text, words).line.indexOf(words) + 1;
}

function rowOf(text: string, words: string): { readonly row: number; readonly line: string } {
  const lines = text.split("\n");
  const row = lines.findIndex((line) => line.includes(words));
  const line = lines[row];
  if (line === undefined) throw new Error(`No line holds ${words}`);
  return { row, line };
}
