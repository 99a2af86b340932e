// A person looks at the strategy as a drawing beside the text: goes through it with the keyboard, opens what is drawn,
// types, and sees the drawing follow.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { useWindow } from "./journey.ts";
import { panelOf, type Workbench } from "./workbench.ts";

const FILE = "kmpt-2020.strategy.yaml";

describe("journey: the panel", () => {
  const journey = useWindow({ folders: ["examples/kmpt"] });

  it("opens beside the text and marks what the cursor stands in", async () => {
    const { workbench, folder } = journey();
    const { page } = workbench;
    await workbench.openFile(FILE);
    await workbench.runCommand("Strategy: Open Panel to the Side");
    const panel = panelOf(page);
    await panel.locator(".sk-map").waitFor();
    assert.match(await panel.locator(".sk-strategy").innerText(), /14 objectives are counted: 0% measured/);
    await goTo(workbench, folder, "embed-qi:");
    await panel
      .locator('[data-target="objective:kmpt-2020/embed-qi"][aria-current="true"]')
      .first()
      .waitFor();
    await workbench.screenshot("panel-map");
  });

  it("goes from tab to tab and from name to name by keys, and opens the text with Enter", async () => {
    const { workbench } = journey();
    const { page } = workbench;
    const panel = panelOf(page);
    await panel.getByRole("tab", { name: "Strategy map" }).focus();
    await page.keyboard.press("ArrowRight");
    await panel.locator(".sk-matrix").waitFor();
    await panel.getByRole("checkbox").check();
    assert.match((await panel.locator("#news").textContent()) ?? "", /13 rows shown/);
    assert.equal(await panel.locator("tr[data-gap='no']").first().isVisible(), false);
    await workbench.screenshot("panel-traceability");
    const name = panel.locator('th [data-target="objective:kmpt-2020/embed-qi"]');
    await name.focus();
    await page.keyboard.press("Enter");
    await page.locator(".monaco-editor.focused").waitFor();
    assert.equal(await lineAtCursor(page), "embed-qi:");
    await panel.locator('th [data-target="objective:kmpt-2020/care-pathways"]').click();
    await page
      .getByText(/^Ln 178, /)
      .first()
      .waitFor();
    await page.locator(".editor-group-container.active .monaco-editor.focused").waitFor();
    assert.equal(await lineAtCursor(page), "care-pathways:");
  });

  it("follows what is typed, and keeps the last good drawing with the place of the damage", async () => {
    const { workbench, folder } = journey();
    const { page } = workbench;
    const panel = panelOf(page);
    await panel.getByRole("tab", { name: "Strategy map" }).click();
    await panel.locator(".sk-map").waitFor();
    await goTo(workbench, folder, "title: Embed");
    await page.keyboard.press("End");
    await page.keyboard.type(" at once");
    await panel.getByText("at once").first().waitFor();
    await page.keyboard.press("Home");
    for (let step = 0; step < "title: ".length; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.type('"');
    const banner = panel.locator("#banner");
    await banner.waitFor();
    assert.match(await banner.innerText(), /kmpt-2020\.strategy\.yaml, line \d+/);
    assert.ok(await panel.getByText("at once").first().isVisible());
    await workbench.screenshot("panel-damaged");
    await page.keyboard.press("Backspace");
    await banner.waitFor({ state: "hidden" });
  });

  it("can be read in the four themes", async () => {
    const { workbench } = journey();
    for (const theme of ["light", "dark", "contrast-light", "contrast-dark"] as const) {
      await workbench.setTheme(theme);
      await panelOf(workbench.page).locator(".sk-drawing").waitFor();
      await workbench.screenshot(`panel-${theme}`);
    }
  });
});

/** Puts the cursor before the first place with this text. */
async function goTo(workbench: Workbench, folder: string, text: string): Promise<void> {
  const lines = readFileSync(join(folder, FILE), "utf8").split("\n");
  const line = lines.findIndex((one) => one.includes(text));
  await workbench.goTo(line + 1, (lines[line]?.indexOf(text) ?? 0) + 1);
}

/** The text of the line in which the cursor stands. */
async function lineAtCursor(page: Page): Promise<string> {
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Control+C");
  return (await page.evaluate(() => navigator.clipboard.readText())).trim();
}
