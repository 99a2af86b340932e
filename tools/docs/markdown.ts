// Small helpers for writing Markdown: cells that cannot break a table, anchors as the usual renderers make them, and
// values as an author would write them on one line of YAML.

/** The comment that every generated page begins with. */
export function generatedBy(source: string): string {
  return `<!-- Made by tools/docs.ts from ${source}; do not edit. -->\n\n`;
}

/** Text for a cell of a table. */
export function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(" | ")} |\n`;
}

export function tableHead(heads: readonly string[]): string {
  return tableRow(heads) + tableRow(heads.map(() => "---"));
}

/** The anchor of a heading: lower case, punctuation dropped, blanks as dashes. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

/** Inline code; what holds a backtick is fenced by two. */
export function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A fenced block whose fence is longer than any within it. */
export function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text.replace(/\n+$/, "")}\n${marks}\n\n`;
}

/** A value on one line, with quotes only where YAML needs them. */
export function yamlInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlInline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, held]) => `${yamlInline(key)}: ${yamlInline(held)}`);
    return `{${entries.join(", ")}}`;
  }
  return typeof value === "string" && needsQuotes(value) ? JSON.stringify(value) : String(value);
}

function needsQuotes(text: string): boolean {
  return text === "" || /^[\s%@*&!`'"#?|>[\]{}]|^- |: | #|[,[\]{}]|\s$/.test(text);
}
