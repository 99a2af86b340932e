// A person who knows no text format makes an objective by questions, changes their mind on the way, and finds the ways in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { waitFor } from "../harness/waitFor.ts";
import { useWindow } from "./journey.ts";

const FILE = "kmpt-2020.strategy.yaml";

describe("journey: guided commands", () => {
  const journey = useWindow({ folders: ["examples/kmpt"] });
  const read = () => readFileSync(join(journey().folder, FILE), "utf8");
  // While it is being written, a file is empty or ends early.
  const savedAfter = (before: string) => {
    const text = read();
    return text.length > before.length && text;
  };

  it("are left by Escape without a trace", async () => {
    const { workbench } = journey();
    const before = read();
    await workbench.openFile(FILE);
    await workbench.runCommand("Strategy: New Objective...");
    await workbench.input.choose("KMPT Strategy 2020-2023");
    await workbench.input.choose("Quality");
    await workbench.page.getByPlaceholder("Improve care pathways to reduce variation").waitFor();
    await workbench.input.escape();
    await workbench.page.locator(".tab.active:not(.dirty)", { hasText: FILE }).waitFor();
    assert.equal(read(), before);
  });

  it("write an objective by questions; Back takes an answer back", async () => {
    const { workbench } = journey();
    const { input, page } = workbench;
    const before = read();
    await workbench.runCommand("Strategy: New Objective...");
    await page.getByPlaceholder("In which strategy?").waitFor();
    // The file that is looked at comes first.
    assert.match((await input.choices())[0] ?? "", /^KMPT Strategy 2020-2023/);
    await input.choose("KMPT Strategy 2020-2023");
    await page.getByPlaceholder("Under which aim?").waitFor();
    await workbench.screenshot("new-objective-aim");
    await input.choose("Quality");
    await page.getByPlaceholder("Improve care pathways to reduce variation").waitFor();
    await input.back();
    await page.getByPlaceholder("Under which aim?").waitFor();
    await input.choose("Integration");
    await page.getByPlaceholder("Improve care pathways to reduce variation").waitFor();
    await workbench.screenshot("new-objective-title");
    await input.answer("Listen to carers");
    await page.getByText("Its id, by which other files refer to it").waitFor();
    await workbench.screenshot("new-objective-id");
    await input.accept();
    await page.getByPlaceholder("Who leads it? · Choose one, or write a role").waitFor();
    assert.match((await input.choices())[0] ?? "", /Later/);
    await workbench.screenshot("new-objective-lead");
    await input.answer("Director of Carers");
    await page.getByPlaceholder("What shows that it is working?").waitFor();
    await workbench.screenshot("new-objective-measure");
    await input.choose("Say it later");
    await page.locator(".tab.dirty", { hasText: FILE }).waitFor();
    await workbench.screenshot("new-objective");
    await workbench.press("Control+S");
    const after = await waitFor("the file to be saved", () => savedAfter(before));
    const added =
      "      listen-to-carers:\n        title: Listen to carers\n        lead: Director of Carers\n";
    assert.equal(after.replace(added, ""), before);
    assert.ok(after.indexOf(added) > after.indexOf("  integration:"));
  });

  it("stand in the menu of new files", async () => {
    const { workbench } = journey();
    await workbench.runCommand("Create: New File...");
    await workbench.page.getByPlaceholder("Select File Type or Enter File Name...").waitFor();
    const choices = await workbench.input.choices();
    for (const kind of ["Strategy", "Enabler Strategy", "Delivery Plan from Last Year", "Progress Report"]) {
      assert.ok(
        choices.some((row) => row.startsWith(`${kind}, Strategy as Code`)),
        `${kind} in ${choices.join("\n")}`,
      );
    }
    await workbench.screenshot("new-file");
    await workbench.input.escape();
  });

  it("are shown by the walkthrough, in six steps", async () => {
    const { workbench } = journey();
    await workbench.runCommand("Strategy: Open Walkthrough");
    const page = workbench.page.locator(".gettingStartedContainer");
    await page.getByText("Write your strategy as code").first().waitFor();
    const steps = page.locator(".getting-started-step .step-title");
    await steps.first().waitFor();
    assert.deepEqual(await steps.allInnerTexts(), [
      "Begin with a strategy",
      "Write an objective",
      "Link a measure",
      "See what is missing",
      "See the whole",
      "Check every change",
    ]);
    await workbench.screenshot("walkthrough");
    await workbench.runCommand("View: Close Editor");
  });

  it("lead from a rule's id to its page as people read it", async () => {
    const { workbench } = journey();
    await workbench.openFile(FILE);
    await workbench.problems("has no measure, so nobody can tell");
    await workbench.page
      .locator(".markers-panel a", { hasText: "trace/objective-unmeasured" })
      .first()
      .click();
    const page = workbench.page.frameLocator("iframe.webview").frameLocator("#active-frame");
    await page.getByText("Why it matters.").waitFor();
    await workbench.screenshot("page-of-rule");
  });
});
