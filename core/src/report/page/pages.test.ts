import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createLookup } from "../../lookup/lookup.ts";
import { lookUpExample } from "../../testing/checkDrawing.ts";
import { analyseFixture } from "../../testing/checkFindings.ts";
import { findTags, readHtml, tagsIn, textIn } from "../../testing/readHtml.ts";
import { gapsOf, threadOf } from "../../trace/threadFilter.ts";
import { threadReport } from "../../trace/threadReport.ts";
import { findPlan, findStrategy } from "./choices.ts";
import { drawingStyles } from "./drawingStyles.ts";
import { pageStyles } from "./pageStyles.ts";
import { renderReportPage } from "./reportPage.ts";
import { renderTracePage } from "./tracePage.ts";

function pageOf(example: string, id?: string): string {
  const lookup = lookUpExample(example);
  const strategy = findStrategy(lookup, id);
  assert.ok(strategy);
  return renderReportPage(lookup, strategy, findPlan(lookup, strategy, undefined));
}

describe("the page of a strategy", () => {
  it("is what it was, for the smallest example", () => {
    const golden = fileURLToPath(new URL("golden/minimal.html", import.meta.url));
    // Styles and version have no place in a picture of what is said.
    const page = pageOf("minimal")
      .replace(/<style>[\s\S]*<\/style>/, "<style></style>")
      .replace(/(stratkit) \d+\.\d+\.\d+/g, "$1 VERSION");
    if (process.env.STRATKIT_UPDATE === "1") writeFileSync(golden, page);
    assert.equal(page, readFileSync(golden, "utf8"));
  });

  it("stands alone: no script, no address, no handler, one heading of the first rank", () => {
    for (const id of ["kmpt-2017", "kmpt-2020"]) {
      const text = pageOf("kmpt", id);
      const page = readHtml(text);
      for (const tag of tagsIn(page)) {
        assert.ok(!["script", "link", "iframe", "img", "object", "form"].includes(tag.name), tag.name);
        for (const [name, value] of tag.attributes) {
          assert.doesNotMatch(name, /^(on|style$|src$)/);
          if (name === "href") assert.match(value, /^#/);
        }
      }
      assert.doesNotMatch(text.replace(/<head>[\s\S]*<\/head>/, ""), /https?:/);
      assert.doesNotMatch(pageStyles + drawingStyles, /url\(|@import/);
      assert.equal(findTags(page, "h1").length, 1);
      assert.deepEqual(
        findTags(page, "h2").map((tag) => textIn(tag).split(" ").slice(0, 2).join(" ")),
        ["Strategy map", "Traceability KMPT", "Plan by"],
      );
      const ids = tagsIn(page).flatMap((tag) => tag.attributes.get("id") ?? []);
      assert.equal(new Set(ids).size, ids.length);
      for (const link of findTags(page, "a"))
        if (link.attributes.has("href")) assert.ok(ids.includes(link.attributes.get("href")?.slice(1) ?? ""));
    }
  });

  it("says before anything else that some files could not be read", () => {
    const lookup = createLookup(
      analyseFixture(
        "#- a.strategy.yaml\ntitle: A\nperiod: 2026/27\naims: {}\n#- b.measures.yaml\nmeasures: {a: [\n",
      ),
    );
    const strategy = findStrategy(lookup, undefined);
    assert.ok(strategy);
    const [note] = findTags(readHtml(renderReportPage(lookup, strategy, undefined)), ".sk-page-note");
    assert.ok(note);
    assert.match(textIn(note), /could not be read whole.*drawn as missing.* b\.measures\.yaml , line \d+/);
  });
});

describe("the page of the thread", () => {
  const lookup = lookUpExample("kmpt");
  const whole = threadReport(lookup.model, lookup.thread);
  const drawn = (text: string) =>
    new Set(tagsIn(readHtml(text)).flatMap((tag) => tag.attributes.get("data-target") ?? []));

  it("draws map and table of every strategy", () => {
    const page = readHtml(renderTracePage(whole, lookup));
    assert.equal(findTags(page, "section.sk-map").length, 2);
    assert.equal(findTags(page, "section.sk-matrix").length, 2);
  });

  it("draws no more than the thread shows", () => {
    const item = lookup.model.items.find(({ id }) => id === "kmpt-2017/research");
    assert.ok(item);
    const targets = drawn(renderTracePage(threadOf(whole, lookup.model, item, "both"), lookup));
    assert.ok(targets.has("objective:kmpt-2017/research"));
    assert.ok(!targets.has("objective:kmpt-2017/dementia"));
    assert.ok(![...targets].some((target) => target.startsWith("strategy:kmpt-2020")));
    const gaps = drawn(renderTracePage(gapsOf(whole), lookup));
    assert.ok(gaps.has("objective:kmpt-2020/embed-qi"));
    assert.ok(![...gaps].some((target) => target.startsWith("enabler-strategy:")));
  });

  it("names what belongs to no strategy", () => {
    const own = createLookup(
      analyseFixture(
        "#- a.strategy.yaml\ntitle: A\nperiod: 2026/27\naims: {}\n#- b.measures.yaml\nmeasures: {lone: {title: Alone}}\n",
      ),
    );
    const page = readHtml(renderTracePage(threadReport(own.model, own.thread), own));
    assert.match(textIn(page), /Outside every strategy Measure Alone/);
  });
});

describe("the colours of the page", () => {
  /** The values of the custom properties, in the order in which a browser would take them. */
  const palettes = {
    light: readPalette(/^:root \{([\s\S]*?)^\}/m),
    dark: readPalette(/^:root \{([\s\S]*?)^\}/m, /@media \(prefers-color-scheme: dark\) \{([\s\S]*?)^\}/m),
    more: readPalette(/^:root \{([\s\S]*?)^\}/m, /@media \(prefers-contrast: more\) \{([\s\S]*?)^\}/m),
    moreDark: readPalette(
      /^:root \{([\s\S]*?)^\}/m,
      /@media \(prefers-color-scheme: dark\) \{([\s\S]*?)^\}/m,
      /@media \(prefers-contrast: more\) \{([\s\S]*?)^\}/m,
      /@media \(prefers-contrast: more\) and \(prefers-color-scheme: dark\) \{([\s\S]*?)^\}/m,
    ),
    print: readPalette(/^:root \{([\s\S]*?)^\}/m, /@media print \{([\s\S]*?)^\}/m),
  };
  const WORDS = ["text", "muted", "link", "accent", "good", "part", "bad", "gap", "focus", "current"];

  for (const [name, palette] of Object.entries(palettes)) {
    it(`are far enough from their ground: ${name}`, () => {
      const least = name.startsWith("more") ? 7 : 4.5;
      for (const ground of ["ground", "surface"])
        for (const word of WORDS) {
          const ratio = contrast(palette(word), palette(ground));
          assert.ok(ratio >= least, `${word} on ${ground}: ${ratio.toFixed(2)}`);
        }
    });
  }

  it("are all given a value, and no drawing has one of its own", () => {
    const used = new Set([...drawingStyles.matchAll(/var\(--sk-([\w-]+)/g)].map(([, name = ""]) => name));
    const inner = new Set(["tone", "top", "font"]);
    for (const name of used) if (!inner.has(name)) assert.match(palettes.light(name), /^#/, name);
    assert.doesNotMatch(drawingStyles, /#[0-9a-f]{3,8}\b/i);
  });
});

function readPalette(...blocks: RegExp[]): (name: string) => string {
  const values = new Map<string, string>();
  for (const block of blocks) {
    const found = block.exec(pageStyles)?.[1] ?? assert.fail(String(block));
    for (const [, name = "", value = ""] of found.matchAll(/--sk-([\w-]+): ([^;]+);/g))
      values.set(name, value);
  }
  const colourOf = (name: string): string => {
    const value = values.get(name) ?? assert.fail(name);
    const other = /^var\(--sk-([\w-]+)\)$/.exec(value)?.[1];
    return other === undefined ? value : colourOf(other);
  };
  return colourOf;
}

/** WCAG 2: (lighter + 0.05) / (darker + 0.05). */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
