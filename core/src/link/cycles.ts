// Finds circles in links that must not run in one: waiting, belonging, being made of, following, replacing.

import type { Refusal } from "../findings/finding.ts";
import { entityOf, type Item, type Reference, type ReferenceKey } from "../model/items.ts";
import type { Link } from "./model.ts";

const ACYCLIC: readonly ReferenceKey[] = ["needs", "part-of", "parts", "succeeds", "replaced-by"];

export interface CycleFacts {
  readonly key: ReferenceKey;
  readonly kind: Item["kind"];
  /** The ids round the circle, the first again at the end. */
  readonly ids: readonly string[];
}

export function mayRunInCircles({ key }: Reference): boolean {
  return ACYCLIC.includes(key);
}

/** One refusal for a circle, at its first member in the order of the texts; a thing that names itself is one too. */
export function findCycles(links: readonly Link[]): Refusal<CycleFacts>[] {
  return ACYCLIC.flatMap((key) => cyclesAlong(key, links));
}

function cyclesAlong(key: ReferenceKey, links: readonly Link[]): Refusal<CycleFacts>[] {
  const next = new Map<Item, Link[]>();
  for (const link of links) {
    if (link.reference.key === key) next.set(link.from, [...(next.get(link.from) ?? []), link]);
  }
  const settled = new Set<Item>();
  const refusals: Refusal<CycleFacts>[] = [];
  for (const start of next.keys()) {
    for (const circle of walkFrom(start, next, settled)) {
      const [first] = circle;
      if (first !== undefined)
        refusals.push(refuseCycle(first, [first.from, ...circle.map((link) => link.to)]));
    }
  }
  return refusals;
}

/** Depth-first with a stack of its own, so that a long chain cannot exhaust the call stack. */
function walkFrom(start: Item, next: ReadonlyMap<Item, Link[]>, settled: Set<Item>): Link[][] {
  if (settled.has(start)) return [];
  const circles: Link[][] = [];
  const trail: Link[] = [];
  const onTrail = new Map<Item, number>([[start, 0]]);
  const work: { item: Item; links: readonly Link[]; at: number }[] = [
    { item: start, links: next.get(start) ?? [], at: 0 },
  ];
  while (work.length > 0) {
    const top = work[work.length - 1];
    if (top === undefined) break;
    const link = top.links[top.at];
    top.at += 1;
    if (link === undefined) {
      settled.add(top.item);
      onTrail.delete(top.item);
      trail.pop();
      work.pop();
      continue;
    }
    const depth = onTrail.get(link.to);
    if (depth !== undefined) circles.push([...trail.slice(depth), link]);
    else if (!settled.has(link.to)) {
      onTrail.set(link.to, work.length);
      trail.push(link);
      work.push({ item: link.to, links: next.get(link.to) ?? [], at: 0 });
    }
  }
  return circles;
}

/** `items` are those round the circle, the first again at the end; the link is the first one's. */
export function refuseCycle({ from, reference }: Link, items: readonly Item[]): Refusal<CycleFacts> {
  const { key, path, on } = reference;
  return {
    rule: "ref/cycle",
    place: { file: from.file, path, on },
    entity: entityOf(from),
    field: key,
    facts: { key, kind: from.kind, ids: items.map((item) => item.key) },
  };
}
