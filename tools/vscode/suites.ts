// Finds the test files that run inside an extension host, and the window that each needs.

import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Host } from "./bundle.ts";
import type { Suite } from "./suite.ts";
import { ROOT } from "./versions.ts";
import { readPlan } from "./window.ts";

const SUITES = join(ROOT, "client/test/suite");
const HOSTS: readonly Host[] = ["node", "web"];
const WHERE = { node: "in the extension host of Node", web: "in the extension host of a browser" };

export interface SuiteRun {
  readonly title: string;
  readonly host: Host;
  readonly suite: Suite;
}

/**
 * Files of one folder share a window. `x.test.ts` runs in both hosts, `x.node.test.ts` and `x.web.test.ts` in one.
 * Each of the names must occur in a file's path or be the host.
 */
export function findSuites(names: readonly string[]): readonly SuiteRun[] {
  const folders = [SUITES, ...foldersIn(SUITES)];
  return HOSTS.flatMap((host) =>
    folders.flatMap((folder) => {
      const files = testsIn(folder).filter((file) => isFor(file, host) && isChosen(file, host, names));
      if (files.length === 0) return [];
      const title = `${relative(join(ROOT, "client/test"), folder)} ${WHERE[host]}`;
      return [{ title, host, suite: { plan: readPlan(folder), files } }];
    }),
  );
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}

function testsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(folder, name))
    .sort();
}

function isFor(file: string, host: Host): boolean {
  const named = HOSTS.find((other) => file.endsWith(`.${other}.test.ts`));
  return named === undefined || named === host;
}

function isChosen(file: string, host: Host, names: readonly string[]): boolean {
  return names.every((name) => name === host || relative(SUITES, file).includes(name));
}
