import { checkInlayHints } from "../testing/checkFeatures.ts";

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2017/18 to 2018/19
objectives:
  flow: {title: Patients move on without waiting for anybody at all}
  voice: {title: Hear people}
  bed-days: {title: Bed days}
  rest: {title: Rest of it}
`;

describe("inlay hints", () => {
  it("show the titles of references, at most 40 characters, and the dates of relative periods", () => {
    checkInlayHints(
      `
#- 2017-18.delivery-plan.yaml
title: Plan
strategy: trust
period: 2017/18
priorities:
  ward:
    title: Ward
    objectives:
      - trust/flow
      - "voice"
      - bed-days
    actions: {open: {title: Open, due: Q3, start: 2017/18 Q1}}
${STRATEGY}`,
      `
title: Plan
strategy: trust⟪Ours⟫
period: 2017/18
priorities:
  ward:
    title: Ward
    objectives:
      - trust/flow⟪Patients move on without waiting for an…⟫
      - "voice"⟪Hear people⟫
      - bed-days
    actions: {open: {title: Open, due: Q3⟪Oct to Dec 2017⟫, start: 2017/18 Q1}}

`,
    );
  });

  it("stay out of flow lists of more than three", () => {
    checkInlayHints(
      `
#- p.enabler-strategy.yaml
title: P
strategy: trust
supports: [flow, voice, bed-days, rest]
builds: []
objectives: {a: {title: A, supports: [voice, rest]}}
${STRATEGY}`,
      `
title: P
strategy: trust⟪Ours⟫
supports: [flow, voice, bed-days, rest]
builds: []
objectives: {a: {title: A, supports: [voice⟪Hear people⟫, rest⟪Rest of it⟫]}}

`,
    );
  });

  it("say what end means, and nothing in tables", () => {
    checkInlayHints(
      `
#- a.measures.yaml
measures: {stay: {title: Length of stay, targets: {end: 5}}}
${STRATEGY.replace("Hear people}", "Hear people, measures: [stay]}")}`,
      `
measures: {stay: {title: Length of stay, targets: {end⟪31 Mar 2019⟫: 5}}}

`,
    );
    const table = "measure,period,value\nstay,2017-04,4\n";
    checkInlayHints(
      `#- a.actuals.csv\n${table}#- a.measures.yaml\nmeasures: {stay: {title: Length of stay}}\n`,
      table,
    );
  });
});
