// Known debt: written once, shown apart in every format, shrinking, never hiding anything else.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DAY, inFolder, type Ran, readIn, run, runJson, STRATEGY, writeIn } from "./support.ts";

const S = "trust.strategy.yaml";
const FILE = "stratkit.baseline.json";
const HEAD = '{"version": 1, "findings": [\n';
const UNMEASURED = '{"rule": "trace/objective-unmeasured", "item": "trust/cut-waiting"}';

interface Checked {
  readonly complete: boolean;
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly ruleId: string;
    readonly state: string;
    readonly severity: string;
    readonly message: string;
    readonly path: string;
    readonly fingerprint: string;
  }[];
}

function check(folder: string, ...flags: string[]): Ran & { readonly json: Checked } {
  return runJson<Checked>(["check", folder, "--as-of", DAY, ...flags]);
}

function statesIn({ json }: { readonly json: Checked }): string[] {
  return json.findings.map(({ state, ruleId }) => `${state} ${ruleId}`);
}

function baseline(folder: string, ...words: string[]): Ran {
  return run(["baseline", ...words, "--as-of", DAY, "-C", folder]);
}

/** What cannot be held stays as it is. */
const OTHER = STRATEGY.replace("status: adopted\n", "")
  .replace("cut-waiting:", "cut-surplus:")
  .replaceAll("readmissions", "returns");

/** With two findings on one objective. */
const withoutLead = (text: string) => text.replace(", lead: Medical Director}", "}");

describe("stratkit baseline create", () => {
  it("makes a failing check pass, with the same findings apart", () =>
    inFolder({ [S]: withoutLead(STRATEGY) }, (folder) => {
      const before = check(folder);
      assert.equal(before.code, 1);
      const made = baseline(folder, "create");
      assert.deepEqual([made.code, made.err], [0, ""]);
      const count = before.json.findings.length;
      assert.equal(made.out, `${FILE} holds ${count} findings as known debt\n`);
      assert.ok(readIn(folder, FILE).startsWith(HEAD));
      assert.ok(readIn(folder, FILE).includes(`${UNMEASURED}\n]}\n`));
      const after = check(folder);
      assert.equal(after.code, 0);
      const { files, ...counts } = after.json.summary;
      assert.deepEqual(counts, { errors: 0, warnings: 0, infos: 0, waived: 0, baselined: count });
      const plain = ({ fingerprint, severity, path }: Checked["findings"][number]) => [
        fingerprint,
        severity,
        path,
      ];
      assert.deepEqual(after.json.findings.map(plain), before.json.findings.map(plain));
      for (const { state, message } of after.json.findings) {
        assert.equal(state, "baselined");
        assert.match(message, /^In the baseline: /);
      }
    }));

  it("is the same file on every run, sorted line by line", () =>
    inFolder({ [S]: withoutLead(STRATEGY), "other.strategy.yaml": withoutLead(OTHER) }, (folder) => {
      baseline(folder, "create");
      const text = readIn(folder, FILE);
      const lines = text
        .split("\n")
        .slice(1, -2)
        .map((line) => line.replace(/,$/, ""));
      assert.ok(lines.length > 2, text);
      const parts = lines
        .map((line) => JSON.parse(line))
        .map((one) => [one.rule, one.item ?? "", one.path ?? "", one.field ?? ""]);
      assert.deepEqual(
        parts,
        [...parts].sort((a, b) => (a.join("\n") < b.join("\n") ? -1 : 1)),
      );
      writeIn(folder, "copy/readme.md", "");
      inFolder({ [S]: withoutLead(STRATEGY), "other.strategy.yaml": withoutLead(OTHER) }, (twin) => {
        baseline(twin, "create");
        assert.equal(readIn(twin, FILE), text);
      });
    }));

  it("overwrites nothing, and shows first what it would write", () =>
    inFolder({ [S]: STRATEGY }, (folder) => {
      const shown = baseline(folder, "create", "--dry-run");
      assert.equal(shown.code, 0);
      assert.match(shown.out, /^--- \/dev\/null\n\+\+\+ b\/stratkit\.baseline\.json\n/);
      assert.equal(existsSync(join(folder, FILE)), false);
      writeIn(folder, FILE, "mine");
      const refused = baseline(folder, "create");
      assert.equal(refused.code, 2);
      assert.equal(
        refused.err,
        `stratkit: ${FILE} exists already and is left as it is: run stratkit baseline prune, or delete it to begin anew\n`,
      );
      assert.equal(readIn(folder, FILE), "mine");
    }));

  it("holds as much as --show names, and never what cannot be waived", () =>
    inFolder(
      { [S]: STRATEGY, "a.measures.yaml": "measures: {readmissions: {title: Twin, role: context}}\n" },
      (folder) => {
        const made = runJson<{ held: number; left: number; files: unknown[] }>([
          "baseline",
          "create",
          "--show",
          "error",
          "--as-of",
          DAY,
          "-C",
          folder,
        ]);
        assert.deepEqual([made.json.held, made.json.left], [1, 1]);
        assert.equal(readIn(folder, FILE), `${HEAD}${UNMEASURED}\n]}\n`);
        const after = check(folder, "--show", "error");
        assert.equal(after.code, 1);
        assert.deepEqual(statesIn(after).sort(), [
          "baselined trace/objective-unmeasured",
          "open ref/duplicate-id",
        ]);
      },
    ));

  it("writes nothing where there is nothing to hold", () =>
    inFolder({ "glossary.organisation.yaml": "title: Ours\n" }, (folder) => {
      assert.deepEqual(check(folder).json.findings, []);
      const made = baseline(folder, "create");
      assert.deepEqual([made.code, made.out], [0, "There is nothing to hold, so nothing is written\n"]);
      assert.equal(existsSync(join(folder, FILE)), false);
    }));
});

