import assert from "node:assert/strict";
import { asked, checkGuide, lookupOf } from "../testing/checkGuide.ts";
import { runGuide } from "./nextQuestion.ts";
import { openPlace } from "./openPlace.ts";
import { renameId } from "./renameId.ts";

const STRATEGY = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, measures: [waits]} # first
`;
const LIBRARY = "#- care.measures.yaml\nmeasures:\n  waits: {title: Waits}\n  falls: Falls\n";
const DIGITAL = "#- digital.enabler-strategy.yaml\ntitle: Digital\nstrategy: trust\nsupports: [access]\n";

describe("Rename Id", () => {
  it("puts the new id in everywhere, and keeps the old one", () => {
    checkGuide(
      renameId,
      STRATEGY + LIBRARY + DIGITAL,
      { answers: ["measure:waits", "waiting"] },
      `${LIBRARY.replace("waits: {title: Waits}", "waiting: {title: Waits, formerly: [waits]}")}${STRATEGY.replace("[waits]", "[waiting]")}`,
    );
  });

  it("renames the file of what a file describes, and goes on there", () => {
    const lookup = lookupOf(STRATEGY + LIBRARY + DIGITAL);
    const made = runGuide(renameId, lookup, { item: "document:digital", id: "it" });
    assert.ok(!("refused" in made));
    assert.deepEqual(made.renameFile, {
      from: "digital.enabler-strategy.yaml",
      to: "it.enabler-strategy.yaml",
    });
    const place = openPlace(lookup, made);
    assert.equal(place?.source.path, "it.enabler-strategy.yaml");
    assert.equal(place?.source.text.slice(0, place.offset), "title: Digital");
  });

  it("shows the id that is there, and refuses ones that are taken or no ids", () => {
    const text = (...answers: readonly string[]) =>
      asked(renameId, STRATEGY + LIBRARY, { answers: ["measure:waits", ...answers] });
    assert.match(text(), /^2\/2 id: .*\n.*\n {2}= waits$/);
    assert.match(text("waits"), /refused: That is its id already: write another$/);
    assert.match(text("falls"), /refused: "falls" is already the id of measure "Falls" /);
    assert.match(text("Long Waits"), /refused: "Long Waits" is not an id: .* such as long-waits$/);
  });

  it("knows what it is called about", () => {
    const about = { kind: "measure", id: "falls" };
    assert.match(asked(renameId, STRATEGY + LIBRARY, { about }), /^1\/1 id: .*\n.*\n {2}= falls$/);
  });
});
