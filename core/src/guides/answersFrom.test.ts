import assert from "node:assert/strict";
import type { GuidedCommand } from "../features/codeActions/action.ts";
import { codeActions } from "../features/codeActions.ts";
import { createLookup } from "../lookup/lookup.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { analyse } from "../workspace/analyse.ts";
import { findGuide } from "./all.ts";
import { answersFrom } from "./answersFrom.ts";
import { nextQuestion } from "./nextQuestion.ts";

describe("guided commands of code actions", () => {
  it("do not ask what they are called about", () => {
    const seen = new Set<GuidedCommand>();
    for (const name of ["minimal", "teaching", "kmpt"]) {
      const lookup = createLookup(analyse(exampleWorkspace(name), testEngine));
      const places = new Map(
        lookup.analysis.findings.map(({ file, span }) => [`${file} ${span.start}`, { file, span }]),
      );
      for (const { file, span } of places.values()) {
        for (const { title, guide: call } of codeActions(lookup, { path: file, range: span })) {
          if (call?.item === undefined) continue;
          const guide = findGuide(call.command);
          assert.ok(guide !== undefined, `${call.command} is a guided command`);
          const about = { ...call.item, ...(call.rule === undefined ? {} : { rule: call.rule }) };
          const given = answersFrom(guide, lookup, about);
          const next = nextQuestion(guide, lookup, {}, given);
          const what = `${title} on ${call.item.id} (${call.rule})`;
          assert.ok(Object.keys(given).length > 0, `${what} settles something`);
          assert.ok(!("step" in next && next.step in given), `${what} asks for it again`);
          seen.add(call.command);
        }
      }
    }
    assert.deepEqual([...seen].sort(), [
      "addToPlan",
      "linkEnablerStrategy",
      "linkMeasure",
      "moveMeasures",
      "newMeasure",
      "renameId",
      "retire",
      "sayWhenDone",
      "setTarget",
      "waive",
    ]);
  });
});
