// Facts about a workspace for a bug report: counts alone, no text, title or name of an author's.

import { targetsOf } from "../link/model.ts";
import { formatDay } from "../model/day.ts";
import { FILE_KINDS, parseFileName } from "../model/fileName.ts";
import type { Analysis } from "../workspace/analyse.ts";

export type Fact = string | number | boolean;

export function workspaceFacts(analysis: Analysis): Readonly<Record<string, Fact>> {
  const { model } = analysis;
  const kinds = [...analysis.files.keys()].map((path) => parseFileName(path)?.kind);
  return {
    profile: analysis.profile,
    "as-of": formatDay(analysis.workspace.asOf),
    files: analysis.files.size,
    ...Object.fromEntries(
      FILE_KINDS.map((kind) => [`files-${kind}`, kinds.filter((one) => one === kind).length]),
    ),
    "near-misses": analysis.workspace.nearMisses.length,
    items: model.items.length,
    links: model.items.reduce((count, item) => count + targetsOf(model, item).length, 0),
    findings: analysis.findings.length,
    complete: analysis.complete,
  };
}

export function sayFact(fact: Fact): string {
  return typeof fact === "boolean" ? (fact ? "yes" : "no") : String(fact);
}
