// stratkit doctor: facts for a bug report. No text, title or path of an author's is among them.

import { arch, platform, release } from "node:os";
import { escapeTerminal, FILE_KINDS, formatDay, parseFileName, product } from "@stratkit/core";
import { toJobError } from "../errors.ts";
import { renderJson } from "../formats/json.ts";
import { gitVersion } from "../git.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { relativePath } from "../paths.ts";
import { openSession } from "../session.ts";
import { readSettings, type Settings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";

const FORMATS = ["text", "json"] as const;

type Fact = string | number | boolean;

export function doctor(paths: readonly string[], flags: WrittenFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const outputs = readOutputs(flags.format, FORMATS, "text", settings.cwd);
  const facts = { ...machineFacts(settings, shell), ...workspaceFacts(paths, settings, shell) };
  writeOutputs(outputs, shell, ({ format }) =>
    format === "json"
      ? renderJson(facts)
      : Object.entries(facts)
          .map(([name, fact]) => `${name}: ${escapeTerminal(sayFact(fact))}\n`)
          .join(""),
  );
  return 0;
}

function sayFact(fact: Fact): string {
  return typeof fact === "boolean" ? (fact ? "yes" : "no") : String(fact);
}

function machineFacts(settings: Settings, shell: Shell): Record<string, Fact> {
  return {
    [product.name]: product.version,
    node: process.version,
    system: `${platform()} ${release()} ${arch()}`,
    git: gitVersion(settings.cwd) ?? "not found",
    terminal: shell.out.isTerminal,
    ci: shell.env.CI !== undefined,
    "github-actions": shell.env.GITHUB_ACTIONS === "true",
  };
}

/** A workspace that cannot be read is a fact too. */
function workspaceFacts(paths: readonly string[], settings: Settings, shell: Shell): Record<string, Fact> {
  try {
    const { analysis, loaded } = openSession({ paths }, { ...settings, loudness: "quiet" }, shell);
    const names = [...analysis.files.keys()].map((path) => parseFileName(path));
    const kinds = FILE_KINDS.map((kind) => [
      `files-${kind}`,
      names.filter((name) => name?.kind === kind).length,
    ]);
    return {
      root: relativePath(settings.cwd, loaded.root),
      config: loaded.config !== undefined,
      profile: analysis.profile,
      "as-of": formatDay(analysis.workspace.asOf),
      files: analysis.files.size,
      ...Object.fromEntries(kinds),
      "near-misses": analysis.workspace.nearMisses.length,
      "nested-roots": loaded.nestedRoots.length,
      "unreadable-folders": loaded.unreadableFolders.length,
      items: analysis.model.items.length,
      links: analysis.model.links.length,
      findings: analysis.findings.length,
      complete: analysis.complete,
    };
  } catch (error) {
    return { workspace: toJobError(error).message };
  }
}
