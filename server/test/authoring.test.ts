// What someone meets who writes a file in an editor: half-written text, what is offered for it, and how it is put in.

import assert from "node:assert/strict";
import type { DocumentSymbol } from "vscode-languageserver-protocol";
import { cleanUp } from "./client.ts";
import { accept, completeAt, saidOf, startWriting, type Writer } from "./writing.ts";

const HEAD = "title: Ours\nperiod: 2026/27 to 2028/29\n";
const LIBRARY = `#- care.measures.yaml
measures:
  readmissions: {title: Emergency readmissions, unit: percent, better: lower, targets: {2028/29: at most 5}}
`;
const CARE = `#- trust.strategy.yaml
${HEAD}aims:
  care:
    title: Care
    measures: [readmissions]
    objectives:
      flow: {title: Flow, measures: [readmissions]}
  people:
    title: People
    measures: [readmissions]
    $0
${LIBRARY}`;

const KINDS = [
  "organisation",
  "strategy",
  "enabler-strategy",
  "delivery-plan",
  "progress-report",
  "measures",
  "actuals",
];

describe("writing in an editor", () => {
  let writer: Writer;
  before(async () => {
    writer = await startWriting();
  });
  after(async () => {
    await writer.client.stop();
    cleanUp();
  });

  async function checkTaken(path: string, marked: string, label: string, gives: string): Promise<void> {
    assert.equal((await completeAt(writer, `#- ${path}\n${marked}`)).accept(label), gives);
  }

  it("B1 a bracket that is open in mid-file is one finding and spoils nothing elsewhere", async () => {
    const { labels } = await completeAt(writer, CARE);
    const outline = await namesOf(writer, CARE);
    const open = CARE.replace("measures: [readmissions]\n    objectives", "measures: [\n    objectives");
    assert.deepEqual((await completeAt(writer, open)).labels, labels);
    assert.deepEqual(await namesOf(writer, open), outline);
    const said = (await saidOf(writer, "trust.strategy.yaml")).map((one) => one.split(" |")[0]);
    assert.deepEqual(said, ["6:15 error yaml/unclosed"]);
  });

  it("B4 a dash and several spaces indent no further", async () => {
    await checkTaken("a.delivery-plan.yaml", "changes:\n  -     $0\n", "item", "changes:\n  - item: \n");
  });

  it("B5 a key within a key replaces it, its colon and value stay", async () => {
    const block = (key: string) => `measures:\n  a:\n    title: A\n    ${key}: lower\n`;
    await checkTaken("a.measures.yaml", block("bet$0ter"), "better", block("better"));
    const braces = (key: string) => `measures:\n  a: {title: A, ${key}: lower}\n`;
    await checkTaken("a.measures.yaml", braces("bet$0"), "better", braces("better"));
  });

  it("B6 a value inserts the value only, over the one that stands there", async () => {
    const file = (value: string) => `measures:\n  a:\n    title: A\n    better:${value}\n`;
    await checkTaken("a.measures.yaml", file(" $0"), "lower", file(" lower"));
    await checkTaken("a.measures.yaml", file("$0"), "lower", file(" lower"));
    await checkTaken("a.measures.yaml", file(" hi$0gher # so far"), "lower", file(" lower # so far"));
  });

  for (const level of [
    "@home",
    "*new",
    "&tea",
    "!wow",
    "%off",
    "ward #2",
    "Level 1: poor",
    "1.10",
    "gold",
    "yes",
  ])
    it(`B10 "${level}" is inserted so that it is read as it is`, async () => {
      const levels = ["@home", "*new", "&tea", "!wow", "%off", "ward #2", "Level 1: poor"];
      const target = (text: string) =>
        `measures:\n  a:\n    title: A\n    levels: ${JSON.stringify([...levels, "1.10", "gold"])}\n    targets: {2028/29: ${text}}\n`;
      const bare = await completeAt(writer, `#- a.measures.yaml\n${target("$0")}`);
      assert.equal(bare.accept(level), target(levels.includes(level) ? `"${level}"` : level));
      const quoted = await completeAt(writer, `#- a.measures.yaml\n${target("'$0'")}`);
      assert.equal(quoted.accept(level), target(`'${level}'`));
    });

  it("B10 periods and ids are inserted without quotes", async () => {
    const file = (text: string) => `${HEAD}objectives:\n  a: {title: A, start: ${text}}\n`;
    const offers = await completeAt(writer, `#- trust.strategy.yaml\n${file("$0")}`);
    assert.equal(offers.accept("2027/28"), file("2027/28"));
  });

  it("B11 a reference is found by words of its title, and says title and file", async () => {
    const offers = await completeAt(
      writer,
      CARE.replace("[readmissions]\n", "[$0]\n").replace("    $0\n", ""),
    );
    const item = offers.item("readmissions");
    assert.equal(item.filterText, "readmissions Emergency readmissions");
    assert.equal(item.detail, "Emergency readmissions");
    assert.equal(item.labelDetails?.description, "care.measures.yaml");
  });

  for (const kind of KINDS)
    it(`B12 an empty ${kind} file is offered two templates, and the first can be read`, async () => {
      const path = `2026-27.${kind}.yaml`;
      const offers = await completeAt(writer, `#- ${path}\n$0`);
      const [smallest, fuller] = offers.items.map((item) => accept("", item).replace(/[‹›]/g, ""));
      assert.ok((smallest ?? "").length > 0 && (fuller ?? "").length > (smallest ?? "").length);
      writer.show(`#- ${path}\n${smallest}`);
      const said = (await saidOf(writer, path)).filter((one) => / (yaml|schema)\//.test(one));
      assert.deepEqual(said, []);
    });

  it("B13 typing among 5,000 ids is answered without a new check, with the best of them", async () => {
    const ids = Array.from({ length: 5000 }, (_, at) => `  m${at}: {title: Figure ${at}}`).join("\n");
    const file = `#- trust.strategy.yaml\n${HEAD}objectives:\n  a:\n    title: A\n    measures: [$0]\n`;
    const first = await completeAt(writer, `${file}#- many.measures.yaml\nmeasures:\n${ids}\n`);
    assert.deepEqual([first.items.length, first.isIncomplete], [200, true]);
    const { client, folder } = writer;
    const at = {
      textDocument: { uri: folder.uri("trust.strategy.yaml") },
      position: { line: 5, character: 15 },
    };
    await saidOf(writer, "trust.strategy.yaml");
    const checks = client.count("stratkit/changed");
    const times: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const start = performance.now();
      assert.equal(
        (await client.request<{ items: unknown[] }>("textDocument/completion", at)).items.length,
        200,
      );
      times.push(performance.now() - start);
    }
    assert.equal(client.count("stratkit/changed"), checks);
    assert.ok((times.sort((a, b) => a - b)[18] ?? 0) < 1000, `${times}`);
    const typed = await completeAt(
      writer,
      `${file.replace("$0", "m4321$0")}#- many.measures.yaml\nmeasures:\n${ids}\n`,
    );
    assert.equal(typed.labels[0], "m4321");
  });

  it("B36 in 50,000 lines a burst of typing is checked at most twice, and the outline is capped", async () => {
    const places = Array.from({ length: 25_000 }, (_, at) => `  p${at}:\n    title: Place ${at}`).join("\n");
    const path = "trust.organisation.yaml";
    const text = `title: Trust\nplaces:\n${places}\n`;
    const { client, folder } = writer;
    const { at } = writer.show(`#- ${path}\n${text}`);
    await saidOf(writer, path);
    const checks = client.count("stratkit/changed");
    for (const word of "abcdefghijklmnopqrst") {
      const start = { line: 0, character: 7 };
      client.edit(folder.uri(path), [{ range: { start, end: start }, text: word }]);
    }
    const [file, rest] = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", at);
    assert.equal(file?.name, "tsrqponmlkjihgfedcbaTrust");
    assert.deepEqual([file?.children?.length, rest?.name], [4999, "20001 more"]);
    await saidOf(writer, path);
    assert.ok(client.count("stratkit/changed") - checks <= 2);
  });
});

async function namesOf(writer: Writer, fixture: string): Promise<string[]> {
  const { at } = writer.show(fixture);
  const names = ({ name, detail, children = [] }: DocumentSymbol): string[] => [
    `${name} ${detail}`,
    ...children.flatMap(names),
  ];
  const symbols = await writer.client.request<DocumentSymbol[]>("textDocument/documentSymbol", at);
  return symbols.flatMap(names);
}
