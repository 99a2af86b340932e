// What tells a finding from all others: its rule, what it is about, the field and the value. Lines and words are no part
// of it.

import type { RawFinding, Refusal } from "../findings/finding.ts";
import { fingerprintOf } from "../findings/fingerprint.ts";
import type { StrategyModel } from "../link/model.ts";
import { oldestNameOf, recordedNamesOf } from "../link/recordedNames.ts";
import type { BaselineEntry, KnownFinding } from "../model/baseline.ts";
import { type Item, type ItemKind, keyIn } from "../model/items.ts";
import { addTo } from "../text/maps.ts";

/** What a finding is about, where it is known and stands in the same file. */
export function itemOf({ entity, place }: RawFinding, model: StrategyModel): Item | undefined {
  return entity === undefined ? undefined : itemIn(place.file, entity, model);
}

export function itemIn(
  file: string,
  { kind, id }: { readonly kind: string; readonly id: string },
  model: StrategyModel,
): Item | undefined {
  const item = model.byKey.get(keyIn(kind as ItemKind, id));
  return item?.file === file ? item : undefined;
}

/** With the item under its oldest name; without an item with the path of the file. */
export function identityOf(finding: RawFinding, item: Item | undefined, model: StrategyModel): string[] {
  const about = item === undefined ? finding.place.file : oldestNameOf(item, model);
  return [finding.rule, about, finding.field ?? "", finding.value ?? ""];
}

/** `number` is that among equal findings of the file, from 1 on. */
export function fingerprintOfIdentity(identity: readonly string[], number: number): string {
  const fingerprint = fingerprintOf(identity);
  return number === 1 ? fingerprint : fingerprintOf([fingerprint, String(number - 1)]);
}

/** As the baseline keeps it. */
export function knownFinding(
  { rule, field, value }: Pick<Refusal, "rule" | "field" | "value">,
  about: { readonly item: Item; readonly model: StrategyModel } | { readonly path: string },
  number: number | undefined,
): KnownFinding {
  return {
    rule,
    ...("item" in about ? { item: oldestNameOf(about.item, about.model) } : { path: about.path }),
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
    ...(number === undefined ? {} : { number }),
  };
}

/** Finds the entries of a baseline that hold a finding. */
export type BaselineReader = (
  finding: RawFinding,
  item: Item | undefined,
  model: StrategyModel,
  number: number,
) => readonly BaselineEntry[];

export function baselineReader(entries: readonly BaselineEntry[]): BaselineReader {
  const byKey = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const about = entry.item === undefined ? `path ${entry.path ?? ""}` : `item ${entry.item}`;
    addTo(byKey, keyOf(entry, about), entry);
  }
  return (finding, item, model, number) => {
    if (byKey.size === 0) return [];
    const { place } = finding;
    const names = item === undefined ? [] : recordedNamesOf(item, model);
    const about = item === undefined ? [`path ${place.file}`] : names.map((name) => `item ${name}`);
    const found = about.flatMap((one) => byKey.get(keyOf(finding, one)) ?? []);
    return found.filter((entry) => (entry.number ?? 1) === number);
  };
}

function keyOf({ rule, field, value }: Pick<Refusal, "rule" | "field" | "value">, about: string): string {
  return JSON.stringify([rule, about, field ?? "", value ?? ""]);
}
