// What VS Code loads as the tests: runs Mocha inside the extension host, and reports each result to the runner outside.

import "./setUpMocha.ts";
import "suites";
import { reportResults } from "./reportResults.ts";
import { tellRunner } from "./runner.ts";

/** Comes back when all tests ran. Throws where some failed, which VS Code shows too. */
export async function run(): Promise<void> {
  const failures = await new Promise<number>((resolve) => {
    // Not mocha.run, which looks for its options in the address of a page.
    reportResults(Mocha.prototype.run.call(mocha, resolve));
  });
  await tellRunner({ kind: "end", failures });
  if (failures > 0) throw new Error(`${failures} failing`);
}
