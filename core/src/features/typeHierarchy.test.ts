import { checkThreadSteps } from "../testing/checkFeatures.ts";

const WORKSPACE = `
#- old.strategy.yaml
title: Before
period: 2023/24 to 2025/26
objectives: {x: {title: X}}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
succeeds: old
aims:
  care:
    title: Care
    objectives: {flow: {title: Flow, measures: [beds]}}
capabilities: {digital: {title: Digital}}
#- a.measures.yaml
measures: {beds: {title: Beds}}
#- people.enabler-strategy.yaml
title: People
strategy: trust
supports: [flow]
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities:
  ward:
    title: Ward
    objectives: [flow]
    actions: {open: {title: Open, needs: [close]}, close: {title: Close, needs: [open]}}
`;

function at(text: string): string {
  return WORKSPACE.replace(text.replace("$0", ""), text);
}

describe("type hierarchy", () => {
  it("goes up from actions to the strategy before this one", () => {
    checkThreadSteps(at("{op$0en: {title: Open"), { up: ["2026-27/ward"], down: [] });
    checkThreadSteps(at("  w$0ard:"), {
      up: ["trust/flow"],
      down: ["2026-27/ward/open", "2026-27/ward/close"],
    });
    checkThreadSteps(at("{fl$0ow: {title"), { up: ["trust/care"], down: ["beds", "people", "2026-27/ward"] });
    checkThreadSteps(at("  ca$0re:"), { up: ["trust"], down: ["trust/flow"] });
    checkThreadSteps(at("tit$0le: Ours"), { up: ["old"], down: ["trust/care", "trust/digital"] });
    checkThreadSteps(at("supports: [fl$0ow]"), {
      up: ["trust/care"],
      down: ["beds", "people", "2026-27/ward"],
    });
  });

  it("goes up from measures and enabler strategies to objectives", () => {
    checkThreadSteps(at("measures: [be$0ds]"), { up: ["trust/flow"], down: [] });
    checkThreadSteps(at("tit$0le: People"), { up: ["trust/flow"], down: [] });
  });

  it("B37 goes one step at a time, so that a strategy that succeeds itself is no trap", () => {
    checkThreadSteps(
      at("succeeds: old").replace("succeeds: old", "succeeds: trust").replace("title: Ours", "tit$0le: Ours"),
      {
        up: [],
        down: ["trust/care", "trust/digital"],
      },
    );
  });

  it("begins at things of the thread alone", () => {
    checkThreadSteps("#- o.organisation.yaml\ntitle: O\nteams: {o$0ps: {title: Ops}}\n", undefined);
    checkThreadSteps("#- a.strategy.yaml\ntitle: A\nvision: Be$0st\n", undefined);
  });
});
