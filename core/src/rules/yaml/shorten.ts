// Long texts of authors inside a message: their beginning is enough to find them.

const MOST_LETTERS = 40;

/** At most 40 letters and on one line, with "..." where more stood. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= MOST_LETTERS
    ? line
    : `${letters
        .slice(0, MOST_LETTERS - 3)
        .join("")
        .trimEnd()}...`;
}
