// What is only written otherwise: files whose words changed and whose meaning did not, things in another file, and the
// numbers that follow from another order.

import { childrenOf, documentOf } from "../link/model.ts";
import { CONFIG_FILE } from "../model/fileName.ts";
import type { Item } from "../model/items.ts";
import { isGoal } from "../trace/coverage.ts";
import type { Draft } from "./change.ts";
import { SETTINGS } from "./compareItems.ts";
import { type Comparing, differInNamesOnly } from "./comparing.ts";
import type { Side } from "./side.ts";

/** `told` is all that is reported otherwise. */
export function compareLayout(comparing: Comparing, told: readonly Draft[]): Draft[] {
  const { base, head, matching } = comparing;
  const touched = new Set(told.flatMap((draft) => filesOf(draft)));
  const drafts: Draft[] = [...movedItems(comparing), ...renumbered(comparing)];
  const numbered = new Set(drafts.flatMap(filesOf));
  for (const pair of matching.pairs) {
    if (pair.head.path.length > 0 || touched.has(pair.head.file) || touched.has(pair.base.file)) continue;
    const isInPlace = pair.base.file === pair.head.file;
    const [was, is] = [base.textOf(pair.base.file) ?? "", head.textOf(pair.head.file) ?? ""];
    if ((isInPlace && differInNamesOnly(comparing, was, is)) || numbered.has(pair.head.file)) continue;
    drafts.push({
      base: pair.base,
      head: pair.head,
      id: "layout-changed",
      ...(isInPlace ? {} : { old: pair.base.file, new: pair.head.file }),
      what: isInPlace ? "is written otherwise" : "stands in another file",
      why: "It says the same",
    });
  }
  return [...drafts, ...lostLibraries(comparing), ...settingsWords(comparing, told)];
}

function filesOf(draft: Draft): string[] {
  return [draft.base?.file, draft.head?.file, draft.at?.item.file, draft.measure?.file].filter(
    (file): file is string => file !== undefined,
  );
}

/** A library that came or went while its measures live on elsewhere. */
function lostLibraries({ matching }: Comparing): Draft[] {
  const say = (item: Item, which: "base" | "head"): Draft => ({
    id: "layout-changed",
    [which]: item,
    ...(which === "base" ? { old: item.title ?? item.id } : { new: item.title ?? item.id }),
    what: which === "base" ? "is gone as a file" : "is new as a file",
    why: "What it held is told of by itself",
  });
  const isFile = (item: Item) => item.kind === "measures" || item.kind === "actuals";
  return [
    ...matching.removed.filter(isFile).map((item) => say(item, "base")),
    ...matching.added.filter(isFile).map((item) => say(item, "head")),
  ];
}

/** Measures that stand in another document than before. */
function movedItems({ base: old, head: now, matching }: Comparing): Draft[] {
  return matching.pairs.flatMap((pair): Draft[] => {
    const { base, head } = pair;
    if (base.kind !== "measure") return [];
    const [was, is] = [documentOf(old.model, base), documentOf(now.model, head)];
    if (was === undefined || matching.headOf(was) === is) return [];
    return [
      {
        base,
        head,
        id: "layout-changed",
        old: base.file,
        new: head.file,
        what: "stands in another file",
        why: "It says the same",
      },
    ];
  });
}

/** Aims and objectives whose computed numbers changed with their order. */
function renumbered({ base, head, matching }: Comparing): Draft[] {
  return matching.pairs.flatMap((pair): Draft[] => {
    if (pair.head.kind !== "strategy") return [];
    const [before, after] = [numbersIn(base, pair.base), numbersIn(head, pair.head)];
    const others = [...before].flatMap(([item, number]) => {
      const now = matching.headOf(item);
      const is = now === undefined ? undefined : after.get(now);
      return is === undefined || is === number ? [] : [`${number} is now ${is}`];
    });
    // Something new or gone moves all that follows; that is its own change.
    if (others.length === 0 || before.size !== after.size) return [];
    return [
      {
        base: pair.base,
        head: pair.head,
        id: "layout-changed",
        what: "has its parts in another order",
        why: `It says the same; ${others.slice(0, 5).join(", ")}${others.length > 5 ? ` and ${others.length - 5} more` : ""}`,
      },
    ];
  });
}

function numbersIn(side: Side, strategy: Item): Map<Item, string> {
  const numbers = new Map<Item, string>();
  const number = (parent: Item, around: string) => {
    childrenOf(side.model, parent)
      .filter((child) => isGoal(child) && child.kind !== "capability" && !numbers.has(child))
      .forEach((child, at) => {
        const own = around === "" ? String(at + 1) : `${around}.${at + 1}`;
        numbers.set(child, own);
        number(child, own);
      });
  };
  number(strategy, "");
  return numbers;
}

function settingsWords({ base, head }: Comparing, told: readonly Draft[]): Draft[] {
  const isSame = base.settingsText === head.settingsText;
  if (isSame || told.some(({ about }) => about?.file === CONFIG_FILE)) return [];
  return [{ id: "layout-changed", about: SETTINGS, what: "are written otherwise", why: "They say the same" }];
}
