// Which other machines the window wanted, with the pages of ours that it shows.

import { askRunner } from "./runner.ts";

/** The gallery of extensions, which the editor itself looks at whenever it likes. */
const EDITORS_OWN = /(^|\.)open-vsx\.org(:443)?$/;

/** In the order in which they were wanted, without what the editor looks at for itself. */
export async function triedHosts(): Promise<readonly string[]> {
  const hosts: readonly string[] = await askRunner("triedHosts", {});
  return hosts.filter((host) => !EDITORS_OWN.test(host));
}
