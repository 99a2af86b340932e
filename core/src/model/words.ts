// Small words of authors' texts, read alike by all the readers of words.

/** Most texts are. */
const FOLDED = /^\S+(?: \S+)*$/;

/** The text without blanks around it, every run of blanks (those of word processors too) made one space. */
export function foldSpaces(text: string): string {
  return FOLDED.test(text) ? text : text.trim().replace(/\s+/g, " ");
}
