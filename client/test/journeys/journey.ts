// Gives each journey a window of its own: a fresh copy of a folder in a VS Code into which the package was installed.

import type { Page } from "playwright-core";
import { openPage, startBrowser } from "../../../tools/vscode/browser.ts";
import { makeHome } from "../../../tools/vscode/home.ts";
import { watchProcesses } from "../../../tools/vscode/processes.ts";
import { say } from "../../../tools/vscode/say.ts";
import { startServer, type VsCodeServer } from "../../../tools/vscode/server.ts";
import { layOutWindow, type WindowFolder, type WindowPlan } from "../../../tools/vscode/window.ts";
import { useWorkbench, type Workbench } from "./workbench.ts";

/** What the runner hands over. */
export interface Handed {
  readonly chromium: string;
  readonly extensions: string;
  /** Refuses the browser every other machine. */
  readonly proxy: string;
}

export interface Journey {
  readonly workbench: Workbench;
  readonly window: WindowFolder;
  /** The path of the opened copy. */
  readonly folder: string;
  /** The path of the folder in which extensions are installed. */
  readonly extensions: string;
}

const PROCESSES = watchProcesses();

/** To be called in a `describe`: opens the window before its tests, and takes it away after them. */
export function useWindow(plan: WindowPlan): () => Journey {
  let opened: OpenedWindow | undefined;
  before(async () => {
    const handed: Handed = JSON.parse(process.env.STRATKIT_VSCODE ?? "{}");
    if (handed.chromium === undefined) throw new Error("Journeys are run by: npm run vscode -- journeys");
    opened = await openWindow(plan, handed);
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      say(`What was seen: ${await opened?.workbench.screenshot(`failed-${Date.now()}`)}`);
      // A notification that nobody has waited for says more than a picture of its bell.
      await opened?.workbench.runCommand("Notifications: Show Notifications").catch(() => undefined);
      await opened?.workbench.page
        .locator(".notifications-center")
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
      const notifications = opened?.workbench.page.locator(".notification-list-item-message");
      say(`Notifications: ${(await notifications?.allInnerTexts())?.join("; ")}`);
    }
  });
  after(() => opened?.end());
  return () => {
    if (opened === undefined) throw new Error("The window is not open yet");
    return opened;
  };
}

export interface OpenedWindow extends Journey {
  end(): Promise<void>;
}

export async function openWindow(plan: WindowPlan, handed: Handed): Promise<OpenedWindow> {
  const window = layOutWindow(plan);
  const home = makeHome(window.scratch, plan.settings);
  const server = await startServer(PROCESSES, { ...home, extensions: handed.extensions });
  const browser = await startBrowser(handed.chromium, handed.proxy);
  const { page } = await openPage(browser);
  const folder = window.folders[0] ?? window.scratch;
  await openFolder(page, server, folder);
  return {
    workbench: useWorkbench(page),
    window,
    folder,
    extensions: handed.extensions,
    async end() {
      await browser.close();
      await server.stop();
      window.remove();
    },
  };
}

/** Ready when the workbench has restored what it shows. */
async function openFolder(page: Page, server: VsCodeServer, folder: string): Promise<void> {
  await page.goto(server.workbench(folder));
  await page.locator(".monaco-workbench .explorer-viewlet, .monaco-workbench .pane-header").first().waitFor();
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
}
