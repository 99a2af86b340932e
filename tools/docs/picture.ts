// Draws the picture of the front page: what `npm start` prints, as an SVG that is readable on light and on dark pages
// and to people who hear it.

import { ROOT } from "./sources.ts";
import { EXAMPLE_DAY, runAt, WIDTH } from "./terminal.ts";

export const PICTURE_PATH = "docs/images/overview.svg";

const COMMAND = ["check", "examples/kmpt", "--fail-on", "never", "-f", "overview"];
/** The picture ends before this heading; what follows needs reading, not looking. */
const END = "THE WORST FIRST";

const COLUMN = 8;
const LINE = 18;
const MARGIN = 24;

/** Classes of the picture by the terminal's codes. */
const CLASSES: Readonly<Record<string, string>> = {
  "1": "strong",
  "2": "dim",
  "31": "error",
  "32": "good",
  "33": "warning",
  "36": "info",
};

const STYLE = `
text { font-family: "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; fill: #1f2328; }
rect { fill: #ffffff; stroke: #d1d9e0; }
.strong { font-weight: 700; } .dim { fill: #59636e; } .error { fill: #b3261e; } .good { fill: #116329; } .warning { fill: #7d4e00; } .info { fill: #0b5394; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; } rect { fill: #0d1117; stroke: #3d444d; }
  .dim { fill: #9198a1; } .error { fill: #ff9492; } .good { fill: #7ee787; } .warning { fill: #f2cc60; } .info { fill: #a5d6ff; }
}
`;

export async function renderPicture(): Promise<string> {
  const { text } = await runAt(ROOT, [...COMMAND, "--as-of", EXAMPLE_DAY], "always");
  const lines = [`$ npx stratkit ${COMMAND.join(" ")}`, "", ...cutOff(text.trimEnd().split("\n"))];
  const width = 2 * MARGIN + WIDTH * COLUMN;
  const height = 2 * MARGIN + lines.length * LINE;
  const rows = lines.map((line, index) => row(line, MARGIN + (index + 1) * LINE - 4));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n` +
    '<title id="title">The overview that stratkit prints of an example</title>\n' +
    `<desc id="desc">${escapeXml(lines.map(plain).join("\n"))}</desc>\n` +
    `<style>${STYLE}</style>\n` +
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>\n` +
    `${rows.join("")}</svg>\n`
  );
}

function cutOff(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => plain(line) === END);
  return (end < 0 ? lines : lines.slice(0, end)).join("\n").trimEnd().split("\n");
}

function plain(line: string): string {
  return stretches(line)
    .map((stretch) => stretch.text)
    .join("");
}

/** One text for each group of words of one colour, set on the columns of the terminal. */
function row(line: string, y: number): string {
  let column = 0;
  let out = "";
  for (const { text, name } of stretches(line)) {
    const colour = name === undefined ? "" : ` class="${name}"`;
    for (const group of text.matchAll(/\S+(?: \S+)*/g)) {
      const x = MARGIN + (column + group.index) * COLUMN;
      const [words] = group;
      out += `<text x="${x}" y="${y}" textLength="${words.length * COLUMN}"${colour}>${escapeXml(words)}</text>\n`;
    }
    column += text.length;
  }
  return out;
}

function stretches(line: string): { text: string; name: string | undefined }[] {
  const parts = line.split(`${ESCAPE}[`);
  return parts.flatMap((part, index) => {
    const match = index === 0 ? null : /^(\d+)m(.*)$/s.exec(part);
    const text = match?.[2] ?? part;
    return text === "" ? [] : [{ text, name: CLASSES[match?.[1] ?? ""] }];
  });
}

const ESCAPE = "\u001b";

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
