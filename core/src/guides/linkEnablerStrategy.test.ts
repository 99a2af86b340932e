import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { linkEnablerStrategy } from "./linkEnablerStrategy.ts";

const STRATEGIES = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives: {access: {title: Access, done-when: Open}, flow: {title: Flow, done-when: Flows}}
#- other.strategy.yaml
title: Another
period: 2026/27 to 2028/29
objectives: {access: {title: Another access, done-when: Open}}
`;
const digital = (supports: string, more = "") => `#- digital.enabler-strategy.yaml
title: Digital
strategy: trust # and no other
${supports}objectives:
  records:
    title: One record
    done-when: It is used
${more}`;
const ESTATES = "#- estates.enabler-strategy.yaml\ntitle: Estates\nstrategy: other\nsupports: []\n";

describe("Link Enabler Strategy", () => {
  it("asks what supports, and then which objectives, those first that nothing supports", () => {
    const workspace = STRATEGIES + digital("supports: [access]\n") + ESTATES;
    assert.equal(
      asked(linkEnablerStrategy, workspace),
      `1/2 enabler: What supports it?
  An enabler strategy, or one of its objectives or actions
  - digital: Digital | digital
  - estates: Estates | estates
  - digital/records: One record | digital/records · deliverable | In Digital`,
    );
    assert.equal(
      asked(linkEnablerStrategy, workspace, { answers: ["digital/records"] }),
      `2/2 objectives: Which objectives does it support?
  - trust/flow: Flow | trust/flow · deliverable
  - trust/access: Access | trust/access · deliverable`,
    );
  });

  it("writes into the enabler's file, by the shortest id that means it there", () => {
    checkGuide(
      linkEnablerStrategy,
      STRATEGIES + digital("supports: [access]\n"),
      { answers: ["digital", ["trust/flow"]] },
      digital("supports: [access, flow]\n"),
    );
    checkGuide(
      linkEnablerStrategy,
      STRATEGIES + digital("supports:\n- access # first\n"),
      { answers: ["digital/records", ["trust/flow", "trust/access"]] },
      digital("supports:\n- access # first\n", "    supports: [flow, access]\n"),
    );
  });

  it("offers what serves the strategy of the objective that it is called about", () => {
    const about = { kind: "objective", id: "other/access" };
    checkGuide(
      linkEnablerStrategy,
      STRATEGIES + digital("supports: [access]\n") + ESTATES,
      { about },
      ESTATES.replace("[]", "[access]"),
    );
    assert.equal(
      asked(linkEnablerStrategy, STRATEGIES + digital("supports: []\n"), { about }),
      "refused: There is no enabler strategy for this yet: make one first",
    );
  });

  it("has nothing left to ask where all is linked", () => {
    const workspace = STRATEGIES + ESTATES.replace("[]", "[access]");
    assert.equal(
      asked(linkEnablerStrategy, workspace),
      "refused: It supports every objective already: choose another",
    );
  });
});
