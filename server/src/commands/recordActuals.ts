// `stratkit.server.recordActuals`: values of one period, each into the file where its measure's values stand.

import { type GivenValue, recordActuals as makeRecords } from "@stratkit/core";
import { asRecord } from "../client.ts";
import { applyChanges, type Command, getBench, refusal } from "./command.ts";

/**
 * `{uri?, period, values: [{measure, value?, numerator?, denominator?, of?, status?, met?, note?}], in?, standing?}`;
 * `standing: "replace"` puts them in place of what is recorded already. Answers with the addresses of the files.
 */
export const recordActuals: Command = async (argument, server) => {
  const { uri, period, values, in: file, standing } = asRecord(argument);
  const bench = await getBench(server.session, uri);
  const result = makeRecords(bench.lookup, {
    period: String(period ?? ""),
    values: (Array.isArray(values) ? values : []).map(toValue),
    ...(typeof file === "string" ? { in: file } : {}),
    ...(standing === "replace" ? { standing } : {}),
  });
  if ("refused" in result) throw refusal(result.refused);
  const { edits, createFile, files } = result;
  await applyChanges(server, bench, `Record ${String(period)}`, {
    edits,
    ...(createFile === undefined ? {} : { createFiles: [createFile] }),
  });
  return { files: files.map((path) => bench.writing.uri(path)) };
};

const KEYS = ["value", "numerator", "denominator", "of", "status", "met", "note"] as const;

/** Figures may come as numbers. */
function toValue(written: unknown): GivenValue {
  const given = asRecord(written);
  const said = KEYS.flatMap((key) => {
    const text = given[key];
    return typeof text === "string" || typeof text === "number" ? [[key, String(text)]] : [];
  });
  return { measure: String(given.measure ?? ""), ...Object.fromEntries(said) };
}
