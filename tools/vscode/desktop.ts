// The desktop's VS Code, where it can be downloaded: the same suites run in it.

import { join } from "node:path";
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from "@vscode/test-electron";
import type { Host } from "./bundle.ts";
import { ownDisplay } from "./display.ts";
import { makeHome } from "./home.ts";
import type { Outcome } from "./results.ts";
import { say } from "./say.ts";
import { layOutTests, type Means, type Suite } from "./suite.ts";
import { CACHE, DESKTOP_VERSION } from "./versions.ts";

const PATIENCE = 15_000;
/** What @vscode/test-electron asks for. */
const LEAST_NODE = 22;

type RunSuite = (suite: Suite, host: Host, means: Means) => Promise<Outcome>;

/** Says in one line what is taken, and why. */
export async function findDesktop(means: Means): Promise<RunSuite | undefined> {
  const obstacle = (why: string) => {
    say(`The suites run in VS Code Server and not in the desktop's VS Code: ${why}`);
    return undefined;
  };
  const node = Number(process.versions.node.split(".")[0]);
  if (node < LEAST_NODE) return obstacle(`it needs Node ${LEAST_NODE}, and this is ${process.versions.node}`);
  try {
    const options = { version: DESKTOP_VERSION, cachePath: join(CACHE, "vscode-desktop"), timeout: PATIENCE };
    const program = await downloadAndUnzipVSCode(options);
    const display = await ownDisplay(means.processes);
    say(`The suites run in the desktop's VS Code ${DESKTOP_VERSION}`);
    return (suite) => runOnDesktop(suite, program, display, means);
  } catch (error) {
    return obstacle(error instanceof Error ? error.message : String(error));
  }
}

async function runOnDesktop(
  suite: Suite,
  program: string,
  display: NodeJS.ProcessEnv,
  means: Means,
): Promise<Outcome> {
  const tests = await layOutTests(suite, "desktop", means);
  const home = makeHome(tests.window.scratch, suite.plan.settings);
  const folders = [`--user-data-dir=${home.userData}`, `--extensions-dir=${home.extensions}`];
  const [cli = program, ...args] = resolveCliArgsFromVSCodeExecutablePath(program);
  await means.processes.run(cli, [...args, ...folders, "--install-extension", means.vsix]);
  const problem = await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: [tests.window.driver, ...tests.window.others],
    extensionTestsPath: tests.window.bundle,
    extensionTestsEnv: display,
    launchArgs: [tests.window.workspace, ...folders, ...QUIETLY, `--proxy-server=${means.network.address}`],
  }).then(
    () => undefined,
    // Failed tests end it with an error, too; they have told so themselves.
    (error: unknown) => (tests.listener.hasEnded() ? undefined : String(error)),
  );
  return tests.end(problem);
}

const QUIETLY = [
  "--disable-workspace-trust",
  "--disable-telemetry",
  "--disable-gpu",
  "--no-sandbox",
  "--skip-welcome",
];
