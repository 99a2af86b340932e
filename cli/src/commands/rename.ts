// stratkit rename: another id for a thing, everywhere at once.

import { existsSync, readFileSync } from "node:fs";
import {
  applyEdits,
  createLookup,
  decodeBytes,
  type FileEdit,
  type Item,
  kindWord,
  nameItem,
  RECORD_FILES,
  type RecordFile,
  rename as renameItem,
} from "@stratkit/core";
import type { FileChange } from "../changeFiles.ts";
import { deliver, type WritingFlags } from "../deliver.ts";
import { findItem } from "../findItem.ts";
import { JobError, usageError } from "../jobError.ts";
import { openSession, type Session } from "../session.ts";
import { readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export function rename(old: string, newName: string, flags: WritingFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const session = openSession({ paths: [] }, settings, shell);
  const { analysis } = session;
  const item = findItem(analysis.model.items, old);
  const prefix = item.id.slice(0, item.id.length - item.key.length);
  // A new full name is understood as long as only its last part is new.
  const newId = prefix !== "" && newName.startsWith(prefix) ? newName.slice(prefix.length) : newName;
  const records = readRecords(session);
  const result = renameItem(createLookup(analysis), item, newId, { records });
  if ("refused" in result) throw usageError(result.refused);
  const edits = [...result.edits, ...result.formerly];
  const changes = changesOf(session, records, edits, result.renameFile);
  const facts = {
    item: { kind: item.kind, id: item.id },
    newId: prefix + newId,
    places: result.edits.length,
  };
  const says = sayRenamed(item, newId, result.edits.length, changes.length, result.formerly.length > 0);
  return deliver({ command: "rename", changes, says, facts }, flags, settings, shell);
}

function readRecords({ loaded }: Session): RecordFile[] {
  return RECORD_FILES.flatMap((path) => {
    const full = `${loaded.root}/${path}`;
    return existsSync(full) ? [{ path, text: decodeBytes(readFileSync(full)).text }] : [];
  });
}

function changesOf(
  { loaded, analysis }: Session,
  records: readonly RecordFile[],
  edits: readonly FileEdit[],
  move: { readonly from: string; readonly to: string } | undefined,
): FileChange[] {
  const paths = new Set([...edits.map(({ file }) => file), ...(move === undefined ? [] : [move.from])]);
  return [...paths].sort().map((path) => {
    const file = analysis.workspace.files.get(path);
    if (file !== undefined && file.encoding !== "utf-8") {
      throw new JobError("not-written", `${path} is not kept in UTF-8: save it as UTF-8 first`);
    }
    const before = file?.text ?? records.find((record) => record.path === path)?.text ?? "";
    const after = applyEdits(
      before,
      edits.filter((edit) => edit.file === path),
    );
    const isConfig = path === "stratkit.config.yaml" && loaded.config !== undefined;
    const full = isConfig ? loaded.config : `${loaded.root}/${path}`;
    return {
      path: full,
      before,
      after,
      ...(move?.from === path ? { newPath: `${loaded.root}/${move.to}` } : {}),
    };
  });
}

function sayRenamed(item: Item, newId: string, places: number, files: number, isKept: boolean): string[] {
  if (files === 0) return [`${nameItem(item)} has the id ${newId} already, so nothing is changed`];
  const counted = `${places === 1 ? "1 place" : `${places} places`} in ${files === 1 ? "1 file" : `${files} files`}`;
  const kept = isKept ? [`The old id is kept under "formerly", so that links to it are still followed`] : [];
  return [
    `${nameItem(item)}: the ${kindWord(item.kind)}'s id is now ${newId} instead of ${item.key} (${counted})`,
    ...kept,
  ];
}
