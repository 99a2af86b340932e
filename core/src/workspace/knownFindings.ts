// What of an analysis a baseline can hold.

import type { Finding } from "../findings/finding.ts";
import type { KnownFinding } from "../model/baseline.ts";
import { itemIn, knownFinding } from "../rules/identity.ts";
import { canBeWaived } from "../rules/rule.ts";
import type { Analysis } from "./analyse.ts";

/** Of all open findings, or of those that are wanted; each as the baseline keeps it. */
export function knownFindings(
  { findings, files, linked, model, engine }: Analysis,
  isWanted: (finding: Finding) => boolean = () => true,
): KnownFinding[] {
  // Of a rule that could not be run to its end, only that is told, which is no debt.
  const failed = new Set([...linked.failed, ...[...files.values()].flatMap((file) => file.failed)]);
  return findings.flatMap((finding) => {
    const { state, rule, file, entity, number } = finding;
    const known = engine.rules.byId.get(rule);
    if (known === undefined || !canBeWaived(known) || failed.has(rule)) return [];
    if (state !== "open" || !isWanted(finding)) return [];
    const item = entity === undefined ? undefined : itemIn(file, entity, model);
    return [knownFinding(finding, item === undefined ? { path: file } : { item, model }, number)];
  });
}
