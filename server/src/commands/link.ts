// `stratkit.server.link`: measures onto what they show, objectives into what supports or delivers them.

import { LINK_KEYS, link as makeLink } from "@stratkit/core";
import { asRecord } from "../client.ts";
import { applyChanges, type Command, getBench, getItem, made, refusal } from "./command.ts";

/** `{uri?, from, key, to}`: full names; `key` is that of the file, `to` one or several. */
export const link: Command = async (argument, server) => {
  const { uri, from, key: written, to } = asRecord(argument);
  const bench = await getBench(server.session, uri);
  const key = LINK_KEYS.find((known) => known === written);
  if (key === undefined)
    throw refusal(`"${String(written)}" holds no such links: name ${LINK_KEYS.join(", ")}`);
  const ids: readonly unknown[] = Array.isArray(to) ? to : [to];
  const changes = made(
    makeLink(bench.lookup, {
      from: getItem(bench, from),
      key,
      to: ids.map((id) => getItem(bench, id)),
    }),
  );
  await applyChanges(server, bench, "Link", changes);
};
