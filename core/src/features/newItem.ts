// Skeletons of new things: a file of a kind, or an item in the file where it belongs. Only what a thing must have is
// written; the rest is for the author.

import { insertKeys, type NewKey } from "../edit/insertKeys.ts";
import { quoteText } from "../edit/quote.ts";
import { titleToMap } from "../edit/titleToMap.ts";
import type { FileEdit } from "../findings/finding.ts";
import { itemsOf } from "../link/model.ts";
import { fittedTemplate } from "../lookup/fittedTemplate.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayIllFormed, sayTaken } from "../lookup/sayId.ts";
import { takenId } from "../lookup/takenId.ts";
import { type FileKind, isFileId, isItemId, parseFileName } from "../model/fileName.ts";
import { type Item, type ItemKind, kindWord, nameItemWithin } from "../model/items.ts";
import { slugOf } from "../schema/slug.ts";
import { smallestTemplate } from "../schema/templates.ts";
import { findNode } from "../syntax/tree.ts";

export type NewItemKind = Exclude<
  ItemKind,
  | "organisation"
  | "strategy"
  | "measures"
  | "enabler-strategy"
  | "delivery-plan"
  | "actuals"
  | "progress-report"
  | "scope"
>;

export interface NewRequest {
  readonly title?: string;
  /** Without it, one is made of the title. */
  readonly id?: string;
}

export interface NewFile {
  readonly id: string;
  readonly createFile: { readonly path: string; readonly text: string };
}

export interface NewItem {
  /** Its full name. */
  readonly id: string;
  readonly edits: readonly FileEdit[];
}

/** One sentence. */
export interface NotMade {
  readonly refused: string;
}

/** `lookup` is undefined where there is no workspace yet. Nothing that exists is overwritten. */
export function newFile(lookup: Lookup, kind: FileKind, request: NewRequest): NewFile | NotMade {
  const { analysis } = lookup;
  const id = request.id ?? slugOf(request.title ?? DEFAULT_IDS[kind], "file");
  if (id === undefined || !isFileId(id)) return { refused: sayIllFormed(id ?? request.title ?? "", "file") };
  const repeats = kind === "measures" || kind === "actuals";
  const taken = repeats ? undefined : takenId(lookup.model, kind, id);
  if (taken !== undefined) return { refused: sayTaken(lookup, id, taken) };
  const path = `${id}.${kind}.yaml`;
  if (analysis.workspace.files.has(path))
    return { refused: `The file ${path} exists already: choose another id` };
  const template = fittedTemplate(smallestTemplate(kind), {
    model: lookup.model,
    asOf: analysis.workspace.asOf,
  });
  return { id, createFile: { path, text: withTitle(template, request.title) } };
}

/** `within` is the thing that it is to stand in; it can be left out where there is only one. */
export function newItem(
  lookup: Lookup,
  kind: NewItemKind,
  request: NewRequest,
  within?: Item,
): NewItem | NotMade {
  const parent = within ?? onlyHome(lookup, kind);
  if (parent === undefined) return { refused: sayHomes(lookup, kind) };
  if (!HOMES[kind].includes(parent.kind)) {
    return {
      refused: `${capital(articled(kind))} cannot stand in ${nameItemWithin(parent)}: name ${sayKinds(HOMES[kind])}`,
    };
  }
  const title = request.title ?? `New ${kindWord(kind)}`;
  const chosen = request.id ?? slugOf(title, "item");
  if (chosen === undefined || !isItemId(chosen))
    return { refused: sayIllFormed(request.id ?? title, "item") };
  const full = (key: string) => fullName(kind, parent, key);
  const taken = takenId(lookup.model, kind, full(chosen));
  if (taken !== undefined && request.id !== undefined) return { refused: sayTaken(lookup, chosen, taken) };
  const key = freeId(chosen, (candidate) => takenId(lookup.model, kind, full(candidate)) !== undefined);
  const edits = insertion(lookup, kind, parent, key, title);
  return edits === undefined
    ? {
        refused: `${capital(nameItemWithin(parent))} has no place for ${articled(kind)} as it is written: add the key "${CONTAINERS[kind]}" to it first`,
      }
    : { id: full(key), edits };
}

const DEFAULT_IDS: Readonly<Record<FileKind, string>> = {
  organisation: "our-organisation",
  strategy: "our-strategy",
  measures: "our-measures",
  "enabler-strategy": "our-enabler-strategy",
  "delivery-plan": "our-plan",
  actuals: "our-values",
  "progress-report": "our-progress",
};

