import assert from "node:assert/strict";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { sayWhenDone } from "./sayWhenDone.ts";

const file = (access: string, flow = "flow: Flow # a title") => `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Access # first
${access}  ${flow}
capabilities: {skills: {title: Skills}}
`;
const ACCESS = { kind: "objective", id: "trust/access" };

describe("Say When It Is Done", () => {
  it("asks of what has not said it yet", () => {
    assert.equal(
      asked(sayWhenDone, file("    done-when: Open\n")),
      `1/2 of: What is to be done?
  - trust/flow: Flow | trust/flow · no measure
  - trust/skills: Skills | trust/skills · no measure`,
    );
  });

  it("writes it on a map, on a title alone, between braces, and behind an empty key", () => {
    const answers = ["Every clinic: open"];
    const written = '"Every clinic: open"';
    checkGuide(sayWhenDone, file(""), { about: ACCESS, answers }, file(`    done-when: ${written}\n`));
    checkGuide(
      sayWhenDone,
      file(""),
      { answers: ["trust/flow", ...answers] },
      file("", `flow:\n    title: Flow # a title\n    done-when: ${written}`),
    );
    checkGuide(
      sayWhenDone,
      file(""),
      { answers: ["trust/skills", "Trained, all"] },
      file("").replace("title: Skills}", 'title: Skills, done-when: "Trained, all"}'),
    );
    checkGuide(
      sayWhenDone,
      file("    done-when: # what?\n"),
      { about: ACCESS, answers },
      file(`    done-when: ${written} # what?\n`),
    );
  });

  it("has nothing to ask where all is said", () => {
    const workspace =
      "#- t.strategy.yaml\ntitle: T\nperiod: 2026/27\nobjectives: {a: {title: A, done-when: Done}}\n";
    assert.equal(
      asked(sayWhenDone, workspace),
      "refused: Everything says already when it is done: change the text where it stands",
    );
  });
});
