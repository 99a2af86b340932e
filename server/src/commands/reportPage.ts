// `stratkit.server.reportPage`: the page that `stratkit report` makes, for the client to save.

import { findPlan, findStrategy, renderReportPage } from "@stratkit/core";
import { asRecord } from "../client.ts";
import { type Command, getBench, refusal } from "./command.ts";

/** `{uri?, strategy?, year?}`; answers `{page}`. */
export const reportPage: Command = async (argument, { session }) => {
  const { uri, strategy: id, year } = asRecord(argument);
  const { lookup } = await getBench(session, uri);
  const strategy = findStrategy(lookup, typeof id === "string" ? id : undefined);
  if (strategy === undefined)
    throw refusal(`There is no strategy${typeof id === "string" ? ` "${id}"` : ""} here`);
  const plan = findPlan(lookup, strategy, typeof year === "string" ? year : undefined);
  if (plan === undefined && typeof year === "string")
    throw refusal(`${strategy.id} has no delivery plan "${year}"`);
  return { page: renderReportPage(lookup, strategy, plan) };
};
