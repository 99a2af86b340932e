// Opens the workbench in Chromium.

import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page whose text was changed on its way counts as one from the internet, and may not speak to this machine.
  "--disable-features=LocalNetworkAccessChecks",
];

/** For anything to appear, in milliseconds: much more than it takes, for machines that do other things as well. */
const PATIENCE = 60_000;

/** Large enough that no part of the workbench hides by itself. */
const SIZE = { width: 1400, height: 900 };

/** Whatever it wants of other machines, it asks of `proxy`. Playwright ends the browser when this process ends. */
export function startBrowser(program: string, proxy: string): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: [...FLAGS, `--proxy-server=${proxy}`] });
}

/** A page with a memory of its own, which remembers nothing of earlier ones. */
export async function openPage(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: SIZE,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(PATIENCE);
  return { context, page: await context.newPage() };
}
