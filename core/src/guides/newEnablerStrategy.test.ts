import assert from "node:assert/strict";
import { asked, checkGuide, lookupOf, makeGuide } from "../testing/checkGuide.ts";
import { newEnablerStrategy } from "./newEnablerStrategy.ts";
import { openPlace } from "./openPlace.ts";

const STRATEGY = `#- strategy/trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives: {access: {title: Access, done-when: Open}, flow: {title: Flow, done-when: Flows}}
`;

describe("New Enabler Strategy", () => {
  it("makes a file beside the strategy", () => {
    checkGuide(
      newEnablerStrategy,
      STRATEGY,
      { answers: ["Digital: one record", "digital", ["trust/access", "trust/flow"]] },
      `#- strategy/digital.enabler-strategy.yaml
title: "Digital: one record"
strategy: trust
supports: [access, flow]
`,
    );
  });

  it("goes on where the objectives are to come, if they come later", () => {
    const lookup = lookupOf(STRATEGY);
    const place = openPlace(
      lookup,
      makeGuide(newEnablerStrategy, lookup, { answers: ["Digital", "digital", []] }),
    );
    assert.equal(place?.source.text.slice(0, place.offset), "title: Digital\nstrategy: trust\nsupports: [");
  });

  it("proposes an id that is free, and refuses one that is taken", () => {
    const asks = asked(newEnablerStrategy, STRATEGY, { answers: ["Trust"] });
    assert.match(asks, / {2}= trust-2$/);
    assert.match(
      asked(newEnablerStrategy, STRATEGY, { answers: ["Trust", "trust"] }),
      /refused: "trust" is already the id of strategy "Ours" \(strategy\/trust.strategy.yaml, line 1\): /,
    );
    assert.match(
      asked(newEnablerStrategy, STRATEGY, { answers: ["Trust", "The Trust"] }),
      /refused: "The Trust" is not an id: use lower-case words joined by dashes, such as the-trust$/,
    );
  });

  it("needs a strategy", () => {
    assert.equal(
      asked(newEnablerStrategy, "#- a.organisation.yaml\ntitle: A\n", { answers: ["Digital", "digital"] }),
      "refused: There is no strategy yet: create one first",
    );
  });

  it("supports what it is called about", () => {
    const about = { kind: "objective", id: "trust/flow" };
    checkGuide(
      newEnablerStrategy,
      STRATEGY,
      { about, answers: ["Digital", "digital"] },
      "#- strategy/digital.enabler-strategy.yaml\ntitle: Digital\nstrategy: trust\nsupports: [flow]\n",
    );
  });
});
