import assert from "node:assert/strict";
import { type DiffReport, diffOutput } from "../cli/src/diffReport.ts";
import { renderChangesCsv } from "../cli/src/formats/changesCsv.ts";
import { renderGithub } from "../cli/src/formats/github.ts";
import { renderGitlab } from "../cli/src/formats/gitlab.ts";
import { renderJson, renderJsonLines } from "../cli/src/formats/json.ts";
import { renderJunit } from "../cli/src/formats/junit.ts";
import { renderRdjson } from "../cli/src/formats/rdjson.ts";
import { renderSarif } from "../cli/src/formats/sarif.ts";
import { checkOutput, checkSarif } from "../cli/test/outputSchema.ts";
import { HARMFUL } from "../cli/test/support.ts";
import { type Change, type ChangesReport, changeKinds } from "../core/src/index.ts";
import { reportOf } from "../core/src/testing/changesReport.ts";
import { AFTER, BEFORE } from "../core/src/testing/changesSample.ts";

const HOSTILE = '=1+1 "q" |a| <b>&amp; @me ::error::x %0A \u001b[31mred\u0007 \u202eright\n, ]]> two';

function diffOf(report: ChangesReport): DiffReport {
  return {
    report,
    output: diffOutput(report, { root: ".", base: "4f2a9c1", head: "working tree" }),
    fromHere: (path) => `here/${path}`,
    fromTop: (path) => `our trust/${path}`,
  };
}

function mapChanges(report: ChangesReport, map: (change: Change) => readonly Change[]): ChangesReport {
  const changes = report.comparison.changes.flatMap(map);
  return { ...report, comparison: { ...report.comparison, changes } };
}

const AGREED = { by: "Trust Board, item 7", path: "stratkit.decisions.md", line: 3 };

