// `stratkit.server.waive`: lets a rule wait on one thing, with a reason and a last day.

import { waive as makeWaiver } from "@stratkit/core";
import { asRecord } from "../client.ts";
import { applyChanges, type Command, getBench, getItem, made } from "./command.ts";

/** `{uri?, kind?, item, rule, because, until, by?}`; `item` is a full name, with its `kind` where that is in doubt. */
export const waive: Command = async (argument, server) => {
  const { uri, kind, item, rule, because, until, by } = asRecord(argument);
  const bench = await getBench(server.session, uri);
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const changes = made(
    makeWaiver(bench.lookup, {
      item: getItem(bench, item, kind),
      rule: text(rule),
      because: text(because),
      until: text(until),
      ...(typeof by === "string" && by !== "" ? { by } : {}),
    }),
  );
  await applyChanges(server, bench, `Waive ${text(rule)}`, changes);
};
