// How things of a strategy are named in every drawing: the title as something to click, the kind in the author's own
// word, who leads it, and that it ended.

import { parentOf, type StrategyModel } from "../../link/model.ts";
import { type Fact, fact } from "../../lookup/blocks.ts";
import { nameOfParty, upperFirst } from "../../lookup/card.ts";
import { type Item, type ItemKind, kindWord, kindWords } from "../../model/items.ts";
import { findValue, scalarText } from "../../syntax/tree.ts";
import { cutText } from "../../text/cut.ts";
import { localWord } from "../../trace/localWord.ts";
import type { Canvas } from "./canvas.ts";
import { type Html, html, said } from "./html.ts";
import { badge, type Shape } from "./shapes.ts";

/** Longer titles are whole where the thing itself is drawn, and cut where it is only mentioned. */
const MOST_IN_MENTIONS = 120;
const MOST_IN_TEXTS = 600;

/** The thing itself. */
export function nameOf(canvas: Canvas, item: Item): Html {
  return html`<a class="sk-name" data-target="${canvas.target(item)}">${said(titleOf(item))}</a>`;
}

/** The thing beside another one. */
export function mentionOf(canvas: Canvas, item: Item): Html {
  return html`<a class="sk-name" data-target="${canvas.target(item)}">${said(cutText(titleOf(item), MOST_IN_MENTIONS))}</a>`;
}

export function titleOf(item: Item): string {
  return item.title ?? item.id;
}

/** "Commitment": the kind, or the author's word for it. */
export function kindOf(item: Item, model: StrategyModel): Html {
  return said(upperFirst(localWord(item, model)));
}

/** Heads a list of one kind: "Capabilities", or the strategy's own word as it stands, because nobody told us its plural. */
export function headOf(strategy: Item | undefined, kind: ItemKind, count: "one" | "many"): Html {
  const own = strategy?.kind === "strategy" ? strategy.called[kind] : undefined;
  return said(upperFirst(own ?? (count === "one" ? kindWord(kind) : kindWords(kind))));
}

/** Who answers for it: written on it, or on what it stands in. Measures have nobody's but their own. */
export function peopleOf(item: Item, model: StrategyModel): Fact[] {
  return (["owner", "lead"] as const).flatMap((key) => {
    const holder = holderOf(item, key, model);
    const written = holder?.[key];
    if (holder === undefined || written === undefined) return [];
    return fact(upperFirst(key), nameOfParty(holder, written.text, key, model));
  });
}

function holderOf(item: Item, key: "owner" | "lead", model: StrategyModel): Item | undefined {
  let holder: Item | undefined = item;
  while (holder !== undefined && holder[key] === undefined) {
    if (holder.kind === "measure") return undefined;
    holder = parentOf(model, holder);
  }
  return holder;
}

/** Those that the item itself names; what comes from above stands there. */
export function ownPeopleOf(item: Item, model: StrategyModel): Fact[] {
  return item.owner === undefined && item.lead === undefined
    ? []
    : peopleOf(item, model).filter(({ label }) => item[label === "Owner" ? "owner" : "lead"] !== undefined);
}

export function sayPeople(people: readonly Fact[]): Html[] {
  return people.map(({ label, text }) => html`<span class="sk-who">${label}: ${said(text)}</span>`);
}

/** Nothing for what is still in use. */
export function sayEnd(item: Item): Html | undefined {
  if (item.retired === undefined) return undefined;
  const { on, because, replacedBy } = item.retired;
  const end = badge("ended", on === undefined ? "ended" : `ended on ${on}`);
  const reason = because === undefined ? undefined : html`<span class="sk-note">${said(because)}</span>`;
  const next =
    replacedBy === undefined ? undefined : html`<span class="sk-note">replaced by ${said(replacedBy)}</span>`;
  return html`${end}${reason}${next}`;
}

/** One of an item's texts as a paragraph; undefined where there is none. */
export function proseOf(canvas: Canvas, item: Item, key: string): Html | undefined {
  return textsOf(canvas, item, key)[0];
}

/** The texts under a key that takes one or a list. */
export function textsOf({ lookup }: Canvas, item: Item, key: string): Html[] {
  const source = lookup.sourceOfItem(item);
  if (source === undefined) return [];
  const node = findValue(lookup.locate(source, item.path)?.node, key);
  const texts = node?.kind === "list" ? node.items.map(scalarText) : [scalarText(node)];
  return texts
    .flatMap((text) => text?.replace(/\s+/g, " ").trim() || [])
    .map((text) => said(cutText(text, MOST_IN_TEXTS)));
}

/** An empty place with a word: what is missing is drawn, not left out. */
export function gap(word: Html | string, tone: Shape = "unmeasured"): Html {
  return html`<span class="sk-gap sk-tone-${tone}">${word}</span>`;
}

export type Level = 2 | 3 | 4 | 5 | 6;

/** A heading, so that those who listen can go from one to the next; the deepest is the sixth. */
export function heading(level: Level, content: Html | string, name = "sk-title"): Html {
  const open = { markup: `h${level}` };
  return html`<${open} class="${name}">${content}</${open}>`;
}

/** What every drawing begins with: what it is, of what, and a few facts. */
export function drawingHead(level: Level, title: string, of: Html, facts: Html): Html {
  return html`<header class="sk-box sk-strategy">${heading(level, html`${title} <span class="sk-of">${of}</span>`)}${facts}</header>`;
}

export function below(level: Level): Level {
  switch (level) {
    case 2:
      return 3;
    case 3:
      return 4;
    case 4:
      return 5;
    default:
      return 6;
  }
}
