// Runs one window full of tests in the extension host of a VS Code Server, and returns the counts.

import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { bundleSuites, type Host } from "./bundle.ts";
import { errandsIn } from "./errands.ts";
import { makeHome } from "./home.ts";
import type { Network } from "./network.ts";
import type { Processes } from "./processes.ts";
import { type Listener, listenToTests, type Outcome } from "./results.ts";
import { say } from "./say.ts";
import { startServer, type VsCodeServer } from "./server.ts";
import { stackMapper } from "./stacks.ts";
import { offerByAddress } from "./web.ts";
import { layOutWindow, type WindowFolder, type WindowPlan, writeDriver } from "./window.ts";

/** Between two words of the tests. The first comes when the window is up and the tests are loaded. */
const LONGEST_SILENCE = 150_000;

/** The network that is not there, services that are not ours, and VS Code's own progress. */
const NOISE =
  /Failed to load resource|ENOTFOUND|ERR_NAME_NOT_RESOLVED|service ?worker|AccountPolicyGate|AgentHost|%c INFO|same-origin|iframe/i;

export interface Suite {
  readonly plan: WindowPlan;
  readonly files: readonly string[];
}

export interface Means {
  readonly processes: Processes;
  readonly vsix: string;
  readonly chromium: string;
  readonly browser: Browser;
  readonly network: Network;
  /** The extensions folder into which the VSIX was installed, and the extension's own folder in it. */
  readonly extensions: string;
  readonly extension: string;
}

export async function runOnServer(suite: Suite, host: Host, means: Means): Promise<Outcome> {
  const { window, listener, end } = await layOutTests(suite, host, means);
  const home = makeHome(window.scratch, suite.plan.settings);
  // In Node the extension is where it was installed. The web worker gets it by its address.
  const extensions = host === "node" ? means.extensions : home.extensions;
  const server = await startServer(means.processes, { ...home, extensions });
  const { context, page } = await openPage(means.browser);
  const heard = listenToPage(page);
  const exit = watchForExit(page);
  await exit.listen();
  if (host === "web") await offerByAddress(page, listener.address, Object.keys(servedTo(window, means)));
  await page.goto(server.workbench(window.workspace, host === "web" ? [] : payloadOf(window, server)));
  const ended = listener.ended.then(() => undefined);
  const problem = await Promise.race([ended, exit.problem, heard.problem, silenceOf(listener)]);
  if (problem !== undefined) heard.print();
  await context.close();
  await server.stop();
  return end(problem);
}

export interface LaidOut {
  readonly window: WindowFolder;
  readonly listener: Listener;
  /** Prints the sum. What VS Code wrote stays where something failed. */
  end(problem: string | undefined): Promise<Outcome>;
}

/** The folders of a window with the tests in it, and the runner's ear for them. */
export async function layOutTests(suite: Suite, where: Host | "desktop", means: Means): Promise<LaidOut> {
  const host = where === "web" ? "web" : "node";
  const window = layOutWindow(suite.plan);
  await bundleSuites(suite.files, host, window.bundle);
  const listener = await listenToTests({
    errands: { ...errandsIn(window.scratch), triedHosts: () => means.network.tried() },
    served: servedTo(window, means),
    mapStack: stackMapper(window.bundle, host),
  });
  writeDriver(window, listener.address, where);
  return {
    window,
    listener,
    async end(problem) {
      const outcome = await listener.close(problem);
      if (outcome.failing === 0) window.remove();
      else say(`What VS Code wrote is kept in ${window.scratch}`);
      return outcome;
    },
  };
}

/** The extensions of the window, by the address under which a web worker finds them. */
function servedTo({ driver, others }: WindowFolder, { extension }: Means): Readonly<Record<string, string>> {
  return {
    extension,
    driver,
    ...Object.fromEntries(others.map((path, index) => [`other-${index}`, path])),
  };
}

/** What the smoke-test driver of the server honours. */
function payloadOf(window: WindowFolder, server: VsCodeServer): readonly (readonly [string, string])[] {
  return [
    ["extensionDevelopmentPath", server.remote(window.extensions)],
    ["extensionTestsPath", server.remote(`${window.driver}/suite`)],
  ];
}

/** VS Code says when the tests are over, also where they could not be loaded. */
function watchForExit(page: Page): { listen(): Promise<void>; readonly problem: Promise<string> } {
  let end = (_: string) => {};
  const problem = new Promise<string>((resolve) => {
    end = resolve;
  });
  const listen = async () => {
    page.on("crash", () => end("The page crashed"));
    await page.exposeFunction("codeAutomationLog", () => undefined);
    await page.exposeFunction("codeAutomationExit", async (code: number) => {
      // The last words of the tests may still be on their way.
      await wait(2000);
      end(`VS Code ended the tests with ${code} before they came to their end`);
    });
  };
  return { listen, problem };
}

async function silenceOf(listener: Listener): Promise<string> {
  while (listener.silence() < LONGEST_SILENCE) await wait(1000, undefined, { ref: false });
  return `The tests said nothing for ${LONGEST_SILENCE / 1000} s`;
}

/** What the page says, for the case that the tests say nothing. */
function listenToPage(page: Page): { print(): void; readonly problem: Promise<string> } {
  const lines: string[] = [];
  const problem = new Promise<string>((resolve) => {
    page.on("console", (message) => {
      const text = message.text();
      if (!NOISE.test(text)) lines.push(`${message.type()}: ${text}`);
      if (text.startsWith("No extension host found that can launch the test runner")) resolve(text);
    });
  });
  page.on("pageerror", (error) => lines.push(`error: ${error.stack ?? error.message}`));
  return { problem, print: () => say(lines.slice(-40).join("\n")) };
}
