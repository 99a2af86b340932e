import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { newMeasure } from "./newMeasure.ts";

const strategy = (lines = "") => `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Access # first
${lines}`;
const LIBRARY = `#- care.measures.yaml
title: Care
measures:
    # Counted by the day.
    falls: {title: Falls, unit: "falls per 1,000 bed days"}
`;
const SEEN = ["Seen: in time", "percent", "higher", "seen"];

describe("New Measure", () => {
  it("asks what it is for, and then for its fields one by one", () => {
    const answers = ["measures:care", ...SEEN, "61", "2025/26", "at least 95"];
    const steps = answers.map((_, at) =>
      asked(newMeasure, strategy() + LIBRARY, { answers: answers.slice(0, at) }),
    );
    assert.deepEqual(
      steps.map((text) => text.split("\n")[0]),
      [
        "1/7 for: What is the measure to show, or which library is it for?",
        "2/7 title: What does the measure count?",
        "3/7 unit: In which unit?",
        "4/7 better: Which way is better?",
        "5/7 id: Its id, by which other files refer to it",
        "6/7 baseline: What is it today?",
        "7/8 baseline-period: Of which period is that figure?",
        "8/8 target: What is it to reach?",
      ],
    );
    assert.equal(
      asked(newMeasure, strategy() + LIBRARY, { answers }),
      `9/9 target-period: By when is the target to be reached?
  Choose one, or write another such as 2026/27, 2026/27 Q3, 2026-04 or 2027-03-31
  - 2030/31: 2030/31 | Apr 2030 to Mar 2031
  - 2029/30: 2029/30 | Apr 2029 to Mar 2030
  - 2028/29: 2028/29 | Apr 2028 to Mar 2029
  - 2027/28: 2027/28 | Apr 2027 to Mar 2028
  - 2026/27: 2026/27 | Apr 2026 to Mar 2027
  or write`,
    );
  });

  it("offers the units of the workspace first, and other figures for yes and no", () => {
    const units = asked(newMeasure, strategy() + LIBRARY, { answers: ["measures:care", "Seen"] });
    assert.match(units, /^ {2}- falls per 1,000 bed days: /m);
    const yesNo = ["measures:care", "Open", "yes-no"];
    assert.match(asked(newMeasure, strategy() + LIBRARY, { answers: yesNo }), /id: /);
    assert.match(
      asked(newMeasure, strategy() + LIBRARY, { answers: [...yesNo, "open", "5"] }),
      /refused: Write yes or no$/,
    );
  });

  it("defines it in a library, with the library's own step", () => {
    checkGuide(
      newMeasure,
      strategy() + LIBRARY,
      { answers: ["measures:care", ...SEEN, "61", "", "at least 95", "2028/29"] },
      `${LIBRARY}    seen:
        title: "Seen: in time"
        unit: percent
        better: higher
        baseline: 61
        targets:
            2028/29: at least 95
`,
    );
  });

  it("defines it with the objective that it shows", () => {
    checkGuide(
      newMeasure,
      strategy(),
      { about: { kind: "objective", id: "trust/access" }, answers: ["Seen", "", "", "seen", "", ""] },
      strategy("    measures:\n      seen:\n        title: Seen\n"),
    );
  });

  it("defines it in a library and links it, where the objective has a list", () => {
    const answers = ["document:trust/access", "Seen", "", "", "seen", "", ""];
    checkGuide(
      newMeasure,
      strategy("    measures: [falls] # all\n") + LIBRARY,
      { answers },
      `${LIBRARY}    seen:
        title: Seen
${strategy("    measures: [falls, seen] # all\n")}`,
    );
  });

  it("asks where, if both can be", () => {
    const answers = ["document:trust/access", "Seen", "", "", "seen", "", ""];
    assert.equal(
      asked(newMeasure, strategy() + LIBRARY, { answers }),
      `8/8 where: Where is the measure to be defined?
  - +here: With objective "Access" | For a measure of this alone
  - care.measures.yaml: Care | care.measures.yaml | For measures that several things share`,
    );
    checkGuide(
      newMeasure,
      strategy() + LIBRARY,
      { answers: [...answers, "care.measures.yaml"] },
      `${LIBRARY}    seen:
        title: Seen
${strategy("    measures: [seen]\n")}`,
    );
  });

  it("refuses an id that is taken anywhere", () => {
    const answers = ["document:trust/access", "Falls", "", "", "falls"];
    const text = asked(newMeasure, strategy() + LIBRARY, { answers });
    assert.match(text, / {2}= falls-2\n/);
    assert.match(
      text,
      /refused: "falls" is already the id of measure "Falls" \(care.measures.yaml, line 4\): /,
    );
  });
});
