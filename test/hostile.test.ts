// One workspace whose titles, ids and file names are made to act on whatever shows them, and every format that shows
// them: terminals, logs, Markdown, HTML, spreadsheets, XML, JSON, diagrams, hover cards, panels.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../cli/src/run.ts";
import type { Shell } from "../cli/src/shell.ts";
import { git, run as runBuilt } from "../cli/test/support.ts";
import {
  analyse,
  createEngine,
  createLookup,
  drawPanel,
  hover,
  type Lookup,
  PANELS,
  parseDay,
} from "../core/src/index.ts";
import { readHtml, tagsIn } from "../core/src/testing/readHtml.ts";
import { readFolder } from "../core/src/workspace/readFolder.ts";
import { nodeFileSystem } from "../disk/src/index.ts";

/** Each acts somewhere; all of them stand in every text. */
const ACTS = [
  "\u001b]0;title\u0007\u001b[31mred\u009b1m\u0000",
  "\u202eturned\u2066\u200f\ufeff\u2028\u2029",
  "\ud800",
  "::error file=x::said %0A::warning::y",
  "##vso[task.complete]##[group]",
  "<img src=x onerror=alert(1)><script>alert(1)</script>",
  '" onmouseover="alert(1)" \'` &lt; --> ]]> #{x} {{x}}',
  "![i](https://evil.example/i.png) [l](command:evil) [l](javascript:alert(1))",
  "@everyone https://evil.example www.evil.example <https://evil.example>",
  "|a|b| *b* _c_ `d` ~~e~~ # f",
] as const;

/** What is taken for a formula, a command or a heading stands where a text begins. */
const BEGINNINGS = [
  "=HYPERLINK(1)",
  "+1+cmd",
  "-1+cmd",
  "@SUM(A1)",
  "\t=1",
  "::error::x",
  "# heading",
  "- list",
] as const;

const IDS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"] as const;

/** As YAML, with an escape for what no file may hold as it is. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\p{Bidi_Control}]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function titleAt(at: number): string {
  return quoted(`${BEGINNINGS[at % BEGINNINGS.length]} ${ACTS.join(" ")}`);
}

function strategy(): string {
  const entries = [...IDS, ...BEGINNINGS.map((_, at) => `o${at}`)].flatMap((id, at) => [
    `  ${id}:`,
    `    title: ${titleAt(at)}`,
    `    lead: ${titleAt(at)}`,
    `    description: ${titleAt(at + 1)}`,
    `    measures: [${IDS[at % IDS.length]}, ${quoted(`m${at} ${ACTS.join("")}`)}]`,
  ]);
  const called = `called: {objective: ${titleAt(2)}}`;
  return [
    `title: ${titleAt(0)}`,
    "period: 2026/27 to 2028/29",
    called,
    "objectives:",
    ...entries,
    `${titleAt(3)}: 1`,
    "",
  ].join("\n");
}

function measures(): string {
  const entries = [...IDS, "m1"].map(
    (id, at) => `  ${id}: {title: ${titleAt(at)}, unit: ${titleAt(at)}, targets: {2028/29: ${titleAt(at)}}}`,
  );
  return ["measures:", ...entries, ""].join("\n");
}

const PLAN = `title: ${titleAt(1)}
period: 2026/27
strategy: ours
priorities:
  constructor: {title: ${titleAt(4)}, objectives: [__proto__, nowhere], actions: {__proto__: {title: ${titleAt(5)}, due: ${titleAt(6)}}}}
`;

const CSV = `measure,period,value,note\n__proto__,2026/27,=1+1,"=cmd"\nconstructor,=2,1,\n${"\u202e"}toString,2026/27,x,\n`;

/** Each act stands for a rule, an item and a value. */
const BASELINE = JSON.stringify({
  version: 1,
  findings: [...ACTS, ...BEGINNINGS].map((text) => ({ rule: text, item: text, field: text, value: text })),
});

/** A link that changed since, one that is gone, and lines that cannot be read. */
const REVIEWS = ["ours/constructor > constructor", "ours/gone > constructor", ...ACTS]
  .map(
    (key, at) =>
      `${quoted(key)}: {from: "000000000000", to: "000000000000", on: ${titleAt(at)}, by: ${titleAt(at)}, because: ${titleAt(at)}}\n`,
  )
  .join("");

/** Names as Linux takes them: all but `/`. */
const NAMES = [
  "=cmd\u001b[31m\u202e\n::error::x,%0A@m <img src=x> [l](command:x).strategy.yaml",
  "-rf.measures.yaml",
  "deep \u0007/$(touch x)`x`.measure.yaml",
  "inner\u001b[2J/stratkit.config.yaml",
] as const;

/** Acts on a terminal or turns the direction of reading. */
const HARMFUL = /[^\P{Cc}\r\n]|\p{Bidi_Control}|[\u2028\u2029\ufeff]/u;
const LONE_SURROGATE = /\p{Cs}/u;

let folder = "";

