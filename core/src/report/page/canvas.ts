// What a drawing is made with: where its facts come from, what it leaves out, and a list of what was drawn, so that a
// click on a shape finds the text behind it.

import type { Lookup } from "../../lookup/lookup.ts";
import type { Item } from "../../model/items.ts";
import type { Html } from "./html.ts";

/** A finished drawing. */
export interface Drawing {
  readonly html: Html;
  /** What each `data-target` of it means. */
  readonly targets: ReadonlyMap<string, Item>;
}

export interface Canvas {
  readonly lookup: Lookup;
  /** False for what a view that shows a part leaves out. */
  shows(item: Item): boolean;
  /** The name by which a click finds the item, `objective:kmpt-2020/embed-qi`; notes that it was drawn. */
  target(item: Item): string;
}

/** `within` are the items that may be drawn; without it all. */
export function draw(lookup: Lookup, make: (canvas: Canvas) => Html, within?: ReadonlySet<Item>): Drawing {
  const targets = new Map<string, Item>();
  const html = make({
    lookup,
    shows: (item) => within === undefined || within.has(item),
    target(item) {
      const name = `${item.kind}:${item.id}`;
      targets.set(name, item);
      return name;
    },
  });
  return { html, targets };
}
