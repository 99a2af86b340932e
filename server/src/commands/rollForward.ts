// `stratkit.server.rollForward`: next year's delivery plan from this year's.

import { type Decision, rollForward as makePlan } from "@stratkit/core";
import { asRecord } from "../client.ts";
import { applyChanges, type Command, getBench, getItem, refusal } from "./command.ts";

/**
 * `{uri?, year, plan?, id?, decisions?, undecided?}`; `decisions` holds `{carry: true, due?}` or `{drop: reason}` under
 * full names, and `undecided: "carry"` lets missed ones go on that nothing is decided on. Answers with the new plan's id
 * and address.
 */
export const rollForward: Command = async (argument, server) => {
  const { uri, year, plan: named, id, decisions, undecided } = asRecord(argument);
  const bench = await getBench(server.session, uri);
  const plan = named === undefined ? undefined : getItem(bench, named, "delivery-plan");
  if (plan !== undefined && plan.kind !== "delivery-plan") throw refusal(`"${plan.id}" is no delivery plan`);
  const result = makePlan(bench.lookup, {
    year: String(year ?? ""),
    ...(plan === undefined ? {} : { plan }),
    ...(typeof id === "string" ? { id } : {}),
    decisions: Object.fromEntries(Object.entries(asRecord(decisions)).flatMap(toDecision)),
    ...(undecided === "carry" ? { undecided } : {}),
  });
  if ("refused" in result) throw refusal(result.refused);
  const { createFile, next } = result;
  await applyChanges(server, bench, `Plan for ${next.year}`, { edits: [], createFiles: [createFile] });
  return { id: next.id, uri: bench.writing.uri(createFile.path) };
};

function toDecision([name, written]: [string, unknown]): [string, Decision][] {
  const { carry, due, drop } = asRecord(written);
  if (typeof drop === "string") return [[name, { drop }]];
  return carry === true ? [[name, { carry, ...(typeof due === "string" ? { due } : {}) }]] : [];
}
