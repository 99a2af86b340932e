// New things in a file: all lines of what is put in stand where its first one does, however the file is indented.

import assert from "node:assert/strict";
import { cleanUp } from "./client.ts";
import { completeAt, startWriting, type Writer } from "./writing.ts";

const CHANGE = ["item", "field", "was", "now", "agreed-by", "on", "because"];
const REBASE = ["at", "because"];

describe("new items", () => {
  let writer: Writer;
  before(async () => {
    writer = await startWriting();
  });
  after(async () => {
    await writer.client.stop();
    cleanUp();
  });

  for (const { name, before, gives, label } of layouts())
    it(`B3 ${name} has its lines in one column`, async () => {
      assert.equal((await completeAt(writer, before)).accept(label), gives);
    });

  for (const { kind, path, above } of [
    { kind: "objective", path: "a.strategy.yaml", above: "objectives:\n" },
    { kind: "measure", path: "a.measures.yaml", above: "measures:\n" },
    { kind: "action", path: "a.delivery-plan.yaml", above: "priorities:\n  a:\n    actions:\n" },
    { kind: "milestone", path: "a.delivery-plan.yaml", above: "priorities:\n  a:\n    milestones:\n" },
  ])
    it(`B7 a new ${kind} has what it must have, with the line ends of its file (B16)`, async () => {
      for (const end of ["\n", "\r\n"]) {
        const pad = " ".repeat((above.match(/\S+/g) ?? []).length * 2);
        const file = (text: string) => `${above}${pad}${text}\n`.replaceAll("\n", end);
        const offers = await completeAt(writer, `#- ${path}\n${file("$0")}`);
        assert.equal(offers.accept(`New ${kind}`), file(`‹new-${kind}›:\n${pad}  title: ‹›`));
      }
    });
});

interface Layout {
  readonly name: string;
  readonly before: string;
  readonly label: string;
  readonly gives: string;
}

/** Maps of definitions and lists of maps, at three depths, indented by two and four, lists in and out. */
function layouts(): Layout[] {
  const maps = [
    { keys: ["aims"], label: "New aim", id: "new-aim" },
    { keys: ["aims", "a", "objectives"], label: "New objective", id: "new-objective" },
    { keys: ["aims", "a", "objectives", "b", "measures"], label: "New measure", id: "new-measure" },
  ];
  const lists = [
    { path: "a.delivery-plan.yaml", keys: ["changes"], label: "New agreed change", within: CHANGE },
    {
      path: "a.measures.yaml",
      keys: ["measures", "a", "spc", "rebase"],
      label: "New limits",
      within: REBASE,
    },
    {
      path: "a.strategy.yaml",
      keys: ["aims", "a", "objectives", "b", "measures", "c", "spc", "rebase"],
      label: "New limits",
      within: REBASE,
    },
  ];
  return [2, 4].flatMap((step) => {
    const above = (keys: readonly string[]) =>
      keys.map((key, level) => `${" ".repeat(level * step)}${key}:\n`).join("");
    // An empty file would say nothing of its own step.
    const indented = `values:\n${" ".repeat(step)}care: Care\n`;
    const inMaps = maps.map(({ keys, label, id }) => {
      const pad = " ".repeat(keys.length * step);
      return {
        name: `in "${keys.join(".")}", indented by ${step},`,
        before: `#- a.strategy.yaml\n${indented}${above(keys)}${pad}$0\n`,
        label,
        gives: `${indented}${above(keys)}${pad}‹${id}›:\n${pad}${" ".repeat(step)}title: ‹›\n`,
      };
    });
    const inLists = lists.flatMap(({ path, keys, label, within }) =>
      [0, step].map((more) => {
        const pad = " ".repeat((keys.length - 1) * step + more);
        const lines = within.map((key, at) => `${pad}${at === 0 ? "-" : " "} ${key}: ‹›\n`).join("");
        return {
          name: `of the list "${keys.join(".")}", indented by ${step}, its dashes by ${more},`,
          before: `#- ${path}\n${above(keys)}${pad}- $0\n`,
          label,
          gives: `${above(keys)}${lines}`,
        };
      }),
    );
    return [...inMaps, ...inLists];
  });
}
