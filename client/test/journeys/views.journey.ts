// A person goes through the strategy in the tree, by mouse and by keys, and takes up what is to be fixed.

import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { waitFor } from "../harness/waitFor.ts";
import { useWindow } from "./journey.ts";
import { fixesOf } from "./workbench.ts";

const STRATEGY = "kmpt-2020.strategy.yaml";

describe("journey: the views", () => {
  const journey = useWindow({ folders: ["examples/kmpt"] });

  it("leads from the vision to a measure by keys alone, and Enter opens it", async () => {
    const { workbench } = journey();
    const { page } = workbench;
    await workbench.showViews();
    const vision = workbench.treeRow("Strategy", "Brilliant care through brilliant people");
    await vision.waitFor();
    await vision.click();
    await editorAt(page, STRATEGY, "vision:");
    // By what a screen reader is told.
    await page.locator('.monaco-list-row[aria-label^="Quality, aim, "]').click();
    await editorAt(page, STRATEGY, "quality:");
    await workbench.runCommand("Strategy: Focus on Strategy View");
    await expand(page, "Quality", "Improve the quality of services");
    await page.keyboard.press("ArrowDown");
    await expand(page, "Improve the quality of services", "Friends and Family Test");
    await page.keyboard.press("ArrowDown");
    await focused(page, "Friends and Family Test").waitFor();
    await workbench.screenshot("tree");
    await page.keyboard.press("Enter");
    await editorAt(page, "success-2020.measures.yaml", "friends-and-family-test:");
  });

  it("lists what is to be fixed, the worst first, and opens an item with its repairs", async () => {
    const { workbench } = journey();
    const { page } = workbench;
    const [first] = await workbench.treeRows("To Fix");
    assert.match(first ?? "", /^11 objectives without a measure/);
    await workbench.treeRow("To Fix", "Partner beyond Kent and Medway").click();
    await page.getByRole("tab", { name: STRATEGY, selected: true }).waitFor();
    assert.ok((await fixesOf(page)).includes("Link a measure..."));
    await workbench.screenshot("to-fix");
    await page.keyboard.press("Escape");
    await editorAt(page, STRATEGY, "beyond-kent-and-medway:");
  });

  it("says in the status how much is measured, and offers the whole of it", async () => {
    const { workbench } = journey();
    const { page } = workbench;
    await page.locator("[id='status.languageStatus'] a").click();
    const status = page.locator(".hover-language-status").first();
    await status.getByText("14 objectives · 0% measured").waitFor();
    const offer = status.getByText("Show Coverage");
    const [box, around] = [
      await offer.boundingBox(),
      await page.locator(".monaco-hover:visible").boundingBox(),
    ];
    assert.ok(
      box !== null && around !== null && box.x + box.width <= around.x + around.width,
      "it is in sight",
    );
    await workbench.screenshot("status");
    await offer.click();
    await page.getByPlaceholder("How much is measured").waitFor();
    assert.ok((await workbench.input.choices()).some((row) => row.startsWith("11 no measure")));
    await workbench.screenshot("coverage");
    await workbench.input.escape();
  });

  it("can be read in the four themes", async () => {
    const { workbench } = journey();
    for (const theme of ["light", "dark", "contrast-light", "contrast-dark"] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`views-${theme}`);
    }
  });
});

function focused(page: Page, label: string): Locator {
  return page.locator(`.monaco-list-row.focused[aria-label^="${label}, "]`);
}

/** Opens the line that has the focus; what is below it stands there then. */
async function expand(page: Page, label: string, below: string): Promise<void> {
  await focused(page, label).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.locator(".pane .monaco-list-row", { hasText: below }).first().waitFor();
}

/** The editor has this file, and its cursor stands in a line with these words. */
async function editorAt(page: Page, file: string, words: string): Promise<void> {
  await page.getByRole("tab", { name: file, selected: true }).waitFor();
  const editor = page.locator(".monaco-editor").first();
  await waitFor(`the cursor to stand at ${words}`, async () => {
    const cursor = await editor.locator(".cursor").first().boundingBox();
    const lines = await editor.locator(".view-line", { hasText: words }).all();
    const boxes = await Promise.all(lines.map((line) => line.boundingBox()));
    return (
      cursor !== null && boxes.some((box) => box !== null && Math.abs(box.y - cursor.y) < box.height / 2)
    );
  });
}
