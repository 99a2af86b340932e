// Makes authors' texts harmless for what they are printed into: terminals, Markdown, CSV, XML, HTML, workflow
// commands, Mermaid.

/**
 * Characters that move a terminal's cursor, change its colours or turn the direction of reading: control characters,
 * line and paragraph separators, marks and overrides of direction, byte order marks.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu;

/** One line that only shows itself: breaks and tabs become spaces, other control characters their code, `<U+202E>`. */
export function escapeTerminal(text: string): string {
  return onOneLine(text).replace(LOG_COMMAND, "$& ");
}

/** The logs of GitHub and Azure take `::` where a line begins, `##[` and `##vso[` anywhere, for the start of a command. */
const LOG_COMMAND = /^\s*:(?=:)|##(?=\[|vso\[)/g;

/** One line of plain text, for what shows it as it is and takes no part of it for a command. */
export function escapePlain(text: string): string {
  return onOneLine(text);
}

function onOneLine(text: string): string {
  return text.replace(/[\t\r\n\u2028\u2029]+/g, " ").replace(UNSAFE, sayCode);
}

function sayCode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/**
 * A text inside a line, list item or table cell of Markdown, read as it is written; HTML is none. Mentions, numbers of
 * issues and addresses are looked for after Markdown was read, so a space without width keeps them apart.
 */
export function escapeMarkdown(text: string): string {
  if (HARMLESS.test(text) && !/gh-\d/i.test(text)) return text;
  return onOneLine(text)
    .replace(/[\\`*_{}[\]()#+!|~>$]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/([#!]|\bGH-)(?=\d)/gi, "$1&#8203;")
    .replace(/@/g, "&#64;&#8203;")
    .replace(/^(\s*)(-|\d+\.)(?=\s)/, "$1\\$2")
    .replace(/\b(https?|ftp|www)([:.])/gi, "$1&#8203;$2");
}

/** What most titles and ids are made of: nothing of it says anything in Markdown but a dash before a space. */
const HARMLESS = /^[A-Za-z0-9,;'"%/=?][A-Za-z0-9 ,;'"%/=?-]*$/;

/**
 * A field of a CSV row. One that a spreadsheet would take for a formula is given an apostrophe, as text has there; what
 * would steer a terminal becomes its code.
 */
export function escapeCsv(written: string): string {
  const text = written.replace(UNSAFE, (character) =>
    isXmlSpace(character) ? character : sayCode(character),
  );
  const harmless = /^[\s]*[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replace(/"/g, '""')}"`
    : harmless;
}

/** Rows end with CRLF, as RFC 4180 has it. */
export function csvRow(fields: readonly string[]): string {
  return `${fields.map(escapeCsv).join(",")}\r\n`;
}

/** Text or attribute value of XML 1.0; characters that XML cannot hold, or that steer a reader, become their code. */
export function escapeXml(text: string): string {
  return text
    .replace(UNSAFE, (character) => (isXmlSpace(character) ? character : sayCode(character)))
    .replace(/[\p{Cs}\ufffe\uffff]/gu, sayCode)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&apos;")
    .replace(/[\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text or attribute value of HTML, on one line; what would steer the reading direction becomes its code. */
export function escapeHtml(text: string): string {
  return onOneLine(text)
    .replace(/[\p{Cs}\ufffe\uffff]/gu, sayCode)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;")
    .replace(/`/g, "&#96;");
}

function isXmlSpace(character: string): boolean {
  return character === "\t" || character === "\n" || character === "\r";
}

/** The message of a workflow command of GitHub. */
export function escapeWorkflowData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(UNSAFE, sayCode);
}

/** A property of a workflow command, such as its title or file. */
export function escapeWorkflowProperty(text: string): string {
  return escapeWorkflowData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

/** A label in straight double quotes of a Mermaid diagram. */
export function escapeMermaid(text: string): string {
  return onOneLine(text)
    .replace(/[#&"<>`\\[\]{}()|;]/g, (character) => `#${character.charCodeAt(0)};`)
    .replace(/^(\d+|[-*])(\.?)(?=\s)/, "$1$2#8203;");
}
