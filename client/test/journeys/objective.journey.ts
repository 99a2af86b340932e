// A person finds an objective that nobody can measure, links a measure to it by the light bulb, and takes it back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { waitFor } from "../harness/waitFor.ts";
import { useWindow } from "./journey.ts";
import { columnOf, lineOf } from "./texts.ts";

const FILE = "kmpt-2020.strategy.yaml";
const KEY = "health-inequalities:";

describe("journey: an objective without a measure", () => {
  const journey = useWindow({ folders: ["examples/kmpt"] });
  const read = () => readFileSync(join(journey().folder, FILE), "utf8");
  // While it is being written, a file is empty or ends early.
  const savedAfter = (before: string) => {
    const text = read();
    return text.length > before.length && text;
  };

  it("is offered its repairs, the worst finding's first, and each once", async () => {
    const { workbench } = journey();
    const text = read();
    await workbench.openFile(FILE);
    await workbench.showViews();
    await workbench.treeRow("To Fix", "11 objectives without a measure").waitFor();
    await workbench.goTo(lineOf(text, KEY), columnOf(text, KEY));
    // VS Code forgets the offers of a menu whose findings come in while it is open.
    await workbench.page.locator(".squiggly-error").first().waitFor();
    const fixes = await workbench.openFixes();
    assert.match(fixes[0] ?? "", /^Link measure "/);
    assert.deepEqual(fixes, [...new Set(fixes)]);
    for (const title of [
      "Link a measure...",
      "Waive with a reason: objective without a measure...",
      "Explain this rule: objective without a lead",
    ]) {
      assert.ok(fixes.includes(title), `${title} in ${fixes.join("\n")}`);
    }
    await workbench.screenshot("light-bulb");
  });

  it("gets a measure by the light bulb, and nothing else of the file changes", async () => {
    const { workbench } = journey();
    const before = read();
    await workbench.press("Escape");
    // A menu that has closed by itself, because findings came in, leaves the focus with nobody.
    await workbench.goTo(lineOf(before, KEY), columnOf(before, KEY));
    await workbench.openFixes();
    await workbench.chooseFix("Link a measure...");
    await workbench.page.getByPlaceholder('What measures "Address health inequalities"?').waitFor();
    await workbench.screenshot("link-measure");
    await workbench.input.tick("Yearly health checks in severe mental illness");
    await workbench.input.accept();
    await workbench.treeRow("To Fix", "10 objectives without a measure").waitFor();
    await workbench.press("Control+S");
    const after = await waitFor("the file to hold the link", () => savedAfter(before));
    const added = after.split("\n").filter((line) => !before.split("\n").includes(line));
    assert.deepEqual(added, ["        measures: [annual-health-checks]"]);
    assert.equal(after.replace(`${added[0]}\n`, ""), before);
    await workbench.screenshot("linked");
  });

  it("loses it again by one undo", async () => {
    const { workbench } = journey();
    await workbench.page.locator(".monaco-editor.focused").first().waitFor();
    await workbench.press("Control+Z");
    await workbench.treeRow("To Fix", "11 objectives without a measure").waitFor();
  });
});
