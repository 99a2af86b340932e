import assert from "node:assert/strict";
import { lookupOf } from "../testing/checkGuide.ts";
import { nearestFirst } from "./nearestFirst.ts";
import { newObjective } from "./newObjective.ts";
import { nextQuestion } from "./nextQuestion.ts";

const lookup = lookupOf(`
#- first.strategy.yaml
title: First
period: 2023/24 to 2025/26
aims: {care: {title: Care}}
#- second.strategy.yaml
title: Second
period: 2026/27 to 2028/29
aims: {care: {title: Care}}
#- digital.enabler-strategy.yaml
title: Digital
strategy: second
supports: [second/care]
#- shared.measures.yaml
measures: {waits: {title: Waits}}
`);

function strategiesFrom(path: string): readonly string[] {
  const next = nearestFirst(nextQuestion(newObjective, lookup, {}), lookup, path);
  return "question" in next && next.question.kind === "choose"
    ? next.question.choices.map(({ id }) => id)
    : [];
}

describe("the choices of a guided command", () => {
  it("begin with the strategy that is looked at, or that the file belongs to", () => {
    assert.deepEqual(strategiesFrom("first.strategy.yaml"), ["first", "second"]);
    assert.deepEqual(strategiesFrom("second.strategy.yaml"), ["second", "first"]);
    assert.deepEqual(strategiesFrom("digital.enabler-strategy.yaml"), ["second", "first"]);
  });

  it("keep their order where the file says nothing", () => {
    assert.deepEqual(strategiesFrom("shared.measures.yaml"), ["first", "second"]);
    assert.deepEqual(strategiesFrom("stratkit.config.yaml"), ["first", "second"]);
  });
});
