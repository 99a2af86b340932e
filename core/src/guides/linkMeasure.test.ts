import assert from "node:assert/strict";
import { asked, checkGuide, lookupOf, makeGuide } from "../testing/checkGuide.ts";
import { linkMeasure } from "./linkMeasure.ts";
import { runGuide } from "./nextQuestion.ts";
import { openPlace } from "./openPlace.ts";

const strategy = (access: string, flow = "") => `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Shorter waiting times
    lead: Board # chair
${access}  flow:
    title: Patient flow
    done-when: It flows
${flow}`;
const LIBRARY = `#- care.measures.yaml
measures:
  falls: Falls
  waits: # per week
    title: Waiting times
  old: {title: Old, retired: {on: 2020-03-31, because: Done}}
`;
const NEW = ["trust/access", ["+new"], "Seen, in time", "percent", "higher", "seen", "", ""];

describe("Link Measure to Objective", () => {
  it("begins with what nothing shows, and suggests the measures that share words with it", () => {
    assert.equal(
      asked(linkMeasure, strategy("") + LIBRARY),
      `1/2 objective: What is to be measured?
  - trust/access: Shorter waiting times | trust/access · no measure
  - trust/flow: Patient flow | trust/flow · deliverable`,
    );
    assert.equal(
      asked(linkMeasure, strategy("") + LIBRARY, { answers: ["trust/access"] }),
      `2/2 measures: What measures "Shorter waiting times"?
  Those that share words with it come first
  - waits: Waiting times | waits | care.measures.yaml
  - falls: Falls | falls | care.measures.yaml
  - +new: New measure...`,
    );
  });

  for (const { name, before, after } of [
    { name: "as a new list", before: "", after: "    measures: [waits, falls]\n" },
    {
      name: "into a list in brackets",
      before: "    measures: [seen] # more to come\n",
      after: "    measures: [seen, waits, falls] # more to come\n",
    },
    {
      name: "below a list with dashes, whose comments stay",
      before: "    measures:\n      - seen # first\n    # end\n",
      after: "    measures:\n      - seen # first\n      - waits\n      - falls\n    # end\n",
    },
    {
      name: "as entries without a value, where measures are defined",
      before: "    measures:\n      seen: Seen # here\n",
      after: "    measures:\n      seen: Seen # here\n      waits:\n      falls:\n",
    },
    { name: "between braces", before: "    measures: {}\n", after: "    measures: {waits: , falls: }\n" },
    {
      name: "behind an empty key",
      before: "    measures: # to come\n",
      after: "    measures: [waits, falls] # to come\n",
    },
  ])
    it(`links ${name}`, () => {
      for (const end of ["\n", "\r\n"]) {
        const text = (access: string) => strategy(access).replaceAll("\n", end).replace(end, "\n");
        const library =
          before.includes("- seen") || before.includes("[seen]") ? `${LIBRARY}  seen: Seen\n` : LIBRARY;
        const course = { answers: ["trust/access", ["waits", "falls"]] };
        checkGuide(linkMeasure, text(before) + library, course, text(after));
      }
    });

  it("takes an objective that is its title alone", () => {
    const file = (lines: string) =>
      `#- t.strategy.yaml\ntitle: T\nperiod: 2026/27\nobjectives:\n  a: A # why\n${lines}`;
    checkGuide(
      linkMeasure,
      file("") + LIBRARY,
      { answers: [["falls"]] },
      file("").replace("  a: A # why\n", "  a:\n    title: A # why\n    measures: [falls]\n"),
    );
  });

  it("leaves out what is linked already, and asks for one at least", () => {
    const linked = strategy("    measures: [waits]\n") + LIBRARY;
    assert.doesNotMatch(asked(linkMeasure, linked, { answers: ["trust/access"] }), /- waits/);
    assert.match(
      asked(linkMeasure, linked, { answers: ["trust/access", []] }),
      /\nrefused: Choose at least one$/,
    );
  });

  it("defines a new measure with the objective", () => {
    checkGuide(
      linkMeasure,
      strategy(""),
      { answers: NEW },
      strategy(
        "    measures:\n      seen:\n        title: Seen, in time\n        unit: percent\n        better: higher\n",
      ),
    );
  });

  it("defines a new measure in a library, and links it with the others", () => {
    checkGuide(
      linkMeasure,
      strategy("") + LIBRARY,
      { answers: ["trust/access", ["+new", "waits"], ...NEW.slice(2)] },
      `${LIBRARY}  seen:
    title: Seen, in time
    unit: percent
    better: higher
${strategy("    measures: [waits, seen]\n")}`,
    );
    checkGuide(
      linkMeasure,
      strategy("") + LIBRARY,
      { answers: [...NEW, "care.measures.yaml"] },
      `${LIBRARY}  seen:
    title: Seen, in time
    unit: percent
    better: higher
${strategy("    measures: [seen]\n")}`,
    );
  });

  it("makes a library where a list refers and there is none", () => {
    const linked = strategy("", "    measures: [flow]\n");
    checkGuide(
      linkMeasure,
      linked,
      { answers: ["trust/flow", ...NEW.slice(1)] },
      `#- trust.measures.yaml
measures:
  seen:
    title: Seen, in time
    unit: percent
    better: higher
${strategy("", "    measures: [flow, seen]\n")}`,
    );
  });

  it("refuses figures and targets that cannot be read, with what to write", () => {
    const refusal = (...answers: readonly string[]) =>
      /refused: (.*)$/.exec(
        asked(linkMeasure, strategy(""), { answers: [...NEW.slice(0, 6), ...answers] }),
      )?.[1];
    assert.equal(refusal("about ten"), '"about ten" is not a figure: write it plainly, such as 10.1');
    assert.equal(refusal("95%"), "Write 95; the unit stands on its own");
    assert.equal(refusal("", ">= 95"), '">= 95" is not read as a target: write at least 95');
    assert.equal(
      refusal("", "at least 95", "2027-28"),
      '"2027-28" is not a period: write 2027/28 for the year',
    );
  });

  it("is about an objective, or about a measure", () => {
    const workspace = strategy("") + LIBRARY;
    const objective = { about: { kind: "objective", id: "trust/flow" } };
    checkGuide(
      linkMeasure,
      workspace,
      { ...objective, answers: [["falls"]] },
      strategy("", "    measures: [falls]\n"),
    );
    const measure = { about: { kind: "measure", id: "falls" } };
    checkGuide(
      linkMeasure,
      workspace,
      { ...measure, answers: ["trust/flow"] },
      strategy("", "    measures: [falls]\n"),
    );
  });

  it("goes on at the key that now refers", () => {
    const lookup = lookupOf(strategy("    measures: {seen: Seen}\n") + LIBRARY);
    const place = openPlace(lookup, makeGuide(linkMeasure, lookup, { answers: ["trust/access", ["falls"]] }));
    assert.ok(place !== undefined);
    assert.equal(
      place.source.text.slice(0, place.offset).split("\n").at(-1),
      "    measures: {seen: Seen, falls: }",
    );
  });

  it("writes nothing into a file that cannot be read whole", () => {
    const lookup = lookupOf(`${strategy("")}x-note: "never closed\n${LIBRARY}`);
    const answers = { objective: "trust/access", measures: ["falls"] };
    assert.deepEqual(runGuide(linkMeasure, lookup, answers), {
      refused: "trust.strategy.yaml cannot be read whole, so nothing is added to it: repair it first",
    });
  });
});
