// What tests may have done outside VS Code: the command line's answer, and changes of files behind the editor's back.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import type { Errands } from "./results.ts";
import { ROOT } from "./versions.ts";

/** All paths must lie in the scratch folder of the window, but for what is copied from the project. */
export function errandsIn(scratch: string): Errands {
  const within = (path: string) => {
    const way = relative(scratch, path);
    if (way.startsWith("..") || isAbsolute(way)) throw new Error(`${path} does not lie in ${scratch}`);
    return path;
  };
  return {
    /** What `stratkit check FOLDER -f json` says. */
    check: (folder: string) => JSON.parse(stratkit(["check", folder, "-f", "json"])),
    copy({ from, to }: { from: string; to: string }) {
      cpSync(join(ROOT, from), within(to), { recursive: true });
    },
    write(files: Readonly<Record<string, string>>) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(within(path)), { recursive: true });
        writeFileSync(path, text);
      }
    },
    move({ from, to }: { from: string; to: string }) {
      mkdirSync(dirname(within(to)), { recursive: true });
      renameSync(within(from), to);
    },
    remove(path: string) {
      rmSync(within(path), { recursive: true });
    },
  };
}

/** Of an answer: some hundred files have as many findings. */
const MOST_BYTES = 64 * 1024 * 1024;

function stratkit(args: readonly string[]): string {
  const program = join(ROOT, "cli/bin/stratkit.js");
  // Findings make it end with 1, which is an answer; 2 and above are failures of its own.
  const options = { encoding: "utf8", maxBuffer: MOST_BYTES } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
  if (status === null || status > 1)
    throw new Error(`stratkit ${args.join(" ")} ended with ${status}\n${stderr}`);
  return stdout;
}
