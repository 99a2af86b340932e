// Lets one run at a time work on a folder.

import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Waits while another living process has the folder. Returns what gives it free again. */
export async function lockFolder(folder: string, onWait: () => void): Promise<() => void> {
  const file = `${folder}.lock`;
  for (let waits = 0; !tryLock(file); ) {
    // A run that was killed leaves its lock behind.
    if (!isRunning(holderOf(file))) rmSync(file, { force: true });
    else {
      if (waits++ === 0) onWait();
      await wait(500);
    }
  }
  return () => rmSync(file, { force: true });
}

function tryLock(file: string): boolean {
  // Written aside and linked into place, so that a lock never stands there without its number.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(own);
  }
}

function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
