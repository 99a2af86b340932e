import assert from "node:assert/strict";
import type { Change } from "../../diff/change.ts";
import { countClasses } from "../../diff/compare.ts";
import { reportOf } from "../../testing/changesReport.ts";
import { AFTER, BEFORE } from "../../testing/changesSample.ts";
import { renderChangesComment, renderChangesSummary } from "./comment.ts";
import type { ChangesReport } from "./report.ts";
import { renderChangesLines, renderChangesText } from "./text.ts";

const MOST_OF_COMMENT = 60_000;
const MOST_OF_SUMMARY = 900_000;

/** What acts somewhere: on Markdown, GitHub, HTML, logs, terminals, and our own marker. */
const ACTS = [
  "@everyone a@b.example #12 org/repo#3 GH-4 !5",
  "|a|b| `c` ``d`` *e* _f_ ~~g~~ $h$ [i](https://evil.example) ![j](https://evil.example/k.png)",
  "<img src=x onerror=alert(1)> </details> --> <!-- stratkit:.:clean -->",
  "one\r\ntwo\n# heading\n::error::x\n##vso[x]y\n```\n- list",
  "https://evil.example www.evil.example &lt;",
  "\u001b[31mred\u0007 \u202eturned\u2066 \ufeff \ud800",
] as const;
const HOSTILE = ACTS.join(" ");

function manyChanges(report: ChangesReport, count: number, text: string): ChangesReport {
  const changes = report.comparison.changes.flatMap((change) =>
    Array.from({ length: count }, (_, at): Change => {
      const title = `${text} ${at}`;
      const named = change.message.replace(change.entity.title ?? "?", () => title);
      return {
        ...change,
        entity: { kind: change.entity.kind, id: `x/${text.slice(0, 300)}${at}`, title },
        message: named,
        ...(change.old === undefined ? {} : { old: `${text} ${change.old}` }),
        ...(change.new === undefined ? {} : { new: `${text} ${change.new}` }),
        why: `${change.why} ${text}`,
        path: `${text.slice(0, 300)}/${change.path}`,
        suspects: [{ entity: { kind: "measure", id: "m", title }, owner: text }],
      };
    }),
  );
  const [finding] = report.newFindings;
  assert.ok(finding !== undefined);
  return {
    ...report,
    root: text,
    baseLabel: text,
    notes: Array.from({ length: 30 }, () => text),
    newFindings: Array.from({ length: count }, () => ({
      ...finding,
      message: `${finding.message} ${text}`,
      help: text,
    })),
    comparison: {
      ...report.comparison,
      complete: false,
      unreadFiles: Array.from({ length: 30 }, (_, at) => `${text} ${at}`),
      changes,
      summary: countClasses(changes),
    },
  };
}

/** Cells of a row, parted where GitHub parts them. */
function cellsOf(row: string): number {
  return row.replace(/\\./g, "").split("|").length - 2;
}

const OUR_TAGS = /<\/?(details|summary|sub)>|<https:\/\/[^<>\s]*>/g;

