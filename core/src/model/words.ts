// Small words of authors' texts, read alike by all the readers of words.

/** The text without blanks around it, every run of blanks (those of word processors too) made one space. */
export function foldSpaces(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
