import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Better } from "../model/items.ts";
import { parseTarget } from "../model/parseTarget.ts";
import type { Target } from "../model/target.ts";
import { readValue, type Value } from "../model/value.ts";
import { targetAgainstBaseline, wayCovered } from "./baseline.ts";
import { judge, type Question } from "./judge.ts";
import { toleranceInForce } from "./tolerance.ts";

interface Golden {
  readonly cases: readonly {
    readonly better?: Better;
    readonly target: string;
    readonly unit?: string;
    readonly levels?: readonly string[];
    readonly comparators?: Readonly<Record<string, number>>;
    readonly tolerance?: { readonly amber: number; readonly red: number; readonly of: "percent" | "points" };
    readonly baseline?: number;
    readonly lastYear?: number;
    readonly of?: number;
    readonly value: number | string;
    readonly met?: boolean;
    readonly miss?: number;
    readonly rag: string | null;
    readonly reason?: string;
  }[];
}

const golden: Golden = JSON.parse(
  readFileSync(new URL("../testing/golden/judgements.json", import.meta.url), "utf8"),
);

function target(text: string, levels: readonly string[] = [], unit?: string): Target {
  const read = parseTarget(text, { levels, unit });
  assert.ok(!("problem" in read), text);
  return read;
}

function value(text: string, levels: readonly string[] = [], unit?: string): Value {
  const read = readValue(text, { levels, unit });
  assert.ok(!("problem" in read), text);
  return read;
}

const PLAIN = toleranceInForce(undefined, undefined, undefined);

describe("judgements, golden cases", () => {
  for (const example of golden.cases) {
    it(`${example.better ?? "-"}, ${example.target}: ${example.value} is ${example.rag ?? example.reason}`, () => {
      const question: Question = {
        ...(example.better === undefined ? {} : { better: example.better }),
        ...(example.baseline === undefined ? {} : { baseline: example.baseline }),
        ...(example.lastYear === undefined ? {} : { lastYear: example.lastYear }),
        ...(example.of === undefined ? {} : { of: example.of }),
        comparator: (id) => example.comparators?.[id],
        target: target(example.target, example.levels, example.unit),
        value: value(String(example.value), example.levels, example.unit),
        tolerance: toleranceInForce(example.tolerance, undefined, undefined),
      };
      const found = judge(question);
      assert.equal(found.rag, example.rag);
      if (found.rag === null) {
        assert.equal(found.reason, example.reason);
        return;
      }
      assert.equal(found.met, example.met);
      if (example.miss === undefined) assert.equal(found.miss, undefined);
      else assert.ok(Math.abs((found.miss ?? Number.NaN) - example.miss) < 5e-5, `miss ${found.miss}`);
    });
  }
});

describe("judgements", () => {
  it("never rates instruments and context", () => {
    const question = { target: target("at most 5"), value: value("4"), tolerance: PLAIN };
    assert.deepEqual(judge({ ...question, role: "instrument" }), { rag: null, reason: "instrument" });
    assert.deepEqual(judge({ ...question, role: "context" }), { rag: null, reason: "context" });
    assert.equal(judge({ ...question, role: "balancing" }).rag, "green");
  });

  it("does not rate a value of the wrong sort", () => {
    const question = { target: target("Gold", ["Gold"]), value: value("4"), tolerance: PLAIN };
    assert.deepEqual(judge(question), { rag: null, reason: "no-value" });
  });

  it("reads points at a target of 0 only from the measure's own tolerance", () => {
    const question = { target: target("at most 0"), value: value("3") };
    assert.equal(
      judge({ ...question, tolerance: toleranceInForce({ red: 5 }, undefined, undefined) }).rag,
      "amber",
    );
    assert.equal(
      judge({ ...question, tolerance: toleranceInForce(undefined, { red: 5 }, undefined) }).rag,
      "red",
    );
    const points = toleranceInForce(undefined, { red: 5, of: "points" }, undefined);
    assert.equal(judge({ ...question, tolerance: points }).rag, "amber");
  });

  it("takes the nearest tolerance and never mixes two", () => {
    assert.deepEqual(toleranceInForce({ amber: 2 }, { red: 50, of: "points" }, undefined), {
      amber: 2,
      red: 10,
      of: "percent",
      from: "measure",
    });
    assert.equal(toleranceInForce(undefined, undefined, { red: 7 }).red, 7);
  });
});

describe("targets against the baseline", () => {
  const against = (text: string, baseline: string, better?: Better) =>
    targetAgainstBaseline(target(text), value(baseline), { ...(better === undefined ? {} : { better }) });

  it("is better, equal or worse by the direction", () => {
    assert.equal(against("14", "9.5", "lower"), "worse");
    assert.equal(against("5", "9.5", "lower"), "better");
    assert.equal(against("9.5", "9.50", "lower"), "equal");
    assert.equal(against("at least 95", "90"), "better");
    assert.equal(against("under 14", "14"), "better");
    assert.equal(against("+5%", "10", "lower"), "worse");
    assert.equal(against("-25%", "-4"), "better");
    assert.equal(against("exactly 0", "3", "lower"), "better");
    assert.equal(against("between 85 and 92", "80", "higher"), "better");
    assert.equal(against("top 25", "30"), "better");
  });

  it("cannot be told without a direction, a figure or a value", () => {
    assert.equal(against("5", "9.5"), undefined);
    assert.equal(against("between 85 and 92", "88", "higher"), undefined);
    assert.equal(against("within 10% of national", "88", "higher"), undefined);
    assert.equal(against("reduce", "88", "lower"), undefined);
    assert.equal(against("better than last year", "88", "lower"), undefined);
    assert.equal(against("top 20%", "88"), undefined);
  });

  it("compares levels by their order", () => {
    const levels = ["Bronze", "Silver", "Gold"];
    const found = (text: string) => targetAgainstBaseline(target(text, levels), value("Silver", levels), {});
    assert.deepEqual([found("Gold"), found("silver"), found("Bronze")], ["better", "equal", "worse"]);
  });

  it("says how much of the way is covered, unclipped", () => {
    const limits = { axis: "value", high: { at: 5, edge: "in" } } as const;
    assert.equal(wayCovered(7.5, 10, limits), 50);
    assert.equal(wayCovered(12, 10, limits), -40);
    assert.equal(wayCovered(4, 10, limits), 120);
    assert.equal(wayCovered(4, 5, limits), undefined);
  });
});
