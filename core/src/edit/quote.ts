// Quotes round an author's text: only where YAML would read something else than the text, and never twice.

/** Where the text is to stand: on its own behind a key, or between brackets, where commas and brackets count too. */
export type Surroundings = "block" | "brackets";

/** Line breaks, tabs and other signs that only double quotes with escapes can hold. */
const CONTROL = /[\p{Cc}\uFEFF]/u;

/** The text as YAML is to read it: plain where that reads the same, else in quotes. */
export function quoteText(text: string, surroundings: Surroundings = "block"): string {
  return needsQuotes(text, surroundings) ? inQuotes(text) : text;
}

/**
 * True where the plain text would be read as another text, as nothing at all, or not be read. Figures, `yes`, `true` and
 * periods stay plain: text fields take what is written.
 */
export function needsQuotes(text: string, surroundings: Surroundings = "block"): boolean {
  if (text === "" || text.trim() !== text || CONTROL.test(text)) return true;
  if (/^[,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return true;
  if (/:(?:\s|$)/.test(text) || /\s#/.test(text)) return true;
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(text) || /^(?:~|null|Null|NULL)$/.test(text)) return true;
  return surroundings === "brackets" && /[,[\]{}]/.test(text);
}

/** Double quotes, as most people write them; single ones where the text itself holds double quotes or backslashes. */
export function inQuotes(text: string): string {
  if (!CONTROL.test(text) && /["\\]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replaceAll("\uFEFF", "\\uFEFF").replaceAll("\x7f", "\\x7f");
}

/**
 * A stretch of a file in quotes, its line breaks and indentation as they are, because quoted texts are folded over
 * lines like plain ones. Quotes that stand round the whole already are taken as meant and not doubled.
 */
export function quoteWritten(written: string): string {
  const quote = written[0];
  const isWrapped = written.length > 1 && (quote === '"' || quote === "'") && written.endsWith(quote);
  const inner = isWrapped ? written.slice(1, -1) : written;
  if (/["\\]/.test(inner)) return `'${inner.replaceAll("'", "''")}'`;
  return `"${inner}"`;
}
