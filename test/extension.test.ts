// What the extension says of itself: its manifest, its texts, the files and sizes of its package.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles, PackageManager } from "@vscode/vsce";
import manifest from "../client/package.json" with { type: "json" };
import texts from "../client/package.nls.json" with { type: "json" };
import { product } from "../core/src/generated/product.ts";
import { CONFIG_FILE, FILE_KINDS } from "../core/src/model/fileName.ts";
import { readSettings } from "../server/src/settings.ts";
import { BUNDLE, translationsOf } from "../tools/translations.ts";

const CLIENT = fileURLToPath(new URL("../client", import.meta.url));
const GOLDEN = fileURLToPath(new URL("golden/package-vscode.txt", import.meta.url));
const { contributes } = manifest;

describe("the extension", () => {
  it("bears the product's name, version and addresses", () => {
    assert.equal(manifest.publisher, product.publisher);
    assert.equal(manifest.version, product.version);
    assert.equal(manifest.author, product.contributors);
    assert.equal(manifest.license, product.licence);
    for (const address of [manifest.homepage, manifest.bugs.url, manifest.qna, manifest.repository.url]) {
      assert.ok(address.startsWith(product.home), address);
    }
  });

  it("is built against the lowest editor that it says it runs in", () => {
    assert.equal(`^${manifest.devDependencies["@types/vscode"]}`, manifest.engines.vscode);
  });

  it("wakes for strategies alone", () => {
    assert.deepEqual(manifest.activationEvents, [
      "onLanguage:stratkit",
      `workspaceContains:**/${CONFIG_FILE}`,
      "workspaceContains:**/*.strategy.{yaml,yml}",
    ]);
  });

  it("takes the files of the seven kinds and the config for its language, and no others", () => {
    const [language, ...others] = contributes.languages;
    assert.equal(others.length, 0);
    const patterns = FILE_KINDS.flatMap((kind) => [`*.${kind}.yaml`, `*.${kind}.yml`]);
    assert.deepEqual(language?.filenamePatterns.toSorted(), patterns.sort());
    assert.deepEqual(language?.filenames, [CONFIG_FILE]);
    assert.ok(!("extensions" in (language ?? {})));
  });

  it("says where the next line begins, and has no rules by which lines that stand could be indented anew", () => {
    const language = JSON.parse(readFileSync(join(CLIENT, "language-configuration.json"), "utf8"));
    assert.ok(!("indentationRules" in language));
    const rules: { beforeText: string; action: { indent: string; appendText?: string } }[] =
      language.onEnterRules;
    for (const [line, expected] of [
      ["objectives: # ours", "indent"],
      ["  vision: >-", "indent"],
      ["  measures: [a,", "indent"],
      ["  - item: x", "none and 2"],
      ["-   item: x", "none and 4"],
      ["- item:", "indent and 2"],
      ["title: Ours", ""],
      ["  We see:", ""],
      ["# see:", ""],
      ["- turnover", ""],
    ] as const) {
      const action = rules.find(({ beforeText }) => new RegExp(beforeText).test(line))?.action;
      const more = action?.appendText === undefined ? "" : ` and ${action.appendText.length}`;
      assert.equal(action === undefined ? "" : `${action.indent}${more}`, expected, line);
    }
  });

  it("claims nothing of YAML's, and depends on no other extension", () => {
    for (const key of ["yamlValidation", "keybindings", "snippets", "jsonValidation"]) {
      assert.ok(!(key in contributes), key);
    }
    assert.ok(!("extensionDependencies" in manifest) && !("extensionPack" in manifest));
    const { "workbench.editorAssociations": pages, ...defaults } = contributes.configurationDefaults;
    assert.deepEqual(Object.keys(defaults), ["[stratkit]"]);
    // Our own pages on rules, on desktops and in browsers, are shown as people read them.
    for (const pattern of Object.keys(pages))
      assert.match(pattern, /stratkit-vscode.*\/docs\/rules\/\*\*\/\*\.md$/);
  });

  it("shows pictures on its page that are there, and small", () => {
    const page = readFileSync(join(CLIENT, "README.md"), "utf8");
    const pictures = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
    assert.ok(pictures.length > 0);
    for (const path of pictures) assert.ok(statSync(join(CLIENT, path)).size < 300_000, path);
  });

  it("gives each visible text once, and uses each", () => {
    const source = readFileSync(join(CLIENT, "package.json"), "utf8");
    const used = [...source.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it("has no sentence in code that translators do not get", () => {
    assert.equal(readFileSync(BUNDLE, "utf8"), translationsOf(join(CLIENT, "src")));
  });

  it("has every command that its menus, views, walkthrough and code speak of", () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const menus = Object.values(contributes.menus).flat();
    const shown = Object.values(texts).flatMap((text) =>
      [...text.matchAll(/\(command:(stratkit\.[\w.]+)/g)].map(([, command]) => command ?? ""),
    );
    for (const command of [...menus.map(({ command }) => command), ...shown]) {
      assert.ok(known.has(command), command);
    }
    for (const { category } of contributes.commands) assert.equal(category, "%category%");
    assert.ok([...known].every((command) => !command.startsWith("stratkit.server.")));
  });

  it("has a setting for each that the server reads, with the same default, and few of its own", () => {
    const properties = Object.assign({}, ...contributes.configuration.map((section) => section.properties));
    const inEditor = {
      codeLens: properties["stratkit.codeLens.enable"].default,
      inlayTitles: properties["stratkit.inlayHints.titles"].default,
      inlayPeriods: properties["stratkit.inlayHints.periods"].default,
      showBaselined: properties["stratkit.diagnostics.showBaselined"].default,
    };
    assert.deepEqual(inEditor, readSettings(undefined));
    assert.ok(Object.keys(properties).length <= 8);
  });

  it("shows a picture, with words for it, in each step of its one walkthrough", () => {
    assert.equal(contributes.walkthroughs.length, 1);
    for (const { media } of contributes.walkthroughs[0]?.steps ?? []) {
      const picture = readFileSync(join(CLIENT, media.svg), "utf8");
      // The editor's own colours, so that every theme is served.
      assert.doesNotMatch(picture.replaceAll(/var\([^)]*\)\)?/g, ""), /#[0-9a-f]{3,6}/);
      assert.ok(media.altText.startsWith("%"));
    }
  });

  it("packs the files of the list", async () => {
    const packed = (await listFiles({ cwd: CLIENT, packageManager: PackageManager.None })).sort();
    const rules = packed.filter((path) => path.startsWith("docs/rules/"));
    const pages = readdirSync(join(CLIENT, "../docs/rules"), { recursive: true, encoding: "utf8" });
    assert.equal(rules.length, pages.filter((path) => path.endsWith(".md")).length);
    const list = packed.filter((path) => !path.startsWith("docs/rules/")).join("\n");
    if (process.env.STRATKIT_UPDATE === "1") writeFileSync(GOLDEN, `${list}\n`);
    assert.equal(`${list}\n`, readFileSync(GOLDEN, "utf8"));
  });

  it("carries what was built, in files of a size that people do not wait for", () => {
    for (const [file, most] of [
      ["dist/desktop.js", 420_000],
      ["dist/browser.js", 420_000],
      ["dist/panel.js", 100_000],
      ["server/main.js", 1_200_000],
      ["server/worker.js", 1_200_000],
    ] as const) {
      const path = join(CLIENT, file);
      assert.ok(existsSync(path), file);
      assert.ok(statSync(path).size <= most, `${file}: ${statSync(path).size}`);
    }
  });
});
