// `stratkit.server.new`: a skeleton of a file or of a thing.

import { FILE_KINDS, NEW_ITEM_KINDS, newFile, newItem } from "@stratkit/core";
import { asRecord } from "../client.ts";
import { applyChanges, type Command, getBench, made, refusal } from "./command.ts";

/** `{uri, kind, title?, id?, in?}`; `in` is the full name of what the new thing is to stand in. */
export const newThing: Command = async (argument, server) => {
  const { uri, kind, title, id, in: within } = asRecord(argument);
  const bench = await getBench(server.session, uri);
  const request = {
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof id === "string" ? { id } : {}),
  };
  const label = `New ${String(kind)}`;
  const fileKind = FILE_KINDS.find((known) => known === kind);
  if (fileKind !== undefined) {
    const { id: own, createFile } = made(newFile(bench.lookup, fileKind, request));
    await applyChanges(server, bench, label, { edits: [], createFiles: [createFile] });
    return { id: own };
  }
  const itemKind = NEW_ITEM_KINDS.find((known) => known === kind);
  if (itemKind === undefined) throw refusal(`"${String(kind)}" is not a kind of file or thing`);
  const parent = bench.lookup.analysis.model.items.find((item) => item.id === within);
  const { id: own, edits } = made(newItem(bench.lookup, itemKind, request, parent));
  await applyChanges(server, bench, label, { edits });
  return { id: own };
};
