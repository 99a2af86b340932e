// Runs the tests that need a real VS Code: the suites in its extension hosts, and the journeys through its window. Words
// behind the command choose among them: "node", "web", "journeys", or a part of a file's name.

import { findDesktop } from "./desktop.ts";
import { findJourneys, runJourneys } from "./journeys.ts";
import { prepareServer } from "./prepare.ts";
import { watchProcesses } from "./processes.ts";
import type { Outcome } from "./results.ts";
import { say } from "./say.ts";
import { runOnServer } from "./suite.ts";
import { findSuites } from "./suites.ts";

try {
  const outcomes = await runAll(process.argv.slice(2));
  process.exit(outcomes.every(({ failing }) => failing === 0) ? 0 : 1);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function runAll(names: readonly string[]): Promise<readonly Outcome[]> {
  const suites = findSuites(names);
  const journeys = findJourneys(names);
  if (suites.length + journeys.length === 0)
    throw new Error(`No test in VS Code is called ${names.join(" ")}`);
  const means = await prepareServer(watchProcesses());
  const desktop = suites.some(({ host }) => host === "node") ? await findDesktop(means) : undefined;
  const outcomes: Outcome[] = [];
  if (means.packing === "failed") outcomes.push({ passing: 0, failing: 1 });
  for (const { host, suite, title } of suites) {
    const runOn = host === "node" && desktop !== undefined ? desktop : runOnServer;
    process.stdout.write(`\n${title}\n`);
    outcomes.push(await runOn(suite, host, means));
  }
  if (journeys.length > 0) {
    process.stdout.write("\njourneys\n");
    outcomes.push(await runJourneys(journeys, means));
  }
  return outcomes;
}
