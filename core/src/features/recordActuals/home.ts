// The file in which a value of a measure is recorded: where its other values stand, else the one that there is.

import type { Refused } from "../../findings/refused.ts";
import { itemsOf, referrersOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { baseName, folderOf } from "../../model/fileName.ts";
import type { Item } from "../../model/items.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";
import { measureOf, organisationOf, scopesOf, strategiesUsing } from "../../trace/usage.ts";
import { actualsFiles, recordsOf } from "./standing.ts";

export type Home = { readonly file: string } | { readonly newFile: string };

/** `wanted` is a file, or its id, that somebody has chosen for what has no values yet. */
export function homeOf(lookup: Lookup, measure: MeasureOrScope, wanted?: string): Home | Refused {
  const own = familyOf(lookup, measure).flatMap((one) => recordsOf(lookup, one).at(-1)?.actuals.file ?? []);
  if (own[0] !== undefined) return { file: own[0] };
  const files = actualsFiles(lookup).map(({ file }) => file);
  if (wanted !== undefined) {
    const chosen = files.find((file) => file === wanted || baseName(file).startsWith(`${wanted}.actuals.`));
    return chosen === undefined
      ? { refused: `"${wanted}" is no file of recorded values: name one that there is` }
      : { file: chosen };
  }
  const [only, ...others] = files;
  if (only === undefined) return { newFile: newFile(lookup, measure) };
  if (others.length === 0) return { file: only };
  const nearest = nearestFile(lookup, measure);
  return nearest === undefined
    ? { refused: `Several files hold recorded values (${files.join(", ")}): say in which` }
    : { file: nearest };
}

/** The thing itself first, then the measure and its other scopes. */
function familyOf({ model }: Lookup, measure: MeasureOrScope): MeasureOrScope[] {
  const whole = measureOf(model, measure);
  const wholes = whole.kind === "measure" && whole !== measure ? [whole] : [];
  return [measure, ...wholes, ...scopesOf(model, whole).filter((scope) => scope !== measure)];
}

/** The one that holds more values of the measure's library than any other. */
function nearestFile({ model }: Lookup, { file }: Item): string | undefined {
  const counts = new Map<string, number>();
  const inLibrary = model.items.filter((item) => item.file === file);
  for (const { file: own } of inLibrary.flatMap((item) => referrersOf(model, item, "actuals")))
    counts.set(own, (counts.get(own) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] !== second?.[1] ? first[0] : undefined;
}

/** Named after the organisation, else the strategy, and beside its file. */
function newFile({ model, analysis }: Lookup, measure: MeasureOrScope): string {
  const [strategy = itemsOf(model, "strategy")[0]] = strategiesUsing(model, measure);
  const owner = organisationOf(model, strategy) ?? strategy;
  const folder = owner === undefined ? "" : folderOf(owner.file);
  const path = (id: string) => `${folder === "" ? "" : `${folder}/`}${id}.actuals.yaml`;
  const wanted = owner?.key ?? "our-values";
  let id = wanted;
  for (let number = 2; analysis.workspace.files.has(path(id)); number += 1) id = `${wanted}-${number}`;
  return path(id);
}
