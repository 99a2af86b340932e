import assert from "node:assert/strict";
import { chmodSync, cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DAY, inFolder, KMPT, readIn, run, runJson, STRATEGY, writeIn } from "./support.ts";

const LIBRARY = `measures:
  # How long people wait.
  waits: # in weeks
    title: Waits
    unit: weeks
    better: lower
`;

const WORKSPACE = {
  "care.measures.yaml": LIBRARY,
  "ours.strategy.yaml": `title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, lead: Medical Director, measures: ["waits"]} # agreed
`,
  "ours.actuals.csv": "measure,period,value,note\nwaits,2026-04,9,waits\n",
  "stratkit.config.yaml": "overrides:\n  - ids: [waits] # known\n    rules: {measure/no-target: off}\n",
  "stratkit.baseline.json":
    '{"version": 1, "findings": [\n{"rule": "measure/no-baseline", "item": "waits"}\n]}\n',
};

function summaryOf(folder: string) {
  return runJson<{ summary: Record<string, number>; findings: { ruleId: string }[] }>(
    ["check", "--as-of", DAY],
    { cwd: folder },
  ).json;
}

describe("stratkit init", () => {
  it("writes a workspace that passes the check without errors", () => {
    inFolder({}, (folder) => {
      const { code, out, err } = run(["init", "--as-of", DAY], { cwd: folder });
      assert.equal(err, "");
      assert.equal(code, 0);
      assert.match(
        out,
        /^Wrote our-strategy.strategy.yaml\nWrote our-organisation.organisation.yaml\nWrote stratkit.config.yaml\nNext: /,
      );
      const { errors, warnings } = summaryOf(folder).summary;
      assert.deepEqual({ errors, warnings }, { errors: 0, warnings: 0 });
      assert.equal(run(["fmt", "--check"], { cwd: folder }).code, 0);
    });
  });

  it("overwrites nothing, and then writes nothing at all", () => {
    inFolder({ "stratkit.config.yaml": "extends: draft\n" }, (folder) => {
      const { code, err } = run(["init"], { cwd: folder });
      assert.equal(code, 2);
      assert.match(err, /stratkit.config.yaml exists already and is left as it is/);
      assert.deepEqual(readdirSync(folder), ["stratkit.config.yaml"]);
    });
  });

  it("shows what it would write, and writes nothing", () => {
    inFolder({}, (folder) => {
      const { code, out } = run(["init", "ours", "--organisation", "Our Trust", "--dry-run"], {
        cwd: folder,
      });
      assert.equal(code, 0);
      assert.match(
        out,
        /^--- \/dev\/null\n\+\+\+ b\/ours\/our-strategy.strategy.yaml\n@@ -0,0 \+1,\d+ @@\n\+# A strategy/,
      );
      assert.match(out, /\+\+\+ b\/ours\/our-trust.organisation.yaml\n/);
      assert.deepEqual(readdirSync(folder), []);
    });
  });
});

describe("stratkit new", () => {
  it("puts a thing in its place, and a file beside the others", () => {
    inFolder(WORKSPACE, (folder) => {
      assert.equal(run(["new", "measure", "Missed doses"], { cwd: folder }).code, 0);
      assert.equal(
        readIn(folder, "care.measures.yaml"),
        `${LIBRARY}  missed-doses:\n    title: Missed doses\n`,
      );
      const ran = run(["new", "delivery-plan", "2027-28"], { cwd: folder });
      assert.equal(ran.out, "Wrote 2027-28.delivery-plan.yaml\nNext: fill it in, then run stratkit check\n");
      assert.match(readIn(folder, "2027-28.delivery-plan.yaml"), /^strategy: ours$/m);
      const again = run(["new", "delivery-plan", "2027-28"], { cwd: folder });
      assert.equal(again.code, 2);
      assert.match(again.err, /"2027-28" is already the id of delivery plan/);
    });
  });

  it("asks where, and says what a kind may be", () => {
    inFolder({ "ours.strategy.yaml": STRATEGY }, (folder) => {
      assert.match(
        run(["new", "measure", "X"], { cwd: folder }).err,
        /\(ours\/cut-waiting, ours\/reduce-variation\): say in which with --in\n$/,
      );
      assert.match(
        run(["new", "mesure", "X"], { cwd: folder }).err,
        /"mesure" is not a kind of file or thing. Did you mean "measures?"/,
      );
      const { out } = run(["new", "objective", "Grow", "--in", "ours", "--dry-run"], { cwd: folder });
      assert.match(out, /^\+ {2}grow:\n\+ {4}title: Grow$/m);
      assert.equal(readIn(folder, "ours.strategy.yaml"), STRATEGY);
    });
  });
});

