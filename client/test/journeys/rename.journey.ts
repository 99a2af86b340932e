// A person gives an id another name, and every file that holds it follows, those that are closed too.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { waitFor } from "../harness/waitFor.ts";
import { useWindow } from "./journey.ts";
import { columnOf, lineOf } from "./texts.ts";

const OPENED = "kmpt-2020.strategy.yaml";
const CLOSED = "success-2020.measures.yaml";
const OLD = "friends-and-family-test";
const NEW = "friends-test";

describe("journey: renaming an id", () => {
  const journey = useWindow({ folders: ["examples/kmpt"] });
  const read = (file: string) => readFileSync(join(journey().folder, file), "utf8");

  it("changes it by F2 where it is meant and where it is defined, and notes the old one", async () => {
    const { workbench } = journey();
    const { page } = workbench;
    const opened = read(OPENED);
    const closed = read(CLOSED);
    await workbench.openFile(OPENED);
    // Before all files are read, nobody knows whether the id is to be found.
    await page.locator(".codelens-decoration a").first().waitFor();
    await workbench.goTo(lineOf(opened, `- ${OLD}`), columnOf(opened, OLD));
    await workbench.press("F2");
    const box = page.locator(".rename-box input");
    await box.waitFor();
    assert.equal(await box.inputValue(), OLD);
    await box.fill(NEW);
    await workbench.press("Enter");
    const definition = closed.slice(
      closed.indexOf(`  ${OLD}:`),
      closed.indexOf("role:", closed.indexOf(OLD)),
    );
    const expected = closed.replace(definition, `${definition.replace(OLD, NEW)}formerly: [${OLD}]\n    `);
    await waitFor("the closed file to follow", () => read(CLOSED) === expected);
    assert.equal(read(OPENED), opened.replace(OLD, NEW));
    await workbench.screenshot("renamed");
  });
});