function checkMarkdown(text: string): void {
  assert.doesNotMatch(text, /[^\P{Cc}\n]|\p{Bidi_Control}|[\u2028\u2029\ufeff]/u);
  const [first = "", ...rest] = text.split("\n");
  const body = first.startsWith("<!-- stratkit:") ? rest : [first, ...rest];
  let columns = 0;
  let fence = "";
  for (const line of body) {
    if (fence !== "") {
      if (line === fence) fence = "";
      continue;
    }
    fence = /^(`{3,})text$/.exec(line)?.[1] ?? "";
    if (fence !== "") continue;
    if (!line.startsWith("|")) columns = 0;
    else if (columns === 0) columns = cellsOf(line);
    else assert.equal(cellsOf(line), columns, line);
    const shown = line
      .replace(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, "CODE")
      .replace(OUR_TAGS, "")
      .replaceAll("&#64;", "@")
      .replaceAll("&#8203;", "\u200b");
    assert.doesNotMatch(shown, /</, line);
    assert.doesNotMatch(shown, /@\w|[#!]\d|GH-\d|(?<!\\)`|\bhttps?:|\bwww\./, line);
    assert.doesNotMatch(shown, /(?<!\\)\]\(https?:|(?<!\\)!\[/, line);
  }
  assert.equal(fence, "");
  const folds = body.filter((line) => line.startsWith("<details>")).length;
  assert.equal(body.filter((line) => line === "</details>").length, folds);
}

describe("limits of a comment", () => {
  const report = reportOf(BEFORE, AFTER);

  it("500 changes of each kind: ten rows of a table, and the rest counted", () => {
    const many = manyChanges(report, 500, "Title");
    const text = renderChangesComment(many);
    assert.ok(text.length < MOST_OF_COMMENT, `${text.length}`);
    checkMarkdown(text);
    assert.match(text, /❌ 500 changes need agreement/);
    assert.equal(text.match(/^\| ❌ breaks/gm)?.length, 10);
    assert.match(text, /\n\nand 490 more\n/);
    assert.equal(text.match(/^- 2026-11-21 last-measure-removed /gm)?.length, 10);
    const summary = renderChangesSummary(many);
    checkMarkdown(summary);
    assert.ok(Buffer.byteLength(summary) <= MOST_OF_SUMMARY);
    assert.equal(summary.match(/^\| ❌ breaks/gm)?.length, 500);
    assert.equal(summary.match(/^\| ⚠️ weakens/gm)?.length, 1000);
  });

  it("shortens from the bottom, and keeps what needs agreement", () => {
    const long = "A (rather) [long] *title* of something & more that people promised ".repeat(20);
    const text = renderChangesComment(manyChanges(report, 40, long));
    assert.ok(text.length < MOST_OF_COMMENT, `${text.length}`);
    checkMarkdown(text);
    assert.equal(text.match(/^\| ❌ breaks/gm)?.length, 10);
    assert.match(text, /<summary>[^<]*<\/summary>\n\n\d+ not shown here/);
  });

  it("cuts the step summary too, in bytes", () => {
    const text = renderChangesSummary(manyChanges(report, 1000, "Ünverständlich ".repeat(12)));
    assert.ok(Buffer.byteLength(text) <= MOST_OF_SUMMARY);
    assert.ok(Buffer.byteLength(text) > MOST_OF_SUMMARY * 0.9);
    assert.match(text, /❌ 1000 changes need agreement/);
    assert.match(text, /A tool cannot judge/);
  });

  it("titles of strangers act on nothing, however long they are", () => {
    for (const text of [HOSTILE, ...ACTS, "x".repeat(70_000), "@".repeat(70_000), "\u202e".repeat(70_000)]) {
      const many = manyChanges(report, 20, text);
      const comment = renderChangesComment(many);
      assert.ok(comment.length < MOST_OF_COMMENT, `${comment.length} of ${text.slice(0, 20)}`);
      checkMarkdown(comment);
      checkMarkdown(renderChangesSummary(many));
      assert.match(comment, /^\| ❌ breaks/m);
      assert.match(comment, /A tool cannot judge ambition/);
      const [, ...shown] = comment.split("\n");
      assert.ok(!shown.some((line) => line.includes("x".repeat(401)) && !line.startsWith("- 2026-11-21 ")));
      const failed = renderChangesComment({ ...many, failure: text, coverage: [] });
      checkMarkdown(failed);
      assert.match(
        failed,
        /^<!-- stratkit:[\w%!'()*~./-]*:failed -->\n### Strategy check: ⛔ could not compare, /,
      );
    }
  });

  it("acts on no terminal and no log either", () => {
    const view = { report: manyChanges(report, 3, HOSTILE), shown: (path: string) => path };
    for (const text of [renderChangesLines(view), renderChangesText(view, (_, shown) => shown, 80)]) {
      assert.doesNotMatch(text, /[^\P{Cc}\n]|\p{Bidi_Control}|[\u2028\u2029\ufeff]/u);
      assert.doesNotMatch(text, /^\s*::|##(\[|vso\[)/m);
    }
    assert.equal(renderChangesLines(view).trimEnd().split("\n").length, 3 * 6);
  });

  it("knows an address only where it is one of the web", () => {
    const link = (address: string) => renderChangesComment({ ...report, links: { place: () => address } });
    assert.match(link("https://x.example/a b|c>d)`e"), /\]\(<https:\/\/x\.example\/a%20b%7Cc%3Ed\)%60e>\)/);
    assert.doesNotMatch(link("javascript:alert(1)"), /\]\(/);
  });
});
