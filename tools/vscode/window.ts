// Lays out what one window of VS Code works on: fresh copies of folders, and the extension that carries the tests.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Facts } from "../../client/test/harness/runner.ts";
import { ROOT } from "./versions.ts";

/** The content of a `window.json` beside test files. */
export interface WindowPlan {
  /** Folders of the project; the window opens a copy of each. */
  readonly folders: readonly string[];
  /** The user's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders of the project with other extensions, as they are when installed, that run beside ours. */
  readonly extensions?: readonly string[];
}

export interface WindowFolder {
  readonly scratch: string;
  /** The `.code-workspace` file to open. */
  readonly workspace: string;
  /** The copies of the plan's folders, as paths. */
  readonly folders: readonly string[];
  /** The folder of the extensions that the window brings along: the one that carries the tests, and the plan's. */
  readonly extensions: string;
  readonly driver: string;
  readonly others: readonly string[];
  /** Belongs into the driver. */
  readonly bundle: string;
  remove(): void;
}

const USUAL: WindowPlan = { folders: ["examples/kmpt"] };

export function readPlan(folder: string): WindowPlan {
  const file = join(folder, "window.json");
  return existsSync(file) ? { ...USUAL, ...JSON.parse(readFileSync(file, "utf8")) } : USUAL;
}

export function layOutWindow(plan: WindowPlan): WindowFolder {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-vscode-")));
  const extensions = join(scratch, "carried");
  const driver = join(extensions, "driver");
  mkdirSync(driver, { recursive: true });
  const others = (plan.extensions ?? []).map((source, index) => {
    const copy = join(extensions, `other-${index}`);
    cpSync(join(ROOT, source), copy, { recursive: true });
    return copy;
  });
  const folders = plan.folders.map((source) => {
    const copy = join(scratch, "folders", basename(source));
    cpSync(join(ROOT, source), copy, { recursive: true });
    return copy;
  });
  const workspace = join(scratch, "tests.code-workspace");
  writeFileSync(workspace, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
  const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  return {
    scratch,
    workspace,
    folders,
    extensions,
    driver,
    others,
    bundle: join(driver, "suite.js"),
    remove,
  };
}

/** The manifest tells the tests where the runner is: it is what every host lets an extension read. */
export function writeDriver(window: WindowFolder, runner: string, host: Facts["host"]): void {
  const facts: Facts = { runner, host, project: ROOT, scratch: window.scratch };
  const manifest = {
    name: "test-driver",
    publisher: "stratkit",
    version: "0.0.0",
    engines: { vscode: "^1.101.0" },
    // The tests run where their extension could run.
    [host === "web" ? "browser" : "main"]: "./suite.js",
    facts,
  };
  writeFileSync(join(window.driver, "package.json"), JSON.stringify(manifest));
}