interface Said {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

async function say(args: readonly string[], isTerminal = false): Promise<Said> {
  const said = { out: "", err: "" };
  const stream = (name: "out" | "err") => ({
    isTerminal,
    columns: 100,
    write: (text: string) => {
      said[name] += text;
    },
  });
  const shell: Shell = {
    cwd: folder,
    env: { NO_COLOR: "1", STRATKIT_CACHE_DIR: join(folder, "../cache") },
    out: stream("out"),
    err: stream("err"),
    readInput: async () => new Uint8Array(),
    openLines: () => undefined,
  };
  const code = await run([...args, "--as-of", "2026-11-21"], shell);
  assert.doesNotMatch(said.err, /fault of its own/);
  return { ...said, code };
}

/** The engine's half of what editors show. */
function lookUp(): Lookup {
  const { files, nearMisses } = readFolder(nodeFileSystem(), folder);
  const asOf = parseDay("2026-11-21");
  assert.ok(asOf !== undefined);
  const byPath = new Map(files.map((file) => [file.path, file]));
  return createLookup(analyse({ files: byPath, nearMisses, complete: true, asOf }, createEngine()));
}

function checkLines(text: string): void {
  assert.doesNotMatch(text, HARMFUL);
  assert.doesNotMatch(text, /^\s*::|##(\[|vso\[)/m);
}

function checkMarkdown(text: string): void {
  assert.doesNotMatch(text, HARMFUL);
  // Code in our own words, such as the id of a rule, holds none of what is looked for.
  assert.doesNotMatch(text, /<(?!https:\/\/github\.com\/stratkit)[a-z!/]/i);
  assert.doesNotMatch(text, /(?<!\\)!\[|(?<!\\)\]\((?!<)|(?<![\w.])@\w/);
  assert.doesNotMatch(text, /(?<!<)https?:\/\/evil|www\.evil/);
  assert.doesNotMatch(text, /^#+ heading/m);
}

function checkHtml(text: string): void {
  assert.doesNotMatch(text, HARMFUL);
  assert.doesNotMatch(text, LONE_SURROGATE);
  const page = readHtml(text);
  for (const tag of tagsIn(page)) {
    assert.ok(!["script", "img", "iframe", "object", "base", "form"].includes(tag.name), tag.name);
    for (const [name, value] of tag.attributes) {
      assert.doesNotMatch(name, /^on|^src$|^style$/);
      if (name === "href") assert.match(value, /^#[\w-]*$/);
    }
  }
}

function checkJson(text: string): void {
  assert.doesNotMatch(text, HARMFUL);
  assert.doesNotMatch(text, LONE_SURROGATE);
  assert.notEqual(JSON.stringify(JSON.parse(text)), "");
}

function checkCsv(text: string): void {
  assert.doesNotMatch(text, /[^\P{Cc}\r\n\t]|\p{Bidi_Control}/u);
  for (const cell of cellsOf(text)) {
    assert.ok(
      !/^\s*[=+\-@\t\r]/.test(cell) || /^-?\d+(\.\d+)?$/.test(cell),
      JSON.stringify(cell.slice(0, 40)),
    );
  }
}

function cellsOf(text: string): string[] {
  return [...text.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)].map(
    ([, quote, plain]) => quote?.replaceAll('""', '"') ?? plain ?? "",
  );
}

function checkXml(text: string): void {
  assert.doesNotMatch(text, HARMFUL);
  assert.doesNotMatch(text, LONE_SURROGATE);
  for (const [, inner = ""] of text.matchAll(/>([^<]*)</g))
    assert.doesNotMatch(inner, /&(?!(amp|lt|gt|quot|apos|#\d+);)/);
  assert.doesNotMatch(text, /<(?!\?xml|\/?(testsuites|testsuite|testcase|failure|skipped|system-out)\b)/);
}

function checkCommands(text: string): void {
  assert.doesNotMatch(text, HARMFUL);
  assert.doesNotMatch(text, /\r/);
  const form =
    /^::(error|warning|notice) (file=[^:,]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z/-]+(%3A)?[^:,]*|title=stratkit)::.*$/;
  for (const line of text.trimEnd().split("\n")) assert.match(line, form);
}

function checkMermaid(text: string): void {
  checkLines(text);
  for (const line of text.split("\n").filter((one) => /^ {2}n\d+[[(]/.test(one))) {
    const [, label = ""] = /^ {2}n\d+\(?\["(.*)"\]\)?(?::::[a-zA-Z]+)?$/.exec(line) ?? [];
    assert.notEqual(label, "", line);
    assert.doesNotMatch(label.replace("<br/>", " "), /["<>[\](){}`\\|]/);
  }
}

const FORMATS: readonly (readonly [args: readonly string[], check: (text: string) => void])[] = [
  [["check", "-f", "text"], checkLines],
  [["check", "-f", "overview"], checkLines],
  [["check", "-f", "markdown"], checkMarkdown],
  [["check", "-f", "github"], checkCommands],
  [["check", "-f", "json"], checkJson],
  [["check", "-f", "jsonl"], (text) => text.trimEnd().split("\n").forEach(checkJson)],
  [["check", "-f", "gitlab"], checkJson],
  [["check", "-f", "sarif"], checkJson],
  [["check", "-f", "junit"], checkXml],
  [["check", "-f", "rdjson"], checkJson],
  [["check", "-f", "csv"], checkCsv],
  [["trace", "-f", "text"], checkLines],
  [["trace", "-f", "markdown"], checkMarkdown],
  [["trace", "--matrix", "-f", "markdown"], checkMarkdown],
  [["trace", "-f", "csv"], checkCsv],
  [["trace", "-f", "json"], checkJson],
  [["trace", "-f", "html"], checkHtml],
  [["trace", "-f", "mermaid"], checkMermaid],
  [["report"], checkHtml],
  [["fmt", "--check"], checkLines],
  [["fmt", "--dry-run"], checkLines],
  [["rename", "o1", "other", "--dry-run"], checkLines],
  [["rename", "o1", "other", "--dry-run", "-f", "json"], checkJson],
  [["retire", "o1", "--because", ACTS.join(" "), "--dry-run"], checkLines],
  [["new", "objective", ACTS.join(" "), "--dry-run"], checkLines],
  [["baseline", "status"], checkLines],
  [["baseline", "status", "-f", "json"], checkJson],
  [["baseline", "prune", "--dry-run"], checkLines],
  [["review", "list"], checkLines],
  [["review", "list", "-f", "json"], checkJson],
  [["review", "status"], checkLines],
  [["review", "status", "-f", "json"], checkJson],
  [["review", "accept", "ours/constructor", "--because", ACTS.join(" "), "--dry-run"], checkLines],
  [["doctor"], checkLines],
];

describe("what authors write is data", function () {
  this.timeout(60_000);
  let lookup: Lookup | undefined;

  before(() => {
    const base = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-hostile-")));
    folder = join(base, "trust");
    const files: Readonly<Record<string, string>> = {
      "ours.strategy.yaml": strategy(),
      "ours.measures.yaml": measures(),
      "2026-27.delivery-plan.yaml": PLAN,
      "ours.actuals.csv": CSV,
      "stratkit.baseline.json": BASELINE,
      "stratkit.reviews.yaml": REVIEWS,
      ...Object.fromEntries(NAMES.map((name) => [name, "measures: {}\n"])),
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    lookup = lookUp();
  });

  after(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

  for (const [args, check] of FORMATS) {
    it(`for stratkit ${args.filter((word) => word.length < 20).join(" ")}`, async () => {
      const { out, err } = await say(args);
      assert.notEqual(out + err, "");
      if (out !== "") check(out);
      checkLines(err);
    });
  }

  it("on a terminal too", async () => {
    for (const args of [["check"], ["check", "-f", "overview"], ["trace"], ["trace", "--matrix"]])
      checkLines((await say(args, true)).out);
  });

  it("in the words of a link that changed", async () => {
    const { out } = await say(["review", "list"], true);
    assert.match(out, /ours\/constructor > constructor/);
    checkLines(out);
  });

  it("in the log, in errors and in answers to a slip", () => {
    // The system takes no argument with a zero in it.
    const [steer = "", turn = "", lone = "", log = ""] = ACTS.map((text) => text.replaceAll("\0", ""));
    for (const args of [
      ["check", "-v"],
      ["check", steer],
      ["trace", log],
      ["rename", turn, "x"],
      [lone],
      ["check", `--${steer}`],
    ])
      checkLines(runBuilt(args, { cwd: folder }).err);
  });

  it("for the cards of an editor, wherever the pointer rests", () => {
    assert.ok(lookup !== undefined);
    let cards = 0;
    for (const [path, { source }] of lookup.analysis.files) {
      for (const start of source.lines.lineStarts) {
        for (const offset of [start + 1, start + 4, start + 14]) {
          const card = hover(lookup, path, offset);
          if (card === undefined) continue;
          cards += 1;
          checkMarkdown(card.markdown);
          assert.doesNotMatch(card.text, HARMFUL);
        }
      }
    }
    assert.ok(cards > 40, `${cards} cards`);
  });

  it("for every drawing of the panel", () => {
    assert.ok(lookup !== undefined);
    for (const panel of PANELS) checkHtml(drawPanel(lookup, { panel, isWhole: true }).html);
  });

  it("whatever the ids are called, everything is found under them and nothing else is changed", async () => {
    const { out } = await say(["trace", "-f", "json"]);
    const nodes: { id: string }[] = JSON.parse(out).nodes;
    for (const id of IDS)
      assert.ok(
        nodes.some((node) => node.id === `ours/${id}`),
        id,
      );
    assert.deepEqual(Object.keys(Object.prototype), []);
    assert.equal(Reflect.get({}, "title"), undefined);
  });

  it("for git, which is asked about folders whose names begin like its flags", async () => {
    const before = folder;
    folder = join(before, "..", "--upload-pack=touch x");
    mkdirSync(folder);
    git(folder, "init", "-q");
    writeFileSync(join(folder, "ours.strategy.yaml"), "title: Ours\n");
    try {
      assert.match((await say(["check", "-f", "github"])).out, /^::error file=ours\.strategy\.yaml,/);
    } finally {
      folder = before;
    }
  });
});
