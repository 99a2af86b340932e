// What someone meets who has written something wrong: what is said of it, and what mends it. After each fix the file is
// checked again.

import assert from "node:assert/strict";
import type { TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { cleanUp } from "./client.ts";
import { actionsAt, saidOf, startWriting, type Writer } from "./writing.ts";

const HEAD = "title: Ours\nperiod: 2026/27 to 2028/29\n";
const LIBRARY = `#- care.measures.yaml
measures:
  readmissions: {title: Fewer come back, unit: percent, better: lower, targets: {2028/29: at most 5}}
  delays: {title: Emergency delays, unit: days, better: lower, targets: {2028/29: at most 5}}
`;
/** An objective with the lines given to it. */
const goal = (...lines: readonly string[]) =>
  `#- trust.strategy.yaml\n${HEAD}objectives:\n  a$0ccess:\n    title: Access\n    lead: Board\n${lines.map((line) => `    ${line}\n`).join("")}`;
const config = (lines: string) => `#- stratkit.config.yaml\n${lines}\n`;
const UNMEASURED =
  'trace/objective-unmeasured | Objective "Access" has no measure, so nobody can tell whether it is working | Link a measure, or waive the rule with a reason';

describe("messages and fixes in an editor", () => {
  let writer: Writer;
  before(async () => {
    writer = await startWriting();
  });
  after(async () => {
    await writer.client.stop();
    cleanUp();
  });

  async function checkSaid(fixture: string, said: readonly string[]): Promise<void> {
    assert.deepEqual(await saidOf(writer, writer.show(fixture).path), said);
  }

  /** The finding at the cursor is said, its fix gives the text, and then it is said no more, nor is a new error. */
  async function checkFixed(
    fixture: string,
    {
      said,
      fix,
      preferred,
      gives,
      in: path,
    }: { said: string; fix: string; preferred?: true; gives: string; in?: string },
  ): Promise<void> {
    const place = writer.show(fixture);
    const before = await saidOf(writer, place.path);
    assert.ok(before.includes(said), before.join("\n"));
    const actions = await actionsAt(writer, fixture);
    assert.deepEqual(
      actions.all.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      preferred === undefined ? [] : [fix],
    );
    const made = await actions.make(fix);
    assert.equal(made.get(path ?? place.path), gives);
    const texts = [...new Map([...writer.texts, ...made])].map(([file, text]) => `#- ${file}\n${text}`);
    writer.show(texts.join(""));
    const unplaced = (one: string) => one.replace(/^\S+ /, "");
    const now = (await saidOf(writer, place.path)).map(unplaced);
    assert.ok(!now.includes(unplaced(said)), now.join("\n"));
    const isNewError = (one: string) => one.startsWith("error ") && !before.map(unplaced).includes(one);
    assert.deepEqual(now.filter(isNewError), []);
  }

  it("B16 lines that end with a carriage return keep their places and their ends", async () => {
    const file = (status: string) =>
      `title: Ours\r\nperiod: 2026/27 to 2028/29\r\nstatus: ${status}\r\nx-a: 1 \r\n`;
    await checkFixed(`#- trust.strategy.yaml\n${file("ado$0pt")}`, {
      said: '3:9 error schema/not-allowed | "adopt" is not a status. Did you mean "adopted"? | Correct the word',
      fix: 'Change to "adopted"',
      preferred: true,
      gives: file("adopted"),
    });
    const { text, at } = writer.show(`#- trust.strategy.yaml\n${file("draft")}`);
    const edits = await writer.client.request<TextEdit[]>("textDocument/formatting", { ...at, options: {} });
    const formatted = TextDocument.applyEdits(TextDocument.create("", "", 0, text), edits);
    assert.equal(formatted, text.replace("1 \r", "1\r"));
  });

  it("B19 tabs are one finding, and one fix for the file", async () => {
    await checkFixed(
      `#- trust.strategy.yaml\n${HEAD}objectives:\n$0\ta:\n\t\ttitle: A\n\t\tdone-when: All is done\n\t\tlead: Board\n`,
      {
        said: "4:1 error yaml/tab | A tab indents this line and 3 others, and only spaces are read | Replace each tab by spaces",
        fix: "Use spaces instead of tabs",
        preferred: true,
        gives: `${HEAD}objectives:\n  a:\n    title: A\n    done-when: All is done\n    lead: Board\n`,
      },
    );
  });

  it("B38 a wrong word is told with the right one, which one fix writes", async () => {
    const file = (status: string) => `period: 2026/27 Q3\nplan: a\nitems:\n  a: {status: ${status}}\n`;
    await checkFixed(`#- r.progress-report.yaml\n${file("com$0plete")}`, {
      said: '4:15 error schema/not-allowed | "complete" is not a status. Did you mean "done"? | Correct the word',
      fix: 'Change to "done"',
      preferred: true,
      gives: file("done"),
    });
  });

  it("B41 missing keys are one finding that names all, and one fix writes them", async () => {
    const fixture = "#- 2026-27.delivery-plan.yaml\nti$0tle: Our year\nstrategy: trust\n";
    const said =
      '1:1 error schema/missing-key | Delivery plan "Our year" needs period and priorities | Add them; nothing else is needed yet';
    const trust = `#- trust.strategy.yaml\n${HEAD}`;
    await checkSaid(fixture + trust, [said]);
    const made = await (await actionsAt(writer, fixture + trust)).make(
      "Add the missing keys: period, priorities",
    );
    assert.equal(
      made.get("2026-27.delivery-plan.yaml"),
      "title: Our year\nperiod:\npriorities:\nstrategy: trust\n",
    );
  });

  for (const { name, written, means, fix } of [
    { name: "of nearly its spelling", written: "readmision", means: "readmissions", fix: "Fewer come back" },
    {
      name: "whose title stands there (B38)",
      written: "Emergency delays",
      means: "delays",
      fix: "Emergency delays",
    },
    { name: "with words of its title", written: "come-back", means: "readmissions", fix: "Fewer come back" },
  ])
    it(`B44 an id that leads nowhere is replaced by the one ${name}`, async () => {
      const file = (id: string) =>
        `${goal(`measures: [${id}] # so far`)}${LIBRARY}`.replace("a$0ccess", "access");
      await checkFixed(file(`${written.slice(0, 2)}$0${written.slice(2)}`), {
        said: `7:16 error ref/not-found | No measure has the id "${written}". Did you mean "${means}" (${fix})? | Correct the id, or define the measure`,
        fix: `Replace with "${means}" (${fix})`,
        preferred: true,
        gives: file(means).split("#- ")[1]?.replace(/^.*\n/, "") ?? "",
      });
    });

  it("B44 an id that leads nowhere is defined in the file where its like stand", async () => {
    await checkFixed(`${goal("measures: [fa$0lls]").replace("a$0ccess", "access")}${LIBRARY}`, {
      said: '7:16 error ref/not-found | No measure has the id "falls" | Write one of readmissions and delays, or define the measure',
      fix: 'Define measure "falls" in care.measures.yaml',
      in: "care.measures.yaml",
      gives: `${LIBRARY.replace(/^.*\n/, "")}  falls:\n    title: Falls\n`,
    });
  });

  for (const [profile, severity] of [
    ["draft", "warning"],
    ["review", "error"],
    ["publish", "error"],
  ])
    it(`B45 an objective without a measure is found at its key, in ${profile} as ${severity}`, async () => {
      const said = await sayOnly(
        goal("due: 2027/28") + config(`extends: ${profile}`),
        "trace/objective-unmeasured",
      );
      assert.deepEqual(said, [`4:3 ${severity} ${UNMEASURED}`]);
    });

  async function sayOnly(fixture: string, rule: string): Promise<string[]> {
    return (await saidOf(writer, writer.show(fixture).path)).filter((one) => one.includes(rule));
  }

  for (const [fix, adds] of [
    ["Link a measure...", "    measures: [‹›]\n"],
    ["Define a measure here...", "    measures:\n      ‹new-measure›:\n        title: ‹›\n"],
    ["Say when it is done...", "    done-when: ‹›\n"],
    [
      "Waive with a reason...",
      "    waive:\n      trace/objective-unmeasured:\n        because: ‹›\n        until: ‹2027-11-21›\n",
    ],
  ] as const)
    it(`B45 "${fix}" puts its places to fill below the objective`, async () => {
      const made = await (await actionsAt(writer, goal())).make(fix);
      assert.equal(made.get("trust.strategy.yaml"), writer.texts.get("trust.strategy.yaml") + adds);
    });

  it("B45 a measure that shares words with the objective is linked", async () => {
    await checkFixed(goal().replace("title: Access", "title: Emergency care") + LIBRARY, {
      said: `4:3 error ${UNMEASURED.replace("Access", "Emergency care")}`,
      fix: 'Link measure "delays" (Emergency delays)',
      gives: `${goal("measures: [delays]")}`
        .replace(/^.*\n/, "")
        .replace("title: Access", "title: Emergency care")
        .replace("$0", ""),
    });
  });

  it("B50 all safe problems of a file are fixed at once, and a second time there are none", async () => {
    const others = Array.from({ length: 200 }, (_, at) => `#- m${at}.measures.yaml\nmeasures: {m${at}: M}\n`);
    const file = `#- trust.strategy.yaml
title: Ours
period: 2026-27 to 2028/29
status: adoptd
obj$0ectives:
\treadmissions:
\t\ttitle: Fewer readmissions # kept
`;
    const only = ["source.fixAll.stratkit"];
    const actions = await actionsAt(writer, file + others.join(""), only);
    assert.deepEqual(actions.titles, ["Fix all safe problems"]);
    const after = (await actions.make("Fix all safe problems")).get("trust.strategy.yaml") ?? "";
    assert.equal(
      after,
      HEAD.replace("Ours", "Ours") +
        "status: adoptd\nobjectives:\n  readmissions:\n    title: Fewer readmissions # kept\n",
    );
    const again = await actionsAt(writer, `#- trust.strategy.yaml\n${after}${others.join("")}`, only);
    assert.deepEqual(again.titles, []);
  });

  it("B50 saving waits for nothing and changes no finding", async () => {
    const { client } = writer;
    const { textDocument } = writer.show(goal()).at;
    const pull = (previousResultId?: string) =>
      client.request<{ kind: string; resultId: string }>("textDocument/diagnostic", {
        textDocument,
        previousResultId,
      });
    const { resultId } = await pull();
    client.save(textDocument.uri);
    assert.equal((await pull(resultId)).kind, "unchanged");
    const sync = client.initialized.capabilities.textDocumentSync;
    assert.ok(typeof sync === "object" && sync.willSave !== true && sync.willSaveWaitUntil !== true);
  });
});
