// `stratkit.server.retire`: says that a thing ended, why and when, and what takes its place.

import { retire as makeEnd } from "@stratkit/core";
import { asRecord } from "../client.ts";
import { applyChanges, type Command, getBench, getItem, made } from "./command.ts";

/** `{uri?, kind?, item, because, on?, replacedBy?}`; `item` and `replacedBy` are full names, of the `kind` where that is in doubt. */
export const retire: Command = async (argument, server) => {
  const { uri, kind, item, because, on, replacedBy } = asRecord(argument);
  const bench = await getBench(server.session, uri);
  const ended = getItem(bench, item, kind);
  const changes = made(
    makeEnd(bench.lookup, ended, {
      because: typeof because === "string" ? because : "",
      ...(typeof on === "string" ? { on } : {}),
      ...(replacedBy === undefined ? {} : { replacedBy: getItem(bench, replacedBy, kind) }),
    }),
  );
  await applyChanges(server, bench, `Retire ${ended.id}`, changes);
};
