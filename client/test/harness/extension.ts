// The extension under test, as another extension sees it.

import { extensions } from "vscode";
import type { Extension } from "../../src/activate.ts";

export const EXTENSION = "stratkit.stratkit-vscode";

/** Comes back when the server has read and checked everything for the first time. */
export async function startExtension(): Promise<Extension> {
  const extension = extensions.getExtension<Extension>(EXTENSION);
  if (extension === undefined) throw new Error(`${EXTENSION} is not installed`);
  const started = await extension.activate();
  await started.server.ready();
  return started;
}
