import { checkFolding } from "../testing/checkFeatures.ts";

const FILE = `
#- a.strategy.yaml
# About this file.
# And more.
title: Ours
description: |
  Two lines
  # of text.
objectives:
  a: {title: A}
  b:
    title: B
    measures:
      - x
      - y

# One comment.
tags: [a, b]
`;

describe("folding ranges", () => {
  it("are maps, lists, block texts and runs of comments", () => {
    checkFolding(FILE, ["1-2 comment", "4-6", "7-13", "9-13", "11-13"]);
  });

  it("keep the outer ones where there is a limit", () => {
    checkFolding(FILE, ["4-6", "7-13"], 2);
  });

  it("B32 fold a very long block text", () => {
    const long = Array.from({ length: 4_000 }, () => "  # forty characters of a text in a block").join("\n");
    checkFolding(`#- a.strategy.yaml\ntitle: A\ndescription: |\n${long}\n`, ["2-4002"]);
  });

  it("of a file that cannot be read are none", () => {
    checkFolding("#- a.strategy.yaml\njust text\n", []);
  });
});
