// What may be waived and what may not: a waiver holds with a reason and until its day, and the config rules over all.

import assert from "node:assert/strict";
import { cleanUp } from "./client.ts";
import { saidOf, startWriting, type Writer } from "./writing.ts";

const HEAD = "title: Ours\nperiod: 2026/27 to 2028/29\n";
const DELAYS = `#- care.measures.yaml
measures:
  delays: {title: Delays, unit: days, better: lower, targets: {2028/29: at most 5}}
`;
/** An objective with the lines given to it. */
const goal = (...lines: readonly string[]) =>
  `#- trust.strategy.yaml\n${HEAD}objectives:\n  access:\n    title: Access\n    lead: Board\n${lines.map((line) => `    ${line}\n`).join("")}`;
const waived = (waiver: string, ...lines: readonly string[]) =>
  goal(...lines, `waive: {trace/objective-unmeasured: ${waiver}}`);
const config = (lines: string) => `#- stratkit.config.yaml\n${lines}\n`;
const UNMEASURED =
  'trace/objective-unmeasured | Objective "Access" has no measure, so nobody can tell whether it is working | Link a measure, or waive the rule with a reason';
const WAIVER = "{because: Later, until: 2027-03-31}";

/** A workspace, and all that is said of its first file. */
const WAIVED: readonly (readonly [fixture: string, ...said: string[]])[] = [
  [waived(WAIVER), `4:3 info ${UNMEASURED.replace("| ", "| Waived until 2027-03-31: ")}`],
  [
    waived("{because: Later, until: 2026-03-31}"),
    "7:13 warning waive/expired | The waiver of trace/objective-unmeasured ended on 2026-03-31 | Renew it with a reason, or link a measure",
  ],
  [
    waived("{until: 2027-03-31}"),
    `4:3 error ${UNMEASURED}`,
    '7:13 error waive/incomplete | The waiver of trace/objective-unmeasured has no reason, so it does not count | Add "because"',
  ],
  [
    waived(WAIVER, "done-when: All is done", "due: 2027/28"),
    '9:13 warning waive/needless | The waiver of trace/objective-unmeasured on objective "Access" has nothing left to waive | Remove it',
  ],
  [goal() + config("rules: {trace/objective-unmeasured: off}")],
  [goal() + config("rules: {trace/objective-unmeasured: info}"), `4:3 info ${UNMEASURED}`],
];

/** What nobody can waive, in a file whose one objective waives the rule; that is said too, where it can be read. */
const STAYS: readonly (readonly [rule: string, file: string, ...said: string[]])[] = [
  [
    "yaml/unclosed",
    goal("done-when: All is done", "due: 2027/28").replace("title: Ours", "title: Ours\ntags: ["),
    '2:7 error yaml/unclosed | This bracket is never closed | Add "]" where it ends',
    "8:13 error waive/not-possible | yaml/unclosed cannot be waived | Repair the text, and remove the waiver",
  ],
  [
    "ref/duplicate-id",
    `${goal("measures: {delays: {title: D, description: Days, unit: days, better: lower, owner: Board, data-source: Lists, frequency: monthly, targets: {2028/29: 1}}}")}${DELAYS}`,
    "7:13 error waive/not-possible | ref/duplicate-id cannot be waived | Rename one of the two items",
    '8:16 error ref/duplicate-id | Two measures have the id "delays", here and in care.measures.yaml line 2 | Rename one of them',
  ],
  [
    "privacy/nhs-number",
    goal("done-when: All is done", "due: 2027/28").replace(
      "title: Access",
      "title: The case of 943 476 5919",
    ),
    "5:24 error privacy/nhs-number | This looks like an NHS number, and the file may be public | Remove it, and ask how to clear it from the history",
    "7:13 error waive/not-possible | privacy/nhs-number cannot be waived | Remove what it found, and the waiver",
  ],
];

describe("waivers in an editor", () => {
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

  it("B49 waivers hold, end, are needless or incomplete, and the config rules over them all", async () => {
    for (const [fixture, ...said] of WAIVED) await checkSaid(fixture, said);
  });

  for (const [rule, file, ...said] of STAYS)
    it(`B49 ${rule} stays, whatever is waived`, async () => {
      const waiver = `    lead: Board\n    waive: {${rule}: ${WAIVER}}\n`;
      await checkSaid(file.replace("    lead: Board\n", waiver), said);
    });
});
