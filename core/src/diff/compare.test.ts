import assert from "node:assert/strict";
import { checkChanges } from "../testing/checkChanges.ts";
import type { Edit } from "../testing/mutations/mutation.ts";
import { SAMPLE } from "../testing/mutations/sample.ts";
import { MUTATIONS } from "../testing/mutations.ts";
import { changeKinds } from "./catalogue.ts";

describe("changes", () => {
  const found = new Set<string>();
  for (const { name, before = [], edits, changes } of MUTATIONS)
    it(name, () => {
      const base = edited(SAMPLE, before);
      const head = edited(base, edits);
      checkChanges(base, head, changes);
      for (const change of changes) found.add(change.split(" ")[1] ?? "");
    });

  it("covers every change that there is, or its mirror", () => {
    const missing = changeKinds().filter(
      ({ id, mirror }) => !found.has(id) && !(mirror !== undefined && found.has(mirror)),
    );
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
  });
});

/** Edits of the files in a fixture. */
function edited(fixture: string, edits: readonly Edit[]): string {
  return edits.reduce((text, [path, from, to]) => {
    if (from === "" && to !== undefined) return `${text}#- ${path}\n${to}`;
    const parts = text.split(/^(?=#- )/m);
    const at = parts.findIndex((part) => part.startsWith(`#- ${path}\n`));
    const part = parts[at];
    assert.ok(part !== undefined, `${path} is not in the sample`);
    if (to === undefined) return parts.filter((one) => one !== part).join("");
    assert.equal(part.split(from).length, 2, `"${from}" stands once in ${path}`);
    return parts.map((one) => (one === part ? one.replace(from, () => to) : one)).join("");
  }, fixture);
}
