import { checkDefinition } from "../testing/checkFeatures.ts";

const STRATEGY = `
#- trust.strategy.yaml
title: Ours
period: 2026/27
objectives:
  research: {title: Research, formerly: [studies], measures: {papers: {title: Papers}}}
`;

function plan(objective: string): string {
  return `${STRATEGY}
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities: {flow: {title: Flow, objectives: [${objective}]}}
`;
}

describe("definition", () => {
  it("leads from a reference, its quotes included, to the id", () => {
    checkDefinition(plan('"rese$0arch"'), '"research" -> trust.strategy.yaml:4 «research»');
    checkDefinition(plan("stu$0dies"), "studies -> trust.strategy.yaml:4 «research»");
  });

  it("leads from each part of a full name to its own thing; a file's id to its title", () => {
    checkDefinition(plan("tru$0st/research"), "trust -> trust.strategy.yaml:1 «Ours»");
    checkDefinition(plan("trust/$0research"), "research -> trust.strategy.yaml:4 «research»");
  });

  it("B51 leads from tables and other files that were never opened", () => {
    checkDefinition(
      `${STRATEGY}#- a.actuals.csv\nmeasure,period,value\npap$0ers,2026-04,4\n`,
      "papers -> trust.strategy.yaml:4 «papers»",
    );
  });

  it("leads nowhere from what is no id, and from an id that nothing has", () => {
    checkDefinition(plan("rese$0rach"), undefined);
    checkDefinition(STRATEGY.replace("title: Research", "title: Rese$0arch"), undefined);
  });
});
