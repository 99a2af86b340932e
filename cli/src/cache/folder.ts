// Where results are kept: a folder of the user's, as each system has one for what may be lost at any time.

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { realFolder } from "@stratkit/disk";
import { absolutePath, isWithin, slashed } from "../paths.ts";
import type { Shell } from "../shell.ts";

export interface CacheFolder {
  /** Absolute, with `/`. */
  readonly path: string;
  /** How it can be named without giving away whose it is; a shell understands it. */
  readonly shown: string;
}

type Surroundings = Pick<Shell, "cwd" | "env">;

/** Undefined where nobody knows of a home. */
export function cacheFolder({ cwd, env }: Surroundings, system = process.platform): CacheFolder | undefined {
  const { STRATKIT_CACHE_DIR: named, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  if (isSaid(named)) return { path: absolutePath(cwd, named), shown: "$STRATKIT_CACHE_DIR" };
  if (system === "win32") {
    return isSaid(local)
      ? { path: slashed(join(local, "stratkit", "Cache")), shown: "%LOCALAPPDATA%\\stratkit\\Cache" }
      : undefined;
  }
  // What is not absolute is to be ignored, says who defined it.
  if (system !== "darwin" && isSaid(xdg) && isAbsolute(xdg)) {
    return { path: join(xdg, "stratkit"), shown: "$XDG_CACHE_HOME/stratkit" };
  }
  const home = isSaid(env.HOME) ? env.HOME : homeOfUser();
  if (home === undefined || !isAbsolute(home)) return undefined;
  const below = system === "darwin" ? "Library/Caches/stratkit" : ".cache/stratkit";
  return { path: join(home, below), shown: `~/${below}` };
}

/** Whether a folder is the workspace or stands in it, behind links too. It need not exist yet. */
export function isInWorkspace(folder: string, root: string): boolean {
  return isWithin(realFolder(root), realPlace(folder));
}

function realPlace(path: string): string {
  const above = dirname(path);
  if (existsSync(path) || above === path) return realFolder(path);
  return join(realPlace(above), path.slice(above.length));
}

function isSaid(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

/** It throws for a user whom the system does not know. */
function homeOfUser(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
