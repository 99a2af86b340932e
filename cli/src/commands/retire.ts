// stratkit retire: says of a thing that it ended, why and when.

import {
  applyEdits,
  createLookup,
  type Item,
  nameItem,
  referrersOf,
  retire as retireItem,
} from "@stratkit/core";
import { deliver, type WritingFlags } from "../deliver.ts";
import { findItem } from "../findItem.ts";
import { JobError, usageError } from "../jobError.ts";
import { relativePath } from "../paths.ts";
import { openSession } from "../session.ts";
import { readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export interface RetireFlags extends WritingFlags {
  readonly because?: string;
  readonly on?: string;
  readonly replacedBy?: string;
}

export function retire(id: string, flags: RetireFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const { because, on } = flags;
  if (because === undefined) throw usageError(`Say why it ended: stratkit retire ${id} --because "..."`);
  const { analysis, loaded } = openSession({ paths: [] }, settings, shell);
  const { items } = analysis.model;
  const item = findItem(items, id);
  const replacedBy = flags.replacedBy === undefined ? undefined : findItem(items, flags.replacedBy);
  const result = retireItem(createLookup(analysis), item, {
    because,
    ...(on === undefined ? {} : { on }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  });
  if ("refused" in result) throw usageError(result.refused);
  const file = analysis.workspace.files.get(item.file);
  if (file === undefined || file.encoding !== "utf-8")
    throw new JobError("not-written", `${item.file} is not kept in UTF-8: save it as UTF-8 first`);
  const path = `${loaded.root}/${item.file}`;
  const changes = [{ path, before: file.text, after: applyEdits(file.text, result.edits) }];
  const says = [
    `${nameItem(item)} has ended; its id stays and is not used again (${relativePath(settings.cwd, path)})`,
    ...(replacedBy === undefined ? [] : [`${nameItem(replacedBy)} takes its place`]),
    ...sayReferrers(referrersOf(analysis.model, item)),
  ];
  const facts = {
    item: { kind: item.kind, id: item.id },
    ...(replacedBy === undefined ? {} : { replacedBy: { kind: replacedBy.kind, id: replacedBy.id } }),
  };
  return deliver({ command: "retire", changes, says, facts }, flags, settings, shell);
}

const MOST_NAMED = 5;

function sayReferrers(from: readonly Item[]): string[] {
  const ids = [...new Set(from.filter(({ retired }) => retired === undefined).map(({ id }) => id))];
  if (ids.length === 0) return [];
  const more = ids.length - MOST_NAMED;
  return [
    `Still referred to by ${ids.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  ];
}
