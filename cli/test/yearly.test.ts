// The yearly work of a strategy team: what ended is retired, and the plan goes on into the next year.

import assert from "node:assert/strict";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { DAY, inFolder, KMPT, readIn, run, runJson } from "./support.ts";

const WORKSPACE = {
  "care.measures.yaml":
    "measures:\n  # Old.\n  dtoc: {title: Delays} # of beds\n  criteria: {title: No criteria to reside}\n",
  "ours.strategy.yaml": `title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, lead: Medical Director, measures: [dtoc], done-when: It is open}
`,
  "2026-27.delivery-plan.yaml": `title: Plan 2026/27
strategy: ours
period: 2026/27
priorities:
  door:
    title: Front door # first
    objectives: [access]
    actions:
      open: {title: Open, due: Q1}
      train: {title: Train, due: Q2}
      paint: {title: Paint, due: Q4}
`,
};

function errorsIn(folder: string): number {
  const { json } = runJson<{ summary: { errors: number } }>(["check", "--as-of", DAY], { cwd: folder });
  return json.summary.errors;
}

describe("stratkit retire", () => {
  const because = ["--because", "The definition changed", "--as-of", DAY];

  it("says that a thing ended, and what still refers to it", () => {
    inFolder(WORKSPACE, (folder) => {
      const { code, out, err } = run(["retire", "dtoc", ...because, "--replaced-by", "criteria"], {
        cwd: folder,
      });
      assert.deepEqual([code, err], [0, ""]);
      assert.equal(
        out,
        'Measure "Delays" has ended; its id stays and is not used again (care.measures.yaml)\nMeasure "No criteria to reside" takes its place\nStill referred to by ours/access\n',
      );
      assert.equal(
        readIn(folder, "care.measures.yaml"),
        WORKSPACE["care.measures.yaml"].replace(
          "{title: Delays}",
          "{title: Delays, retired: {on: 2026-11-21, because: The definition changed, replaced-by: criteria}}",
        ),
      );
      const again = run(["retire", "dtoc", ...because], { cwd: folder });
      assert.equal(again.code, 2);
      assert.match(
        again.err,
        /Measure "Delays" ended already on 2026-11-21: change its "retired" in care.measures.yaml, line 3\n$/,
      );
    });
  });

  it("shows the change first, and refuses in one line", () => {
    inFolder(WORKSPACE, (folder) => {
      const preview = run(["retire", "door", ...because, "--on", "2026-10-31", "--dry-run"], { cwd: folder });
      assert.match(
        preview.out,
        /^\+ {4}retired:\n\+ {6}on: 2026-10-31\n\+ {6}because: The definition changed$/m,
      );
      const refused = (...args: string[]) => {
        const { code, err } = run(["retire", ...args], { cwd: folder });
        assert.equal(code, 2);
        return err;
      };
      assert.equal(refused("dtoc"), 'stratkit: Say why it ended: stratkit retire dtoc --because "..."\n');
      assert.match(refused("dtok", ...because), /Nothing here has the id "dtok". Did you mean "dtoc"/);
      assert.match(
        refused("dtoc", ...because, "--on", "May"),
        /"May" is not a date: write year, month and day/,
      );
      for (const [path, text] of Object.entries(WORKSPACE)) assert.equal(readIn(folder, path), text);
    });
  });
});

describe("stratkit roll-forward", () => {
  const roll = ["roll-forward", "2027/28", "--as-of", DAY];

  it("carries what is open, by what was decided on each missed thing", () => {
    inFolder(WORKSPACE, (folder) => {
      const { code, json } = runJson<Record<string, unknown>>(
        [...roll, "--carry", "open=Q2", "--drop", "door/train=No funds = none"],
        { cwd: folder },
      );
      assert.equal(code, 0);
      const { plan, carried, dropped, leftBehind, files } = json;
      assert.deepEqual(
        { plan, carried, dropped, leftBehind, files },
        {
          plan: { id: "2027-28", period: "2027/28", from: "2026-27" },
          carried: ["2026-27/door/open", "2026-27/door/paint"],
          dropped: [{ id: "2026-27/door/train", because: "No funds = none" }],
          leftBehind: [],
          files: [{ path: "2027-28.delivery-plan.yaml", change: "created" }],
        },
      );
      assert.equal(
        readIn(folder, "2027-28.delivery-plan.yaml"),
        `title: Plan 2027/28
strategy: ours
period: 2027/28
status: draft
priorities:
  door:
    title: Front door # first
    objectives: [access]
    actions:
      open: {title: Open, due: Q2}
      paint: {title: Paint}

changes:
  - item: 2026-27/door/train
    field: status
    now: stopped
    on: ${DAY}
    because: No funds = none
`,
      );
      assert.equal(readIn(folder, "2026-27.delivery-plan.yaml"), WORKSPACE["2026-27.delivery-plan.yaml"]);
      assert.equal(errorsIn(folder), 0);
    });
  });

  it("says which missed things must be decided on, and how", () => {
    inFolder(WORKSPACE, (folder) => {
      const refused = (...args: string[]) => {
        const { code, out, err } = run([...roll, ...args], { cwd: folder });
        assert.deepEqual([code, out], [2, ""]);
        return err;
      };
      assert.equal(
        refused("--no-input"),
        'stratkit: 2 missed things are not decided on (door/open, door/train): add --carry ID or --drop "ID=why" for each, or --carry all\n',
      );
      assert.match(
        refused("--carry", "open"),
        /^stratkit: 1 missed thing is not decided on \(door\/train\): /,
      );
      assert.match(refused("--drop", "open"), /What is dropped needs a reason: write --drop "open=why"\n$/);
      assert.match(
        refused("--carry", "open", "--drop", "door/open=x"),
        /There are two decisions on 2026-27\/door\/open/,
      );
      assert.match(refused("--carry", "trains"), /Nothing here has the id "trains"/);
      assert.match(refused("--carry", "all", "--plan", "ours"), /Nothing here has the id "ours"/);
      assert.match(
        run(["roll-forward", "2026/27"], { cwd: folder }).err,
        /No delivery plan ends before 2026\/27: delivery plan "Plan 2026\/27" runs to 2027-03-31\n$/,
      );
      assert.ok(!existsSync(join(folder, "2027-28.delivery-plan.yaml")));
    });
  });

  it("rolls a published plan forward without a new error, and shows it first", () => {
    inFolder({}, (folder) => {
      cpSync(KMPT, folder, { recursive: true });
      const all = ["roll-forward", "2018/19", "--carry", "all", "--as-of", DAY];
      const preview = run([...all, "--dry-run"], { cwd: folder });
      assert.match(preview.out, /^--- \/dev\/null\n\+\+\+ b\/2018-19.delivery-plan.yaml\n/);
      assert.ok(!existsSync(join(folder, "2018-19.delivery-plan.yaml")));
      const { code, out } = run(all, { cwd: folder });
      assert.equal(code, 0);
      assert.match(out, /^Wrote 2018-19.delivery-plan.yaml for 2018\/19: 104 carried on\n/);
      assert.equal(errorsIn(folder), errorsIn(KMPT));
      assert.match(run(all, { cwd: folder }).err, /is there already for 2018\/19: change it instead\n$/);
    });
  });
});