describe("formats of a comparison", () => {
  const report = reportOf(BEFORE, AFTER);
  const diff = diffOf(report);
  const agreed = diffOf(
    mapChanges(report, (change) => [
      change.changeId === "last-measure-removed" ? { ...change, agreed: AGREED } : change,
    ]),
  );
  const hostile = diffOf(
    mapChanges(
      reportOf(BEFORE.replaceAll("Shorter waits", "X"), AFTER.replaceAll("Shorter waits", "X")),
      (change) => [
        {
          ...change,
          entity: { ...change.entity, id: HOSTILE, title: HOSTILE },
          message: `${HOSTILE} ${change.message}`,
          why: HOSTILE,
          old: HOSTILE,
          new: HOSTILE,
        },
      ],
    ),
  );

  it("json: the published form, what is better too, editorial only where it is asked for", () => {
    checkOutput("diff", diff.output);
    checkOutput("diff", agreed.output);
    const { changes, summary } = JSON.parse(renderJson(diff.output));
    assert.deepEqual(summary, { breaks: 1, weakens: 2, review: 1, strengthens: 2, editorial: 1 });
    assert.deepEqual(
      changes.map((change: { class: string }) => change.class),
      ["breaks", "weakens", "weakens", "review", "strengthens", "strengthens"],
    );
    assert.deepEqual(changes[2].suspects, ["my-trust/safe-discharge"]);
    assert.equal(agreed.output.changes[0]?.agreed?.by, "Trust Board, item 7");
    assert.equal(agreed.output.changes[0]?.class, "breaks");
    assert.equal(diffOf({ ...report, level: "all" }).output.changes.at(-1)?.class, "editorial");
    assert.deepEqual(
      diffOf({ ...report, level: "breaks" }).output.changes.map(({ changeId }) => changeId),
      ["last-measure-removed"],
    );
  });

  it("jsonl and csv: one change each", () => {
    const lines = renderJsonLines(diff.output.changes, undefined).trimEnd().split("\n");
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      JSON.parse(JSON.stringify(diff.output.changes)),
    );
    const error = { code: "base-missing", message: "main is not here" };
    assert.equal(
      renderJsonLines([], error),
      '{"error":{"code":"base-missing","message":"main is not here"}}\n',
    );
    const [head, first] = renderChangesCsv(agreed.output).split("\r\n");
    assert.match(head ?? "", /^path,line,side,class,change,kind,id,title,field,old,new,/);
    assert.match(
      first ?? "",
      /^my-trust\.strategy\.yaml,9,head,breaks,last-measure-removed,objective,.*"Trust Board, item 7",[0-9a-f]{12}$/,
    );
    const hostileRow = renderChangesCsv(hostile.output);
    assert.doesNotMatch(hostileRow.replace(/[\r\n]/g, ""), HARMFUL);
    assert.match(hostileRow, /,"'=1\+1 ""q""/);
  });

  it("github: breaks are errors, weakenings warnings, what to read notices", () => {
    const lines = renderGithub({ diff }).trimEnd().split("\n");
    assert.deepEqual(
      lines.map((line) =>
        /^::(\w+) file=our trust\/[\w.-]+,line=\d+,endLine=\d+,title=([a-z-]+)::/.exec(line)?.slice(1, 3),
      ),
      [
        ["error", "last-measure-removed"],
        ["warning", "due-later"],
        ["warning", "target-weakened"],
        ["notice", "reworded"],
      ],
    );
    assert.match(
      lines[0] ?? "",
      /%0ANobody can tell whether it is working\. Undo it, or add this line to stratkit\.decisions\.md .*: - 2026-11-21 last-measure-removed my-trust\/shorter-waits [0-9a-f]{12}:$/,
    );
    assert.doesNotMatch(renderGithub({ diff: agreed }), /last-measure-removed/);
  });

  it("github: nine of a level and one that counts the rest", () => {
    const many = diffOf(mapChanges(report, (change) => Array.from({ length: 50 }, () => change)));
    const lines = renderGithub({ diff: many }).trimEnd().split("\n");
    assert.equal(lines.length, 30);
    assert.equal(lines[9], "::error title=stratkit::41 more errors: see the log of this step");
    assert.equal(lines[19], "::warning title=stratkit::91 more warnings: see the log of this step");
    assert.equal(lines.filter((line) => line.startsWith("::notice file=")).length, 9);
  });

  it("gitlab: one entry for each, with fingerprints that differ", () => {
    const entries: {
      fingerprint: string;
      check_name: string;
      severity: string;
      location: { path: string };
    }[] = JSON.parse(renderGitlab({ diff }));
    assert.deepEqual(
      entries.map(({ check_name, severity }) => [check_name, severity]),
      [
        ["last-measure-removed", "major"],
        ["due-later", "minor"],
        ["target-weakened", "minor"],
        ["reworded", "info"],
      ],
    );
    assert.equal(new Set(entries.map(({ fingerprint }) => fingerprint)).size, 4);
    assert.equal(entries[0]?.location.path, "our trust/my-trust.strategy.yaml");
    assert.equal(JSON.parse(renderGitlab({ diff: agreed })).length, 3);
  });

  it("sarif: kinds of change are rules, agreed ones are suppressed", () => {
    for (const one of [diff, agreed, hostile]) {
      const log = JSON.parse(renderSarif({ diff: one }));
      checkSarif(log);
      const [run] = log.runs;
      assert.equal(run.tool.driver.rules.length, changeKinds().length);
      assert.equal(run.results.length, 4);
      for (const result of run.results)
        assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      assert.deepEqual(
        run.results.map((result: { level: string }) => result.level),
        ["error", "warning", "warning", "note"],
      );
      assert.equal(run.results[0].suppressions?.[0].justification, one === agreed ? AGREED.by : undefined);
    }
  });

  it("junit: what fails is a failure, what was agreed is skipped", () => {
    assert.match(
      renderJunit({ diff }),
      /<testsuites name="stratkit" tests="5" failures="1" errors="0" skipped="0">/,
    );
    assert.match(renderJunit({ diff: agreed }), /tests="5" failures="0" errors="0" skipped="1">/);
    const strict = diffOf({ ...report, failOn: "weakens" });
    assert.match(renderJunit({ diff: strict }), /tests="5" failures="3" /);
    const empty = diffOf(reportOf(BEFORE, BEFORE));
    assert.match(
      renderJunit({ diff: empty }),
      /tests="1" failures="0" errors="0" skipped="0">\n {2}<testsuite name="compared with 4f2a9c1"[^\n]*\n {4}<testcase name="comparison" classname="compared with 4f2a9c1"><system-out>no changes</,
    );
    const partial = diffOf(reportOf(BEFORE, BEFORE.replace("measures:\n  waits:", "measures: [\n  waits:")));
    assert.match(
      renderJunit({ diff: partial }),
      /skipped="1">[\s\S]*<skipped message="[^"]*could not be read/,
    );
  });

  it("rdjson: whole lines, with the severity of the class", () => {
    const { source, diagnostics } = JSON.parse(renderRdjson({ diff }));
    assert.equal(source.name, "stratkit");
    assert.deepEqual(
      diagnostics.map((one: { severity: string; code: { value: string } }) => [one.severity, one.code.value]),
      [
        ["ERROR", "last-measure-removed"],
        ["WARNING", "due-later"],
        ["WARNING", "target-weakened"],
        ["INFO", "reworded"],
      ],
    );
    assert.deepEqual(diagnostics[0].location, {
      path: "our trust/my-trust.strategy.yaml",
      range: { start: { line: 9 }, end: { line: 9 } },
    });
  });

  it("shows what is gone where its file begins, for what looks at the head alone", () => {
    const gone = diffOf(reportOf(BEFORE, BEFORE.replace(/ {6}new-wards:\n( {8}.*\n){3}/, "")));
    assert.equal(gone.output.changes[0]?.changeId, "objective-removed");
    assert.equal(gone.output.changes[0]?.side, "base");
    assert.ok((gone.output.changes[0]?.line ?? 0) > 1);
    assert.match(renderGithub({ diff: gone }), /^::error file=our trust\/my-trust\.strategy\.yaml,line=1,/);
  });

  it("takes what authors wrote for text in every format", () => {
    const texts = [
      renderJson(hostile.output),
      renderJsonLines(hostile.output.changes, undefined),
      renderGithub({ diff: hostile }),
      renderGitlab({ diff: hostile }),
      renderSarif({ diff: hostile }),
      renderJunit({ diff: hostile }),
      renderRdjson({ diff: hostile }),
    ];
    for (const text of texts) assert.doesNotMatch(text, HARMFUL, text.slice(0, 40));
    checkOutput("diff", JSON.parse(texts[0] ?? ""));
    const commands = renderGithub({ diff: hostile }).trimEnd().split("\n");
    assert.equal(commands.length, 4);
    for (const line of commands)
      assert.match(line, /^::(error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+,title=[a-z-]+::/);
    assert.doesNotMatch(renderJunit({ diff: hostile }), /<b>|&amp;amp;amp|]]>/);
  });
});
