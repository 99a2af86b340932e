import assert from "node:assert/strict";
import { keyIn } from "../model/items.ts";
import { analyseFixture } from "../testing/checkFindings.ts";
import { type Bench, standingOf } from "./latestValue.ts";

function standing(measure: string, values: string, more = "") {
  const analysis = analyseFixture(
    `
#- trust.strategy.yaml
title: Ours
period: 2017/18 to 2020/21
objectives: {flow: {title: Flow, measures: [stay]}}
#- a.measures.yaml
measures: {stay: {title: Stay, ${measure}}}
#- a.actuals.yaml
measures: {stay: {${values}}}
${more}`,
    { asOf: "2019-06-30" },
  );
  const { model, thread, config, workspace } = analysis;
  const bench: Bench = { model, thread, config, asOf: workspace.asOf };
  const stay = model.byKey.get(keyIn("measure", "stay"));
  assert.equal(stay?.kind, "measure");
  const found = standingOf(stay, bench);
  if (found === undefined) return undefined;
  const { judged, latest, inForce } = found;
  return `${latest.text} ${inForce.state} ${judged?.rag === null ? judged.reason : judged?.rag}`;
}

describe("the standing of a measure", () => {
  it("comes from the latest period that has ended and has a value", () => {
    const measure = "unit: days, better: lower, targets: {2018/19: 5}";
    assert.equal(standing(measure, "2017/18: 9, 2018/19: 5, 2020/21: 1"), "5 this-period green");
    assert.equal(
      standing(measure, "2018/19: 5.5, 2019-05: {value: 3, status: pending}"),
      "5.5 this-period amber",
    );
    assert.equal(standing(measure, "2018/19: many"), undefined);
    assert.equal(standing(measure, "2020/21: 4"), undefined);
  });

  it("is not judged before the target is due, or by a target of another length", () => {
    assert.equal(
      standing("unit: days, better: lower, targets: {2020/21: 5}", "2018/19: 9"),
      "9 not-due undefined",
    );
    const savings = "unit: GBP m, better: higher, aggregate: sum, targets: {2018/19: 5}";
    assert.equal(standing(savings, "2018/19 Q4: 1"), "1 other-length undefined");
  });

  it("leans on comparators, baselines and the year before", () => {
    const near =
      "unit: days, better: lower, comparators: {national: {title: England, values: {2017/18: 5}}}, targets: {2018/19: within 10% of national}";
    assert.equal(standing(near, "2018/19: 5.4"), "5.4 this-period green");
    const less = "unit: days, better: lower, baseline: {2016/17: 10, 2019/20: 1}, targets: {2018/19: -25%}";
    assert.equal(standing(less, "2018/19: 7.5"), "7.5 this-period green");
    const better = "unit: days, better: lower, targets: {2018/19: better than last year}";
    assert.equal(standing(better, "2017/18: 6, 2018/19: 5"), "5 this-period green");
    assert.equal(standing(better, "2018/19: 5"), "5 this-period no-last-year");
    assert.equal(
      standing("unit: rank, targets: {2018/19: top 20%}", "2018/19: {value: 10, of: 60}"),
      "10 this-period green",
    );
    assert.equal(standing("unit: rank, targets: {2018/19: top 20%}", "2018/19: 10"), "10 this-period no-of");
  });

  it("takes the measure's tolerance before the organisation's and the config's", () => {
    const measure = "unit: days, better: lower, targets: {2018/19: 100}";
    const organisation = "#- o.organisation.yaml\ntitle: O\ntolerance: {amber: 5, red: 30}\n";
    const config = "#- stratkit.config.yaml\nrag: {amber: 0, red: 40}\n";
    assert.equal(standing(measure, "2018/19: 125"), "125 this-period red");
    assert.equal(standing(measure, "2018/19: 125", organisation), "125 this-period amber");
    assert.equal(standing(measure, "2018/19: 135", config), "135 this-period amber");
    assert.equal(standing(measure, "2018/19: 135", organisation + config), "135 this-period red");
    const own = `${measure}, tolerance: {amber: 20, red: 30}`;
    assert.equal(standing(own, "2018/19: 115", organisation + config), "115 this-period green");
  });
});