describe("a check with a baseline", () => {
  const files = { [S]: STRATEGY, [FILE]: `${HEAD}${UNMEASURED}\n]}\n` };

  it("fails for what is new", () =>
    inFolder(files, (folder) => {
      assert.equal(check(folder).code, 0);
      writeIn(folder, S, `${STRATEGY}  newly-bare: {title: Newly bare, lead: Chair}\n`);
      const { code, json } = check(folder);
      assert.equal(code, 1);
      assert.equal(json.summary.errors, 1);
    }));

  it("shows it apart in every format", () =>
    inFolder(files, (folder) => {
      const shown = (format: string) => run(["check", folder, "--as-of", DAY, "-f", format]).out;
      assert.match(shown("text"), /: error: In the baseline: Objective "Cut waiting" has no measure/);
      assert.match(shown("markdown"), /### Waived or known[\s\S]*In the baseline: Objective "Cut waiting"/);
      assert.match(shown("markdown"), /1 in the baseline/);
      assert.match(shown("csv"), /,error,baselined,trace\/objective-unmeasured,/);
      assert.match(shown("junit"), /<skipped message="In the baseline: Objective/);
      assert.doesNotMatch(shown("github"), /objective-unmeasured/);
      assert.doesNotMatch(shown("gitlab"), /objective-unmeasured/);
      const [result] = JSON.parse(shown("sarif")).runs[0].results.filter(
        ({ ruleId }: { ruleId: string }) => ruleId === "trace/objective-unmeasured",
      );
      assert.deepEqual(result.suppressions, [{ kind: "external", status: "accepted" }]);
      assert.match(run(["check", folder, "--as-of", DAY]).err, /\(1 in the baseline\)/);
    }));

  it("says where a baseline is broken, and holds what can be read of it", () =>
    inFolder(files, (folder) => {
      writeIn(folder, FILE, `${HEAD}${UNMEASURED}\n{"rule": \n]}\n`);
      const { code, json } = check(folder);
      assert.equal(code, 1);
      assert.equal(json.complete, false);
      assert.deepEqual(
        statesIn({ json }).filter((one) => one.startsWith("baselined")),
        ["baselined trace/objective-unmeasured"],
      );
      const [told] = json.findings.filter(({ path }) => path === FILE);
      assert.deepEqual([told?.ruleId, told?.severity], ["waive/baseline-unreadable", "error"]);
      for (const job of ["prune", "status"]) {
        const refused = baseline(folder, job);
        assert.equal(refused.code, 2);
        assert.match(
          refused.err,
          /^stratkit: stratkit\.baseline\.json:3:1: The baseline cannot be read from here on/,
        );
      }
    }));

  it("is not counted as a change of its own by fmt, and is no place for a report", () =>
    inFolder({ ...files, [FILE]: `${HEAD}   ${UNMEASURED}   \n]}` }, (folder) => {
      assert.equal(run(["fmt", "--check", "-C", folder]).out, "");
      const refused = run(["check", folder, "-f", `json:${join(folder, FILE)}`]);
      assert.equal(refused.code, 2);
      assert.match(readIn(folder, FILE), /objective-unmeasured/);
    }));

  it("is part of the question that a kept result answers", () =>
    inFolder(
      { ...files, "pad.measures.yaml": `${`# ${"x".repeat(98)}\n`.repeat(3000)}measures: {}\n` },
      (folder) =>
        inFolder({}, (cache) => {
          const ask = () =>
            run(["check", folder, "--as-of", DAY, "-v"], {
              env: { STRATKIT_CACHE_DIR: join(cache, "kept") },
            });
          const isKept = ({ err }: Ran) => err.includes("Nothing has changed since an earlier check");
          assert.deepEqual([ask().code, isKept(ask())], [0, true]);
          writeIn(folder, FILE, `${HEAD}]}\n`);
          const anew = ask();
          assert.deepEqual([anew.code, isKept(anew)], [1, false]);
        }),
    ));

  it("follows a rename, before and after", () =>
    inFolder(files, (folder) => {
      assert.equal(run(["rename", "cut-waiting", "shorter-waits", "-C", folder]).code, 0);
      assert.match(readIn(folder, FILE), /"item": "trust\/shorter-waits"/);
      assert.ok(statesIn(check(folder)).includes("baselined trace/objective-unmeasured"));
      writeIn(folder, FILE, files[FILE]);
      assert.ok(statesIn(check(folder)).includes("baselined trace/objective-unmeasured"));
    }));
});

describe("stratkit baseline prune and status", () => {
  const stale = '{"rule": "measure/no-unit", "item": "readmissions"}';
  const files = { [S]: STRATEGY, [FILE]: `${HEAD}${stale},\n${UNMEASURED}\n]}\n` };

  it("takes out what no longer occurs, and nothing else", () =>
    inFolder(files, (folder) => {
      assert.match(
        run(["check", folder, "--as-of", DAY]).out,
        /stratkit\.baseline\.json:2:1: info: 1 finding in the baseline no longer occurs \[waive\/baseline-stale\]/,
      );
      assert.match(baseline(folder, "prune", "--dry-run").out, /^-\{"rule": "measure\/no-unit"/m);
      assert.equal(readIn(folder, FILE), files[FILE]);
      const pruned = baseline(folder, "prune");
      assert.deepEqual(
        [pruned.code, pruned.out],
        [0, `No longer occurs: measure/no-unit readmissions\nTook 1 finding out of ${FILE}; 1 is left\n`],
      );
      assert.equal(readIn(folder, FILE), `${HEAD}${UNMEASURED}\n]}\n`);
      assert.equal(baseline(folder, "prune").out, "Nothing to take out: the 1 finding still occurs\n");
    }));

  it("is what --fix does with it", () =>
    inFolder(files, (folder) => {
      assert.equal(run(["check", folder, "--as-of", DAY, "--fix"]).code, 0);
      assert.equal(readIn(folder, FILE), `${HEAD}${UNMEASURED}\n]}\n`);
    }));

  it("never adds: what was paid and comes back counts", () =>
    inFolder(files, (folder) => {
      baseline(folder, "prune");
      writeIn(folder, S, STRATEGY.replace("        unit: percent\n", ""));
      baseline(folder, "prune");
      assert.ok(statesIn(check(folder)).includes("open measure/no-unit"));
    }));

  it("takes nothing out while a file cannot be read", () =>
    inFolder({ ...files, "x.measures.yaml": "measures: [\n" }, (folder) => {
      const refused = baseline(folder, "prune");
      assert.equal(refused.code, 2);
      assert.match(refused.err, /nobody can say what no longer occurs/);
      assert.equal(readIn(folder, FILE), files[FILE]);
    }));

  it("says how much is left, by rule", () =>
    inFolder(files, (folder) => {
      const said = baseline(folder, "status");
      assert.equal(said.code, 0);
      assert.match(
        said.out,
        /^stratkit\.baseline\.json holds 2 findings as known debt; 1 of them no longer occurs\n/,
      );
      assert.match(said.out, /measure\/no-unit +1 +1\n/);
      const { json } = runJson<Record<string, unknown>>(["baseline", "status", "--as-of", DAY, "-C", folder]);
      assert.deepEqual(json.stale, [{ rule: "measure/no-unit", item: "readmissions" }]);
      assert.deepEqual([json.command, json.path, json.held, json.complete], ["baseline", FILE, 2, true]);
    }));

  it("needs one, and a job that there is", () =>
    inFolder({ [S]: STRATEGY }, (folder) => {
      const none = baseline(folder, "status");
      assert.equal(none.code, 2);
      assert.match(
        none.err,
        /^stratkit: There is no stratkit\.baseline\.json: .*stratkit baseline create\n$/,
      );
      const slip = baseline(folder, "update");
      assert.equal(slip.code, 2);
      assert.match(slip.err, /"update" is not known to stratkit baseline: use create, prune or status/);
    }));
});
