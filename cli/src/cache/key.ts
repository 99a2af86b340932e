// The name under which a result is kept: a hash of everything that it depends on, so that no other question finds it.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { formatDay, type WorkspaceFile } from "@stratkit/core";
import { type Revision, topFolder } from "@stratkit/disk";
import { type CheckRequest, looksFromTop } from "../checkRequest.ts";
import type { Opened } from "../opening.ts";
import { hasColours } from "../style.ts";

/**
 * The hash that the build makes of the whole program, so that another one never takes this one's answers. Undefined
 * where the program runs from its sources, which may change at any time.
 */
export function programFingerprint(): string | undefined {
  try {
    return readFileSync(new URL("./fingerprint", import.meta.url), "utf8");
  } catch {
    return undefined;
  }
}

/** `program` is the program's fingerprint. */
export function keyOf(opened: Opened, request: CheckRequest, program: string, since?: Revision): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([program, process.version, process.platform]));
  hash.update(JSON.stringify(questionOf(opened, request)));
  // A branch moves on; its commit does not.
  hash.update(JSON.stringify([since?.label ?? "", since?.commit ?? ""]));
  for (const file of opened.loaded.workspace.files.values()) {
    // With its length before it, a text cannot pass for the beginning of the next file.
    hash.update(JSON.stringify(headOf(file)));
    hash.update(file.text);
  }
  return hash.digest("hex");
}

/** A text and its encoding are all that the engine sees of a file's bytes. */
function headOf({ path, encoding, problem, text }: WorkspaceFile) {
  return [path, encoding, problem ?? "", text.length];
}

/** What was asked and how it is to be shown, where, and what stands beside the files. */
function questionOf({ loaded, settings, shell }: Opened, request: CheckRequest) {
  const { outputs } = request;
  const { workspace } = loaded;
  return {
    asOf: formatDay(settings.asOf),
    paths: request.paths,
    profile: request.profile,
    only: request.only,
    skip: request.skip,
    maxWarnings: request.maxWarnings,
    failOn: settings.failOn,
    show: settings.show,
    outputs: outputs.map(({ format, file }) => ({ format, toFile: file !== undefined })),
    terminal: shell.out.isTerminal ? shell.out.columns : undefined,
    colours: hasColours(shell.out, settings, shell),
    github: shell.env.GITHUB_ACTIONS === "true",
    cwd: settings.cwd,
    root: loaded.root,
    config: loaded.config,
    top: looksFromTop(outputs, shell) ? topFolder(loaded.root, settings.cwd, shell.env) : undefined,
    nearMisses: workspace.nearMisses,
    complete: workspace.complete,
    nestedRoots: loaded.nestedRoots,
    leftOut: loaded.leftOut,
    unreadableFolders: loaded.unreadableFolders,
  };
}
