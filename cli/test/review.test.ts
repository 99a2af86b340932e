// Reviewed links: the list that says so, what changed since, and saying that it still fits.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { commit, inWorkshop, makeRepository } from "./repositories.ts";
import { DAY, inFolder, readIn, run, runJson, writeIn } from "./support.ts";

const LEDGER = "stratkit.reviews.yaml";
const FILES = {
  "stratkit.config.yaml": "extends: review\n",
  "trust.organisation.yaml": "title: The trust\nteams: {acute: Acute services, board: Trust Board}\n",
  "trust.strategy.yaml": `title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Care for adults who wait, lead: Medical Director, measures: [waits, open]}
  beds: {title: More beds, lead: acute, measures: [waits]}
`,
  "trust.measures.yaml": `measures:
  waits: {title: Weeks of waiting, unit: weeks, better: lower, owner: acute, baseline: {2025/26: 12}, targets: {2028/29: 4}}
  open: {title: Open clinics, unit: clinics, better: higher, owner: Chair, baseline: {2025/26: 2}, targets: {2028/29: 4}}
`,
};
const BECAUSE = ["--because", "Wording only", "--as-of", DAY];

function reword(folder: string): void {
  const text = readIn(folder, "trust.strategy.yaml");
  writeIn(folder, "trust.strategy.yaml", text.replace("for adults who", "for people who"));
}

/** Without fingerprints. */
function ledgerIn(folder: string): string {
  return readIn(folder, LEDGER).replace(/"[0-9a-f]{12}"/g, "F");
}

