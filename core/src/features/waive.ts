// Waives a rule on one thing, with a reason and a last day; a waiver that is there already is renewed.

import { addEntry, addKeys } from "../edit/addKeys.ts";
import { type Field, newKeys, surroundingsAt } from "../edit/fields.ts";
import { insertKeys } from "../edit/insertKeys.ts";
import { isWrittenThere } from "../edit/isWrittenThere.ts";
import { setText } from "../edit/setText.ts";
import type { FileEdit, NodePath } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayNoRoom, writableSource } from "../lookup/writable.ts";
import { formatDay, parseDay } from "../model/day.ts";
import type { Item } from "../model/items.ts";
import { canBeWaived } from "../rules/rule.ts";
import { findEntry, findNode, type SourceFile } from "../syntax/tree.ts";
import type { TextEdit } from "../text/edits.ts";

export interface WaiveRequest {
  readonly item: Item;
  readonly rule: string;
  readonly because: string;
  /** `2027-03-31`. */
  readonly until: string;
  /** Who agreed: the id of a team, board or partner, or a role. */
  readonly by?: string;
}

export function waive(
  lookup: Lookup,
  request: WaiveRequest,
): { readonly edits: readonly FileEdit[] } | Refused {
  const { item, rule, because, until, by } = request;
  const refused =
    refuseRule(lookup, rule) ??
    (because.trim() === "" ? `A waiver needs a reason: say why ${rule} is to wait` : undefined) ??
    refuseUntil(lookup, until);
  if (refused !== undefined) return { refused };
  const source = writableSource(lookup, item);
  if ("refused" in source) return source;
  const fields = [
    { key: "because", value: because.trim() },
    { key: "until", value: until },
    ...(by === undefined ? [] : [{ key: "by", value: by }]),
  ];
  const edits = writeWaiver(source, item.path, rule, fields);
  return edits === undefined
    ? { refused: sayNoRoom(item, "waive") }
    : { edits: edits.map((edit) => ({ file: item.file, ...edit })) };
}

export function refuseRule({ analysis }: Lookup, id: string): string | undefined {
  const rule = analysis.engine.rules.byId.get(id);
  if (rule === undefined) return `"${id}" is not a rule: name one that a finding shows`;
  return canBeWaived(rule) ? undefined : `${id} cannot be waived: repair what it found`;
}

/** Why a last day will not do. */
export function refuseUntil({ analysis }: Lookup, until: string): string | undefined {
  const { asOf } = analysis.workspace;
  const day = parseDay(until);
  if (day === undefined)
    return `"${until}" is not a date: write year, month and day, such as ${formatDay(asOf)}`;
  return day < asOf ? `${until} is over already: name a day to come` : undefined;
}

type TextField = Field & { readonly value: string };

function writeWaiver(
  source: SourceFile,
  path: NodePath,
  rule: string,
  fields: readonly TextField[],
): readonly TextEdit[] | undefined {
  const at = [...path, "waive"];
  const waivers = findNode(source.root, at);
  const known = findEntry(waivers, rule);
  const keys = newKeys(fields, surroundingsAt(source, waivers === undefined ? path : at));
  if (known === undefined) return some(addEntry(source, path, "waive", { key: rule, value: keys }));
  if (!isWrittenThere(source, at)) return undefined;
  return known.value === undefined
    ? some(insertKeys(source, [...at, rule], keys))
    : renew(source, [...at, rule], fields);
}

/** What stands there is replaced where it stands, and the rest is added at once. */
function renew(
  source: SourceFile,
  path: NodePath,
  fields: readonly TextField[],
): readonly TextEdit[] | undefined {
  const node = findNode(source.root, path);
  const isThere = ({ key }: TextField) => findEntry(node, key) !== undefined;
  const added = fields.filter((field) => !isThere(field));
  const edits = [
    ...fields.filter(isThere).map(({ key, value }) => setText(source, path, key, value)),
    ...(added.length === 0 ? [] : [addKeys(source, path, newKeys(added, surroundingsAt(source, path)))]),
  ];
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length ? made : undefined;
}

function some(edit: TextEdit | undefined): readonly TextEdit[] | undefined {
  return edit === undefined ? undefined : [edit];
}
