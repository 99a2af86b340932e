// A person opens a strategy and sees what is wrong with it.

import assert from "node:assert/strict";
import { useWindow } from "./journey.ts";

describe("journey: findings", () => {
  const journey = useWindow({ folders: ["examples/kmpt"] });

  it("shows what is wrong in the Problems panel, and in the text", async () => {
    const { workbench } = journey();
    await workbench.openFile("kmpt-2020.strategy.yaml");
    const problems = await workbench.problems("has no measure, so nobody can tell");
    assert.ok(problems.length > 1, problems.join("\n"));
    assert.match(problems[0] ?? "", /^\d+ problems in file kmpt-2020\.strategy\.yaml/);
    await workbench.page
      .locator(".monaco-editor .squiggly-info, .monaco-editor .squiggly-error")
      .first()
      .waitFor();
    await workbench.screenshot("problems");
  });

  it("shows them in the four themes", async () => {
    const { workbench } = journey();
    for (const theme of ["light", "dark", "contrast-light", "contrast-dark"] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`problems-${theme}`);
    }
  });
});
