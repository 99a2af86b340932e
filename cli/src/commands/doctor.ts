// stratkit doctor: facts for a bug report. No text, title or path of an author's is among them.

import { arch, platform, release } from "node:os";
import { escapeTerminal, type Fact, product, sayFact, workspaceFacts } from "@stratkit/core";
import { gitVersion } from "@stratkit/disk";
import { cacheFolder } from "../cache/folder.ts";
import { sizeOfEntries } from "../cache/store.ts";
import { toJobError } from "../errors.ts";
import { renderJson } from "../formats/json.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { relativePath } from "../paths.ts";
import { openSession } from "../session.ts";
import { readSettings, type Settings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";

const FORMATS = ["text", "json"] as const;

export function doctor(paths: readonly string[], flags: WrittenFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const facts = {
    ...machineFacts(settings, shell),
    ...cacheFacts(shell),
    ...readWorkspace(paths, settings, shell),
  };
  writeOutputs(outputs, shell, ({ format }) =>
    format === "json"
      ? renderJson(facts)
      : Object.entries(facts)
          .map(([name, fact]) => `${name}: ${escapeTerminal(sayFact(fact))}\n`)
          .join(""),
  );
  return 0;
}

function machineFacts(settings: Settings, shell: Shell): Record<string, Fact> {
  return {
    [product.name]: product.version,
    node: process.version,
    system: `${platform()} ${release()} ${arch()}`,
    git: gitVersion(settings.cwd, shell.env) ?? "not found",
    terminal: shell.out.isTerminal,
    ci: shell.env.CI !== undefined,
    "github-actions": shell.env.GITHUB_ACTIONS === "true",
  };
}

function cacheFacts(shell: Shell): Record<string, Fact> {
  const folder = cacheFolder(shell);
  if (folder === undefined) return { cache: "none" };
  const { entries, bytes } = sizeOfEntries(folder.path);
  return { cache: folder.shown, "cache-entries": entries, "cache-bytes": bytes };
}

/** A workspace that cannot be read is a fact too. */
function readWorkspace(paths: readonly string[], settings: Settings, shell: Shell): Record<string, Fact> {
  try {
    const { analysis, loaded } = openSession({ paths }, { ...settings, loudness: "quiet" }, shell);
    return {
      root: relativePath(settings.cwd, loaded.root),
      config: loaded.config !== undefined,
      "nested-roots": loaded.nestedRoots.length,
      "unreadable-folders": loaded.unreadableFolders.length,
      ...workspaceFacts(analysis),
    };
  } catch (error) {
    return { workspace: toJobError(error).message };
  }
}
