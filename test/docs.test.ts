// The pages: generated ones are fresh, outputs in the guides are what the program prints, files in the guides hold no
// errors, and every link between pages leads somewhere.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseYaml } from "../core/src/syntax/parseYaml.ts";
import { findBlocks, guidePaths, renderGuide, renderGuides } from "../tools/docs/guidePages.ts";
import { anchorOf } from "../tools/docs/markdown.ts";
import { docsPages, generatedFiles } from "../tools/docs/pages.ts";
import { PICTURE_PATH, renderPicture } from "../tools/docs/picture.ts";
import { markdownFiles, ROOT } from "../tools/docs/sources.ts";

const STALE = "is stale: run npm run docs";

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

describe("the generated pages", () => {
  it("are what the rules and schemas say", async () => {
    const pages = await docsPages();
    assert.deepEqual(generatedFiles(), [...pages.keys()].sort());
    for (const [path, text] of pages) assert.ok(read(path) === text, `${path} ${STALE}`);
  }).timeout(60_000);

  it("show the picture of today's overview", async () => {
    assert.ok(read(PICTURE_PATH) === (await renderPicture()), `${PICTURE_PATH} ${STALE}`);
  });
});

describe("the guides", () => {
  it("show what the program prints, and files without errors", async () => {
    const guides = await renderGuides();
    assert.deepEqual(
      guides.flatMap((guide) => guide.problems),
      [],
    );
    for (const { path, text } of guides) assert.ok(read(path) === text, `${path} ${STALE}`);
  }).timeout(60_000);

  it("hold no YAML that cannot be read, outside the examples of just that", () => {
    for (const path of guidePaths()) {
      for (const block of findBlocks(read(path))) {
        if (block.language !== "yaml" || block.info !== "") continue;
        const { refusals } = parseYaml("guide.yaml", block.text);
        assert.deepEqual(refusals, [], `${path}:${block.start + 1}`);
      }
    }
  });

  it("would notice an error in a file and an output that has changed", async () => {
    const wrong = "```yaml file=a.strategy.yaml\ntitle: A\nperiod: 2026/27\naims: {b: B}\n```\n";
    assert.equal((await renderGuide("a.md", wrong)).problems.length, 1);
    const shown = `${wrong}\n\`\`\`text check\nNothing to put right\n\`\`\`\n`;
    const guide = await renderGuide("a.md", shown);
    assert.deepEqual(guide.problems, []);
    assert.match(guide.text, /trace\/objective-unmeasured/);
  });
});

describe("links between pages", () => {
  const pages = [...readdirSync(ROOT).filter((name) => name.endsWith(".md")), ...markdownFiles()];

  for (const page of pages) {
    it(`of ${page} lead somewhere`, () => {
      for (const target of linksOf(read(page))) {
        const [path = "", anchor] = target.split("#");
        const file = path === "" ? page : relative(ROOT, resolve(ROOT, dirname(page), path));
        assert.ok(existsSync(join(ROOT, file)), `${page} links to ${target}`);
        if (anchor === undefined) continue;
        assert.ok(
          anchorsOf(read(file)).includes(anchor),
          `${page} links to ${target}, and there is no such heading`,
        );
      }
    });
  }

  it("every page can be reached from the front page", () => {
    const seen = new Set<string>(["README.md"]);
    const queue = ["README.md"];
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      for (const target of linksOf(read(page))) {
        const [path = ""] = target.split("#");
        const file = relative(ROOT, resolve(ROOT, dirname(page), path));
        if (path === "" || !file.endsWith(".md") || seen.has(file)) continue;
        seen.add(file);
        queue.push(file);
      }
    }
    assert.deepEqual(
      pages.filter((page) => !seen.has(page)),
      [],
    );
  });
});

describe("the page on architecture", () => {
  it("lists the layers in the order that is tested", () => {
    const tested = /^const LAYERS = \[([^\]]*)\]/m.exec(read("test/architecture.test.ts"))?.[1] ?? "";
    const layers = [...tested.matchAll(/"(\w+)"/g)].map((match) => match[1]);
    const listed = [...read("ARCHITECTURE.md").matchAll(/^\d+\. `(\w+)` — /gm)].map((match) => match[1]);
    assert.ok(layers.length > 0);
    assert.deepEqual(listed, layers);
  });
});

/** Targets of links and pictures that are not addresses on the web, outside code. */
function linksOf(page: string): string[] {
  const prose = withoutCode(page);
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((link) => !/^[a-z]+:/.test(link));
}

function anchorsOf(page: string): string[] {
  return withoutCode(page)
    .split("\n")
    .flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? [])
    .map(anchorOf);
}

function withoutCode(page: string): string {
  const lines = page.split("\n");
  const code = findBlocks(page);
  return lines
    .filter((_, line) => !code.some((block) => line >= block.start && line <= block.end))
    .join("\n");
}
