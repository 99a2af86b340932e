// Renaming from where the cursor stands: what is changed in each place, and what is refused before anything is.

import assert from "node:assert/strict";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import { cleanUp } from "./client.ts";
import { applied, startWriting, type Writer } from "./writing.ts";

/** The same id in every style in which it can be written. None is saved, so that no old name is kept. */
const RESEARCH = `#- kmpt-2017.strategy.yaml
title: KMPT
period: 2017/18 to 2019/20
objectives:
  research: # long agreed
    title: "Research"
    measures: {'studies': }
  quality: {title: Quality, done-when: Done}
#- kmpt-2020.strategy.yaml
title: KMPT
period: 2020/21 to 2022/23
objectives:
  research: {title: Another research, aligns-to: ["kmpt-2017/research"], measures: [studies@kent]} # not this one
#- people.enabler-strategy.yaml
title: People
strategy: kmpt-2017
supports:
  - 'research' # first
  - quality
#- kmpt.measures.yaml
measures:
  studies:
    title: Studies
    scopes: {kent: {targets: {2017/18: 4}}}
#- 2017-18.delivery-plan.yaml
title: Plan
strategy: kmpt-2017
period: 2017/18
priorities:
  more:
    title: More research
    objectives: [research]
    milestones: {enough: {title: Enough, when: "studies@kent at least 4"}}
#- kmpt.actuals.csv
measure,period,value,scope
"studies",2017-04,3,kent
`;

const TAKEN = `#- a.organisation.yaml
title: A
teams:
  one: One
  two: {title: Two, part-of: other}
  three: {title: Three, formerly: [four]}
  five: {title: Five, retired: {on: 2026-03-31, because: Merged}}
`;

describe("renaming in an editor", () => {
  let writer: Writer;
  before(async () => {
    writer = await startWriting();
  });
  after(async () => {
    await writer.client.stop();
    cleanUp();
  });

  for (const [id, newName, place, lines] of [
    [
      "research",
      "studying",
      "  research: # long",
      {
        "kmpt-2017.strategy.yaml": ["  studying: # long agreed"],
        "kmpt-2020.strategy.yaml": [
          '  research: {title: Another research, aligns-to: ["kmpt-2017/studying"], measures: [studies@kent]} # not this one',
        ],
        "people.enabler-strategy.yaml": ["  - 'studying' # first"],
        "2017-18.delivery-plan.yaml": ["    objectives: [studying]"],
      },
    ],
    [
      "studies",
      "trials",
      "  studies:",
      {
        "kmpt-2017.strategy.yaml": ["    measures: {'trials': }"],
        "kmpt-2020.strategy.yaml": [
          '  research: {title: Another research, aligns-to: ["kmpt-2017/research"], measures: [trials@kent]} # not this one',
        ],
        "kmpt.measures.yaml": ["  trials:"],
        "2017-18.delivery-plan.yaml": [
          '    milestones: {enough: {title: Enough, when: "trials@kent at least 4"}}',
        ],
        "kmpt.actuals.csv": ['"trials",2017-04,3,kent'],
      },
    ],
  ] as const)
    it(`B53 "${id}" is renamed in every style, and nothing else is touched`, async () => {
      const { at } = writer.show(RESEARCH.replace(place, place.replace("  ", "  $0")));
      const edit = await writer.client.request<WorkspaceEdit>("textDocument/rename", { ...at, newName });
      const changed = [...applied(writer, edit)].map(([path, text]) => {
        const before = (writer.texts.get(path) ?? "").split("\n");
        return [path, text.split("\n").filter((line) => !before.includes(line))];
      });
      assert.deepEqual(Object.fromEntries(changed), lines);
    });

  for (const [marked, said] of [
    ["One", /^Error: Only ids can be renamed; this is the text of "one", so just edit it$/],
    ["teams", /^Error: Only ids can be renamed; "teams" is a key of stratkit$/],
  ] as const)
    it(`B54 "${marked}" is no id, which a sentence says`, async () => {
      const { at } = writer.show(TAKEN.replace(marked, `$0${marked}`));
      await assert.rejects(writer.client.request("textDocument/prepareRename", at), said);
    });

  for (const [newName, why, said] of [
    ["Patient Flow", "ill-formed", /"Patient Flow" is not an id: .* such as patient-flow$/],
    ["two", "taken", /already the id of team "Two" \(a.organisation.yaml, line 4\): choose another$/],
    [
      "four",
      "a former one",
      /a former id of team "Three" \(a.organisation.yaml, line 5\): choose another, so/,
    ],
    ["five", "retired", /which has ended \(a.organisation.yaml, line 6\): an id is not used again/],
    [
      "other",
      "what a reference would begin to mean",
      /"other" in a.organisation.yaml, line 4 would begin to/,
    ],
  ] as const)
    it(`B54 an id that is ${why} is refused`, async () => {
      const { at } = writer.show(TAKEN.replace("one:", "$0one:"));
      await assert.rejects(writer.client.request("textDocument/rename", { ...at, newName }), said);
    });
});