describe("stratkit review", () => {
  it("accepts a thing's links or one link alone, names the team, and shows what it would write", () => {
    inFolder(FILES, (folder) => {
      const preview = run(["review", "accept", "trust/access", ...BECAUSE, "--dry-run"], { cwd: folder });
      assert.deepEqual([preview.code, preview.err], [0, ""]);
      assert.match(preview.out, /^--- \/dev\/null\n\+\+\+ b\/stratkit\.reviews\.yaml\n/);
      assert.ok(!existsSync(join(folder, LEDGER)));
      const { code, out, err } = run(["review", "accept", "trust/access > waits", ...BECAUSE], {
        cwd: folder,
      });
      assert.deepEqual([code, out, err], [0, "Accepted: trust/access > waits (not reviewed before)\n", ""]);
      const more = run(
        ["review", "accept", "trust/access", "trust/beds > waits", ...BECAUSE, "--by", "board"],
        {
          cwd: folder,
        },
      );
      assert.equal(more.code, 0, more.err);
      assert.equal(
        ledgerIn(folder),
        `trust > trust/access: {from: F, to: F, on: 2026-11-21, by: board, because: Wording only}
trust/access > open: {from: F, to: F, on: 2026-11-21, by: board, because: Wording only}
trust/access > waits: {from: F, to: F, on: 2026-11-21, by: acute, because: Wording only}
trust/beds > waits: {from: F, to: F, on: 2026-11-21, by: board, because: Wording only}
`,
      );
      const again = run(["review", "accept", "trust/access", ...BECAUSE], { cwd: folder });
      assert.equal(again.out, "These links were reviewed and have not changed since\n");
      const checked = runJson<{ findings: { ruleId: string }[] }>(["check", "--only", "trace"], {
        cwd: folder,
      });
      assert.deepEqual(checked.json.findings, []);
    });
  });

  it("lists what changed since, and counts", () => {
    inFolder(FILES, (folder) => {
      const none = run(["review", "list"], { cwd: folder });
      assert.deepEqual(
        [none.code, none.out],
        [0, 'No links were reviewed yet: begin with stratkit review accept ID --because "..."\n'],
      );
      run(["review", "accept", "trust/access", ...BECAUSE], { cwd: folder });
      assert.equal(
        run(["review", "list"], { cwd: folder }).out,
        "No link changed since it was reviewed (3 of 5 were)\n",
      );
      reword(folder);
      const { code, out } = run(["review", "list"], { cwd: folder });
      assert.equal(code, 0);
      assert.match(
        out,
        /^trust\.strategy\.yaml:4 {2}trust\/access > waits\nObjective "Care for people who wait" changed after its link to measure "Weeks of waiting" was reviewed\n.*name a revision with --base\n {2}reviewed on 2026-11-21 by acute: Wording only\n> Check that the measure still fits, then accept the link: stratkit review accept "trust\/access > waits" --because "\.\.\."\n/m,
      );
      const status = run(["review", "status"], { cwd: folder });
      assert.deepEqual(
        status.out
          .split("\n")
          .slice(0, 5)
          .map((line) => line.trimEnd()),
        [
          "Of 5 links 0 were reviewed, 3 changed since, 2 were never reviewed",
          "",
          "link         reviewed  changed since  never reviewed",
          "has          0         1              1",
          "measured-by  0         2              1",
        ],
      );
      const counted = runJson<{ links: unknown; gone: unknown }>(["review", "status"], { cwd: folder });
      assert.deepEqual(counted.json.links, { reviewed: 0, suspect: 3, never: 2 });
      const check = runJson<{ findings: { ruleId: string; severity: string }[] }>(
        ["check", "--only", "trace"],
        {
          cwd: folder,
        },
      );
      assert.deepEqual(
        check.json.findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`),
        ["warning trace/link-suspect", "warning trace/link-suspect", "warning trace/link-suspect"],
      );
    });
  });

  it("shows word by word what became of an end, where the base still says it", async () => {
    await inWorkshop((folder) => {
      const repository = makeRepository(folder);
      commit(repository, FILES);
      run(["review", "accept", "trust/access", ...BECAUSE], { cwd: repository });
      commit(repository, {});
      reword(repository);
      const { out } = run(["review", "list"], { cwd: repository });
      assert.match(
        out,
        / {2}objective trust\/access, title: Care for \[-adults-\] \{\+people\+\} who wait\n/,
      );
      const { json } = runJson<{ base: string; links: { link: string; changed: string; fields: unknown }[] }>(
        ["review", "list"],
        { cwd: repository },
      );
      assert.equal(json.base, "main");
      assert.deepEqual(
        json.links.find(({ link }) => link === "trust/access > open"),
        {
          link: "trust/access > open",
          from: "trust/access",
          to: "open",
          kind: "measured-by",
          changed: "from",
          path: "trust.strategy.yaml",
          line: 4,
          reviewed: { on: DAY, because: "Wording only" },
          fields: [
            {
              item: "trust/access",
              field: "title",
              old: "Care for adults who wait",
              new: "Care for people who wait",
            },
          ],
        },
      );
      const accepted = run(["review", "accept", "trust/access > open", ...BECAUSE], { cwd: repository });
      assert.equal(
        accepted.out,
        "Accepted: trust/access > open (one end changed)\n  objective trust/access, title: Care for [-adults-] {+people+} who wait\n",
      );
      // What was committed meanwhile says nothing of what stood there before.
      commit(repository, {});
      assert.doesNotMatch(run(["review", "list"], { cwd: repository }).out, /\[-adults-\]/);
      assert.match(run(["review", "list", "--base", "main~1"], { cwd: repository }).out, /\[-adults-\]/);
      const unknown = run(["review", "list", "--base", "nowhere"], { cwd: repository });
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /nowhere/);
    });
  });

  it("takes out lines of links that are gone", () => {
    const gone =
      'trust/gone > waits: {from: "000000000000", to: "000000000000", on: 2025-01-01, because: Old}\n';
    inFolder({ ...FILES, [LEDGER]: gone }, (folder) => {
      assert.match(
        run(["review", "status"], { cwd: folder }).out,
        /taken out with the next accept: trust\/gone > waits\n/,
      );
      const { out } = run(["review", "accept", "trust/beds > waits", ...BECAUSE], { cwd: folder });
      assert.match(out, /Taken out, because there is no such link any more: trust\/gone > waits\n$/);
      assert.equal(
        ledgerIn(folder),
        "trust/beds > waits: {from: F, to: F, on: 2026-11-21, by: acute, because: Wording only}\n",
      );
    });
  });

  it("follows a rename", () => {
    inFolder(FILES, (folder) => {
      run(["review", "accept", "trust/access", "trust/beds", ...BECAUSE], { cwd: folder });
      for (const [old, now] of [
        ["waits", "weeks-waited"],
        ["trust/access", "reach"],
        ["strategy:trust", "our-trust"],
      ] as const)
        assert.equal(run(["rename", old, now], { cwd: folder }).code, 0, old);
      assert.match(ledgerIn(folder), /^our-trust\/reach > weeks-waited: /m);
      const { json } = runJson<{ links: unknown; gone: unknown }>(["review", "status"], { cwd: folder });
      assert.deepEqual([json.links, json.gone], [{ reviewed: 5, suspect: 0, never: 0 }, []]);
    });
  });

  it("needs names and a reason, and writes nothing into a list that it cannot read", () => {
    inFolder(FILES, (folder) => {
      for (const [args, said] of [
        [["review", "accept"], /Name what still fits: stratkit review accept ID --because/],
        [
          ["review", "accept", "trust/access"],
          /Say why it still fits: stratkit review accept trust\/access --because/,
        ],
        [["review", "accept", "trust/access", "--because", " "], /Say why it still fits/],
        [["review", "accept", "nothing", ...BECAUSE], /Nothing here has the id "nothing"/],
        [["review", "accept", "waits > open", ...BECAUSE], /"waits > open" is no link that can be reviewed/],
        [
          ["review", "accept", "trust/access", ...BECAUSE, "--by", "Jo"],
          /"Jo" is not a team of this workspace/,
        ],
        [["review", "all"], /use list, accept or status/],
        [["review", "list", ".", "."], /takes one folder at most/],
      ] as const) {
        const { code, out, err } = run(args, { cwd: folder });
        assert.deepEqual([code, out], [2, ""], args.join(" "));
        assert.match(err, said);
      }
      assert.ok(!existsSync(join(folder, LEDGER)));
      const conflict = "<<<<<<< ours\n=======\n>>>>>>> theirs\n";
      writeIn(folder, LEDGER, conflict);
      const { code, err } = run(["review", "accept", "trust/access", ...BECAUSE], { cwd: folder });
      assert.equal(code, 2);
      assert.match(err, /stratkit\.reviews\.yaml cannot be read whole: correct it first/);
      assert.equal(readIn(folder, LEDGER), conflict);
    });
  });
});
