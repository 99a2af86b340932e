// Makes ready what all runs share: VS Code Server, a browser, and the packaged extension installed.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser } from "./browser.ts";
import { makeHome } from "./home.ts";
import { installServer } from "./install.ts";
import { lockFolder } from "./lock.ts";
import { refuseNetwork } from "./network.ts";
import type { Processes } from "./processes.ts";
import { say, sayWhile } from "./say.ts";
import { installVsix } from "./server.ts";
import type { Means } from "./suite.ts";
import { findPrograms } from "./system.ts";
import { CACHE, ROOT } from "./versions.ts";

/** A package that breaks a limit is tested nevertheless; `packing` then says that it failed. */
export interface Prepared extends Means {
  readonly packing: "good" | "failed";
}

export async function prepareServer(processes: Processes): Promise<Prepared> {
  const { chromium } = await findPrograms(processes);
  await installServer(processes);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-vscode-")));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { vsix, packing } = await packExtension(folder, processes);
  const home = makeHome(folder);
  await installVsix(processes, home, vsix);
  const name = readdirSync(home.extensions).find((entry) => entry.startsWith("stratkit."));
  if (name === undefined) throw new Error(`${vsix} was installed, but is not in ${home.extensions}`);
  const network = await refuseNetwork();
  const browser = await startBrowser(chromium, network.address);
  return {
    processes,
    vsix,
    packing,
    chromium,
    browser,
    network,
    extensions: home.extensions,
    extension: join(home.extensions, name),
  };
}

/** Builds and packs the extension as it is released. The copy stays the same while others build anew. */
async function packExtension(
  folder: string,
  processes: Processes,
): Promise<Pick<Prepared, "vsix" | "packing">> {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, "client/package.json"), "utf8"));
  const packed = join(ROOT, "client", `${name}-${version}.vsix`);
  const vsix = join(folder, `${name}.vsix`);
  mkdirSync(CACHE, { recursive: true });
  const unlock = await lockFolder(join(CACHE, "packing"), () =>
    say("Waiting for another run that packs ..."),
  );
  try {
    rmSync(packed, { force: true });
    const pack = () => processes.run(process.execPath, [join(ROOT, "tools/package.mjs")], { cwd: ROOT });
    const problem = await sayWhile("Packing the extension", () => pack().catch((error: Error) => error));
    if (problem instanceof Error) say(problem.message);
    if (!existsSync(packed)) throw new Error("The extension could not be packed");
    copyFileSync(packed, vsix);
    return { vsix, packing: problem instanceof Error ? "failed" : "good" };
  } finally {
    unlock();
  }
}