describe("stratkit rename", () => {
  it("changes every place in YAML, CSV, config and baseline, and keeps comments and quotes", () => {
    inFolder(WORKSPACE, (folder) => {
      const before = summaryOf(folder).findings.map(({ ruleId }) => ruleId);
      const { code, out } = run(["rename", "waits", "delays"], { cwd: folder });
      assert.equal(code, 0);
      assert.match(
        out,
        /^Measure "Waits": the measure's id is now delays instead of waits \(5 places in 5 files\)\n/,
      );
      assert.equal(
        readIn(folder, "care.measures.yaml"),
        LIBRARY.replace("  waits:", "  delays:").replace("    unit", "    formerly: [waits]\n    unit"),
      );
      assert.equal(
        readIn(folder, "ours.strategy.yaml"),
        WORKSPACE["ours.strategy.yaml"].replace('"waits"', '"delays"'),
      );
      assert.equal(readIn(folder, "ours.actuals.csv"), "measure,period,value,note\ndelays,2026-04,9,waits\n");
      assert.match(readIn(folder, "stratkit.config.yaml"), /ids: \[delays\] # known/);
      assert.match(readIn(folder, "stratkit.baseline.json"), /"item": "delays"/);
      assert.deepEqual(
        summaryOf(folder).findings.map(({ ruleId }) => ruleId),
        before,
      );
      assert.equal(run(["rename", "delays", "waits"], { cwd: folder }).code, 0);
      for (const [path, text] of Object.entries(WORKSPACE)) assert.equal(readIn(folder, path), text);
    });
  });

  it("renames the file of what a file names", () => {
    inFolder({}, (folder) => {
      cpSync(KMPT, folder, { recursive: true });
      const { code } = run(["rename", "clinical-technology", "digital"], { cwd: folder });
      assert.equal(code, 0);
      assert.ok(!existsSync(join(folder, "clinical-technology.enabler-strategy.yaml")));
      assert.match(readIn(folder, "digital.enabler-strategy.yaml"), /^formerly: \[clinical-technology\]$/m);
      const errors = (cwd: string) => summaryOf(cwd).summary.errors;
      assert.equal(errors(folder), errors(KMPT));
    });
  });

  it("shows the change, and writes nothing", () => {
    inFolder(WORKSPACE, (folder) => {
      const { out } = run(["rename", "strategy:ours", "theirs", "--dry-run"], { cwd: folder });
      assert.equal(
        out,
        [
          "rename from ours.strategy.yaml",
          "rename to theirs.strategy.yaml",
          "--- a/ours.strategy.yaml",
          "+++ b/theirs.strategy.yaml",
          "@@ -1,4 +1,5 @@",
          " title: Ours",
          "+formerly: [ours]",
          " period: 2026/27 to 2028/29",
          " objectives:",
          '   access: {title: Access, lead: Medical Director, measures: ["waits"]} # agreed',
          "",
        ].join("\n"),
      );
      assert.ok(!existsSync(join(folder, "theirs.strategy.yaml")));
    });
  });

  it("refuses in one line, and changes nothing", () => {
    inFolder({ ...WORKSPACE, "other.measures.yaml": "measures: {other: Other}\n" }, (folder) => {
      const refused = (...args: string[]) => {
        const { code, err } = run(["rename", ...args], { cwd: folder });
        assert.equal(code, 2);
        return err;
      };
      assert.match(
        refused("waits", "other"),
        /already the id of measure "Other" \(other.measures.yaml, line 1\)/,
      );
      assert.match(
        refused("waits", "Long Waits"),
        /is not an id: use lower-case words joined by dashes, such as long-waits/,
      );
      assert.match(refused("wait", "x"), /Nothing here has the id "wait". Did you mean "waits"/);
      assert.match(refused("ours", "x"), /"ours" is the id of 2 things: write actuals:ours or strategy:ours/);
      for (const [path, text] of Object.entries(WORKSPACE)) assert.equal(readIn(folder, path), text);
    });
  });

  it("writes none of the files where one cannot be written", () => {
    if (process.getuid?.() === 0) {
      // Whoever may do everything is stopped by a file that stands in the way.
      inFolder({ ...WORKSPACE, "theirs.strategy.yaml/x": "" }, (folder) => {
        assert.equal(run(["rename", "strategy:ours", "theirs"], { cwd: folder }).code, 2);
        assert.equal(readIn(folder, "ours.strategy.yaml"), WORKSPACE["ours.strategy.yaml"]);
      });
      return;
    }
    inFolder(
      { "a/care.measures.yaml": LIBRARY, "ours.strategy.yaml": WORKSPACE["ours.strategy.yaml"] },
      (folder) => {
        chmodSync(join(folder, "a"), 0o500);
        const { code } = run(["rename", "waits", "delays"], { cwd: folder });
        chmodSync(join(folder, "a"), 0o700);
        assert.equal(code, 2);
        assert.equal(readIn(folder, "ours.strategy.yaml"), WORKSPACE["ours.strategy.yaml"]);
        assert.deepEqual(readdirSync(folder).sort(), ["a", "ours.strategy.yaml"]);
      },
    );
  });
});

describe("stratkit fmt", () => {
  it("lays out what is named, and says with --check what it would change", () => {
    const untidy = STRATEGY.replace("title: Ours", "title: Ours  # working title").replace(
      "status: adopted",
      "status: adopted   ",
    );
    inFolder({ "a.strategy.yaml": untidy, "stratkit.config.yaml": "extends: draft  \n" }, (folder) => {
      const checked = run(["fmt", "--check"], { cwd: folder });
      assert.deepEqual([checked.code, checked.out], [1, "a.strategy.yaml\nstratkit.config.yaml\n"]);
      assert.equal(run(["fmt", "a.strategy.yaml"], { cwd: folder }).out, "Laid out a.strategy.yaml\n");
      assert.equal(readIn(folder, "a.strategy.yaml"), untidy.replace("adopted   ", "adopted"));
      assert.equal(readIn(folder, "stratkit.config.yaml"), "extends: draft  \n");
      writeIn(folder, "b.strategy.yaml", 'title: "B  \n');
      run(["fmt"], { cwd: folder });
      assert.equal(readIn(folder, "b.strategy.yaml"), 'title: "B  \n');
      assert.equal(run(["fmt", "--check"], { cwd: folder }).code, 0);
    });
  });
});
