import { checkSelection } from "../testing/checkFeatures.ts";

describe("selection ranges", () => {
  it("grow from the word to the file", () => {
    checkSelection(
      `
#- a.strategy.yaml
title: Ours
objectives:
  flow:
    title: "Patients mo$0ve on"
    tags: [a]
`,
      [
        "move",
        "Patients move on",
        '"Patients move on"',
        'title: "Patients move on"',
        "title: ... [a]",
        "flow: ... [a]",
        "objectives: ... [a]",
        "title: ... [a]",
        "title: ... [a]",
      ],
    );
  });

  it("take in an item of a list, then the list", () => {
    checkSelection("#- a.strategy.yaml\ntags: [one, t$0wo]\n", [
      "two",
      "[one, two]",
      "tags: [one, two]",
      "tags: [one, two]",
    ]);
  });

  it("of an empty place are the file", () => {
    checkSelection("#- a.strategy.yaml\n$0\n# nothing\n", ["# nothing"]);
  });
});