/** Where each kind may be defined, the most usual first. */
const HOMES: Readonly<Record<NewItemKind, readonly ItemKind[]>> = {
  aim: ["strategy"],
  objective: ["aim", "strategy", "enabler-strategy", "objective"],
  capability: ["strategy"],
  measure: [
    "measures",
    "objective",
    "aim",
    "capability",
    "strategy",
    "enabler-strategy",
    "action",
    "milestone",
    "priority",
  ],
  priority: ["delivery-plan"],
  action: ["priority", "enabler-strategy"],
  milestone: ["priority", "action"],
  team: ["organisation"],
  board: ["organisation"],
  partner: ["organisation"],
  policy: ["organisation"],
  place: ["organisation"],
};

const CONTAINERS: Readonly<Record<NewItemKind, string>> = {
  aim: "aims",
  objective: "objectives",
  capability: "capabilities",
  measure: "measures",
  priority: "priorities",
  action: "actions",
  milestone: "milestones",
  team: "teams",
  board: "boards",
  partner: "partners",
  policy: "policies",
  place: "places",
};

export const NEW_ITEM_KINDS = Object.keys(HOMES).filter((kind): kind is NewItemKind => kind in CONTAINERS);

/** The title is the template's own where none is given; a file that has none gets it first. */
function withTitle(template: string, title: string | undefined): string {
  if (title === undefined) return template;
  const line = `title: ${quoteText(title)}\n`;
  return /^title: .*\n/.test(template) ? template.replace(/^title: .*\n/, () => line) : line + template;
}

/** The one thing of the first kind of home that there is any of. */
function onlyHome(lookup: Lookup, kind: NewItemKind): Item | undefined {
  const homes = homesOf(lookup, kind);
  return homes.length === 1 ? homes[0] : undefined;
}

function homesOf(lookup: Lookup, kind: NewItemKind): readonly Item[] {
  for (const home of HOMES[kind]) {
    const items = itemsOf(lookup.model, home).filter((item) => item.retired === undefined);
    if (items.length > 0) return items;
  }
  return [];
}

const MOST_NAMED = 5;

function sayHomes(lookup: Lookup, kind: NewItemKind): string {
  const homes = homesOf(lookup, kind).map(({ id }) => id);
  if (homes.length === 0)
    return `${capital(articled(kind))} needs ${sayKinds(HOMES[kind])} to stand in, and there is none yet: make that first`;
  const more = homes.length - MOST_NAMED;
  const named = homes.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return `${capital(articled(kind))} can stand in several things (${named}): say in which`;
}

function sayKinds(kinds: readonly ItemKind[]): string {
  const words = kinds.slice(0, 3).map(articled);
  return words.length === 1 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function articled(kind: ItemKind): string {
  const word = kindWord(kind);
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fullName(kind: NewItemKind, parent: Item, key: string): string {
  if (kind === "aim" || kind === "objective" || kind === "capability") return `${parent.document}/${key}`;
  if (kind === "priority" || kind === "action" || kind === "milestone") return `${parent.id}/${key}`;
  return key;
}

function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let number = 2; isTaken(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

function insertion(
  lookup: Lookup,
  kind: NewItemKind,
  parent: Item,
  key: string,
  title: string,
): FileEdit[] | undefined {
  const source = lookup.sourceOf(parent.file);
  if (source === undefined || parseFileName(parent.file)?.format !== "yaml") return undefined;
  const container = CONTAINERS[kind];
  const node = findNode(source.root, parent.path);
  const held = findNode(node, [container]);
  const inBraces = held?.kind === "map" ? held.flow : node?.kind === "map" && node.flow;
  const text = quoteText(title, inBraces || node?.kind === "scalar" ? "brackets" : "block");
  const entry: NewKey = { key, value: isParty(kind) ? text : [{ key: "title", value: text }] };
  const isEmpty =
    node?.kind === "map" && node.entries.some((one) => one.key.text === container && one.value === undefined);
  const edit =
    node?.kind === "scalar"
      ? titleToMap(source, parent.path, [{ key: container, value: `{${key}: {title: ${text}}}` }])
      : held !== undefined || isEmpty
        ? insertKeys(source, [...parent.path, container], [entry])
        : insertKeys(source, parent.path, [{ key: container, value: [entry] }]);
  return edit === undefined ? undefined : [{ file: parent.file, ...edit }];
}

/** A name is all that such a thing needs, so its title stands alone. */
function isParty(kind: NewItemKind): boolean {
  return HOMES[kind][0] === "organisation";
}
