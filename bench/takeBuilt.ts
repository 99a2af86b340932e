// Takes what was built aside, so that a build during the run changes nothing of it.

import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BUILT, ROOT } from "./paths.ts";

/** What the packages run on. */
const PARTS = ["bin", "dist", "package.json"];

export function takeBuilt(): void {
  rmSync(BUILT, { recursive: true, force: true });
  for (const name of ["cli", "server"])
    for (const part of PARTS) cpSync(join(ROOT, name, part), join(BUILT, name, part), { recursive: true });
}
