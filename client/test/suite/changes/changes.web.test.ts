// The view "Changes" in a browser, where git cannot be run: it says so.

import assert from "node:assert/strict";
import { commands } from "vscode";
import { startExtension } from "../../harness/extension.ts";
import { waitFor } from "../../harness/waitFor.ts";

it("the view Changes says in a browser that git cannot be asked there", async () => {
  const { list, view } = (await startExtension()).views.changes;
  await commands.executeCommand("stratkit.changes.focus");
  await waitFor("the view to be seen", () => view.visible);
  const refusal = await waitFor("an answer", () => {
    const [result] = list.results;
    return result !== undefined && "refused" in result && result;
  });
  assert.equal(refusal.cause, "no-git");
  assert.deepEqual(await list.getChildren(), []);
});
