import { checkReferences } from "../testing/checkFeatures.ts";

const REST = `
#- acute.measures.yaml
title: Acute
measures:
  beds: {title: Beds}
#- a.actuals.csv
measure,period,value
beds,2026-04,4
#- people.enabler-strategy.yaml
title: People
strategy: trust
supports: [trust/flow]
`;

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2026/27
objectives:
  flow: {title: Flow, measures: [beds]}
`;

describe("references", () => {
  it("B51 finds every place in the root, tables and closed files included", () => {
    const expected = ["a.actuals.csv:2 «beds»", "trust.strategy.yaml:4 «beds»"];
    checkReferences(`${STRATEGY.replace("[beds]", "[be$0ds]")}${REST}`, expected);
    checkReferences(`${STRATEGY}${REST.replace("  beds", "  be$0ds")}`, expected);
    checkReferences(`${STRATEGY}${REST.replace("beds,", "beds$0,")}`, expected);
  });

  it("takes the key title at the root for the file's id", () => {
    const expected = ["people.enabler-strategy.yaml:2 «trust»", "people.enabler-strategy.yaml:3 «trust»"];
    checkReferences(`${STRATEGY.replace("title: Ours", "ti$0tle: Ours")}${REST}`, expected);
    checkReferences(`${STRATEGY.replace("{title: Flow", "{ti$0tle: Flow")}${REST}`, []);
  });
});
