// The server's process is killed under a person's hands: first nothing is to be noticed, and where it does not come back,
// the status says so and offers what helps.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { useWindow } from "./journey.ts";
import type { Workbench } from "./workbench.ts";

/** In so short a time the server is started again this often. */
const RESTARTS = 4;
const FINDING = "has no measure, so nobody can tell";

describe("journey: crashes", () => {
  const journey = useWindow({ folders: ["examples/kmpt"] });

  it("B66 a server that is killed comes back with its findings, and nothing pops up", async () => {
    const { workbench, extensions } = journey();
    await workbench.openFile("kmpt-2020.strategy.yaml");
    const before = await workbench.problems(FINDING);
    for (let restart = 1; restart <= RESTARTS; restart++) {
      const killed = await kill(extensions);
      await anotherServer(extensions, killed);
      assert.equal((await workbench.problems(FINDING)).length, before.length);
    }
    assert.deepEqual(await popups(workbench), []);
  });

  it("B66 after repeated crashes it says so once, and the status offers Show Log and Restart, which work", async () => {
    const { workbench, extensions } = journey();
    const { page } = workbench;
    const killed = await kill(extensions);
    // A screen reader hears it at once.
    await page.getByText("is not started again by itself").first().waitFor({ state: "attached" });
    const [popup = "", ...others] = await popups(workbench);
    assert.match(popup, /^The strategy server stopped 5 times in three minutes/);
    assert.deepEqual(others, []);
    const status = page.locator(".hover-language-status");
    const button = page.locator("[id='status.languageStatus'] a");
    await button.click();
    await status.first().waitFor();
    await workbench.screenshot("server-stopped-status");
    const words = (await status.allInnerTexts()).join(" ").replace(/\s+/g, " ");
    assert.match(words, /Server stopped.* Restart/);
    assert.match(words, /The log says why.* Show Log/);
    await status.getByText("Show Log", { exact: true }).click();
    await page.locator(".panel .action-item.checked", { hasText: "Output" }).waitFor();
    await button.click();
    await status.getByText("Restart", { exact: true }).click();
    await anotherServer(extensions, killed);
    await workbench.problems(FINDING);
    assert.equal((await popups(workbench)).length, 1);
  });
});

/** What popped up since the window was opened and was not answered. While VS Code is driven, it keeps this in its list. */
async function popups({ page, runCommand }: Workbench): Promise<readonly string[]> {
  await runCommand("Notifications: Show Notifications");
  const list = page.locator(".notifications-center");
  await list.waitFor();
  const texts = await list.locator(".notification-list-item-message").allInnerTexts();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  return texts;
}

/** Each run has installed the extension into a folder of its own, so this is the server of our window. */
function serverOf(extensions: string): number | undefined {
  const lines = execFileSync("ps", ["-A", "-ww", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
  const line = lines.find((each) => each.includes(extensions) && each.includes("server/main.js"));
  return line === undefined ? undefined : Number.parseInt(line, 10);
}

async function kill(extensions: string): Promise<number> {
  const pid = await anotherServer(extensions);
  process.kill(pid, "SIGKILL");
  return pid;
}

/** The test's own time limit ends the waiting. */
async function anotherServer(extensions: string, old?: number): Promise<number> {
  for (;;) {
    const pid = serverOf(extensions);
    if (pid !== undefined && pid !== old) return pid;
    await wait(100);
  }
}
