import assert from "node:assert/strict";
import { join } from "node:path";
import { checkSarif } from "./outputSchema.ts";
import {
  checkGolden,
  DAY,
  git,
  HARMFUL,
  inFolder,
  KMPT,
  readIn,
  run,
  SOUND,
  STRATEGY,
  writeIn,
} from "./support.ts";

/** Everything that a format could take for its own: commands, tables, formulas, tags, colours, turned directions. */
const HOSTILE =
  '=1+1 "q" |a| <b>&amp; *x* `c` @me ::error::x %0A \u001b[31mred\u0007 \u202eright, [l](http://x.y)';
const HOSTILE_STRATEGY = STRATEGY.replace("title: Cut waiting", `title: ${JSON.stringify(HOSTILE)}`);

/** The workspace stands in a folder of a repository, and the command runs in another one. */
function inRepository(files: Readonly<Record<string, string>>, use: (top: string) => void): void {
  inFolder({ "elsewhere/.keep": "" }, (top) => {
    git(top, "init", "--quiet");
    for (const [path, text] of Object.entries(files)) writeIn(top, `our trust/${path}`, text);
    use(top);
  });
}

function checkAs(format: string, files: Readonly<Record<string, string>>, use: (out: string) => void): void {
  inRepository(files, (top) => {
    const { out } = run(["check", "../our trust", "-f", format, "--as-of", DAY], {
      cwd: join(top, "elsewhere"),
    });
    use(out);
  });
}

interface SaidFinding {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly help: string;
  readonly path: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

interface SaidResult {
  readonly message: { readonly text: string };
  readonly properties: { readonly help: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
}

describe("formats of check", () => {
  it("text: paths as seen from the current folder, control characters shown", () => {
    checkAs("text", { "ours.strategy.yaml": HOSTILE_STRATEGY }, (out) => {
      assert.match(out, /^\.\.\/our trust\/ours\.strategy\.yaml:5:3: error: /);
      assert.equal(out.split("\n").length, 2);
      assert.doesNotMatch(out, HARMFUL);
      assert.match(out, /<U\+001B>\[31mred<U\+0007> <U\+202E>right/);
    });
  });

  it("jsonl and csv: paths as seen from the root", () => {
    const files = { "ours.strategy.yaml": HOSTILE_STRATEGY };
    checkAs("jsonl", files, (out) => {
      const findings = out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        findings.map((finding) => [finding.path, finding.ruleId, finding.entity.title]),
        [["ours.strategy.yaml", "trace/objective-unmeasured", HOSTILE]],
      );
    });
    checkAs("csv", files, (out) => {
      const [head, row = "", end] = out.split("\r\n");
      assert.equal(head, "path,line,column,severity,state,rule,kind,id,title,message,help,fingerprint");
      assert.match(
        row,
        /^ours\.strategy\.yaml,5,3,error,open,trace\/objective-unmeasured,objective,ours\/cut-waiting,"'=1\+1 ""q""/,
      );
      assert.equal(end, "");
    });
  });

  it("markdown: what authors write stays text", () => {
    checkAs("markdown", { "ours.strategy.yaml": HOSTILE_STRATEGY }, (out) => {
      assert.match(out, /^## Strategy check\n/);
      assert.doesNotMatch(out, HARMFUL);
      for (const raw of ["<b>", " @me", "*x* ", "`c`", "](http"])
        assert.ok(!out.replace(/\\\*x\\\*/g, "").includes(raw), raw);
      assert.match(out, /\| error \| 1 objective without a measure \| `trace\/objective-unmeasured` \|/);
    });
  });

  it("github: annotations, the worst first, nine of a level and one that counts the rest", () => {
    const many = Array.from({ length: 12 }, (_, index) => `  o${index}: {title: Goal ${index}}\n`).join("");
    checkAs("github", { "ours.strategy.yaml": STRATEGY + many }, (out) => {
      const lines = out.trim().split("\n");
      assert.equal(
        lines.filter((line) => line.startsWith("::error file=our trust/ours.strategy.yaml,line=")).length,
        9,
      );
      assert.equal(lines[9], "::error title=stratkit::4 more errors: see the log of this step");
      assert.equal(lines.filter((line) => line.startsWith("::warning file=")).length, 9);
      assert.equal(
        lines.filter((line) => line.startsWith("::warning title=stratkit::3 more warnings")).length,
        1,
      );
    });
    checkAs("github", { "ours.strategy.yaml": HOSTILE_STRATEGY }, (out) => {
      assert.equal(out.split("\n").length, 2);
      assert.match(out, /title=trace\/objective-unmeasured::Objective "=1\+1/);
      assert.match(out, /%250A/);
      assert.doesNotMatch(out, HARMFUL);
    });
  });

  it("adds annotations by itself in GitHub Actions, to texts only", () => {
    inFolder({ "ours.strategy.yaml": STRATEGY }, (folder) => {
      const env = { GITHUB_ACTIONS: "true" };
      assert.match(run(["check"], { cwd: folder, env }).out, /\n::error file=ours\.strategy\.yaml,line=5,/);
      assert.doesNotMatch(run(["check", "-f", "json"], { cwd: folder, env }).out, /::error/);
      assert.doesNotMatch(run(["check"], { cwd: folder }).out, /::error/);
    });
  });

  it("gitlab: the documented fields, paths from the top of the repository", () => {
    checkAs(
      "gitlab",
      { "ours.strategy.yaml": STRATEGY, "more.measures.yaml": "measures: {spare: Spare}\n" },
      (out) => {
        const entries = JSON.parse(out);
        assert.ok(entries.length > 1);
        assert.equal(
          new Set(entries.map((entry: { fingerprint: string }) => entry.fingerprint)).size,
          entries.length,
        );
        for (const entry of entries) {
          assert.deepEqual(Object.keys(entry), [
            "description",
            "check_name",
            "fingerprint",
            "severity",
            "location",
          ]);
          assert.ok(["info", "minor", "major", "critical", "blocker"].includes(entry.severity));
          assert.match(entry.location.path, /^our trust\/\w+\.\w+\.yaml$/);
          assert.ok(Number.isInteger(entry.location.lines.begin) && entry.location.lines.begin >= 1);
        }
      },
    );
  });

  it("sarif: holds against the standard's schema, with relative addresses", () => {
    const waiver = "waive: {trace/objective-unmeasured: {because: Until the survey, until: 2027-03-31}}";
    const waived = HOSTILE_STRATEGY.replace(
      "  reduce",
      `  other: {title: Other, lead: Chair, ${waiver}}\n  reduce`,
    );
    const twice =
      "objectives:\n  a: {title: A, done-when: x, lead: Chair}\n  a: {title: B, done-when: y, lead: Chair}\n";
    const files = {
      "ours.strategy.yaml": waived.replace("2028/29: 5", '2028/29: "<= 5"'),
      "twice.strategy.yaml": `title: Twice\nperiod: 2026/27 to 2028/29\n${twice}`,
    };
    checkAs("sarif", files, (out) => {
      const log = JSON.parse(out);
      checkSarif(log);
      const [sarifRun] = log.runs;
      const { rules } = sarifRun.tool.driver;
      assert.equal(sarifRun.columnKind, "utf16CodeUnits");
      for (const result of sarifRun.results) {
        assert.equal(rules[result.ruleIndex].id, result.ruleId);
        const [location] = result.locations;
        assert.match(
          location.physicalLocation.artifactLocation.uri,
          /^our%20trust\/(ours|twice)\.strategy\.yaml$/,
        );
        assert.match(result.partialFingerprints["stratkit/v1"], /^[0-9a-f]{12}$/);
      }
      const of = (rule: string) =>
        sarifRun.results.filter((result: { ruleId: string }) => result.ruleId === rule);
      assert.equal(
        of("trace/objective-unmeasured").filter((result: object) => "suppressions" in result).length,
        1,
      );
      assert.equal(of("yaml/duplicate-key")[0].relatedLocations.length, 1);
      assert.equal(
        of("measure/target-unreadable")[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text,
        "at most 5",
      );
      const expired = rules.find((rule: { id: string }) => rule.id === "waive/expired");
      assert.equal(expired.properties.time, true);
    });
  });

  it("sarif, json and text say the same (B43)", () => {
    const said = { lines: [""], findings: [], results: [] };
    inFolder({}, (folder) => {
      const files = ["-f", `json:${join(folder, "x.json")}`, "-f", `sarif:${join(folder, "x.sarif")}`];
      said.lines = run(["check", KMPT, "--as-of", DAY, ...files])
        .out.trim()
        .split("\n");
      said.findings = JSON.parse(readIn(folder, "x.json")).findings;
      said.results = JSON.parse(readIn(folder, "x.sarif")).runs[0].results;
    });
    const { lines, findings, results } = said as {
      lines: string[];
      findings: SaidFinding[];
      results: SaidResult[];
    };
    assert.ok(findings.length > 100);
    assert.deepEqual(
      results.map((result) => [result.message.text, result.properties.help]),
      findings.map((finding) => [finding.message, finding.help]),
    );
    for (const [index, finding] of findings.entries()) {
      const { line, column } = finding.range.start;
      const place = `examples/kmpt/${finding.path}:${line}:${column}`;
      assert.equal(lines[index], `${place}: ${finding.severity}: ${finding.message} [${finding.ruleId}]`);
      const region = results[index]?.locations[0]?.physicalLocation.region;
      assert.deepEqual([region?.startLine, region?.startColumn], [line, column]);
    }
  });

  it("rdjson: columns in bytes of UTF-8, and repairs that one click can take", () => {
    const strategy = STRATEGY.replace(
      "title: Emergency readmissions",
      'title: Emergency readmissions\n        tags: {ünïcöde: x, other: "y"}',
    ).replace("2028/29: 5", '2028/29: "<= 5"');
    const waived = strategy.replace(
      "lead: Medical Director}",
      "lead: Medical Director, waive: {trace/objective-unmeasured: {because: Until the survey, until: 2027-03-31}}}",
    );
    checkAs("rdjson", { "ours.strategy.yaml": waived }, (out) => {
      assert.doesNotMatch(out, HARMFUL);
      const { source, diagnostics } = JSON.parse(out);
      assert.deepEqual(Object.keys(source), ["name", "url"]);
      const of = (rule: string) =>
        diagnostics.filter((one: { code: { value: string } }) => one.code.value === rule);
      assert.equal(of("trace/objective-unmeasured").length, 0);
      const [target] = of("measure/target-unreadable");
      assert.equal(target.severity, "ERROR");
      assert.equal(target.location.path, "our trust/ours.strategy.yaml");
      assert.match(target.message, /"<= 5"/);
      assert.deepEqual(target.suggestions[0].text, "at most 5");
      assert.match(target.code.url, /^https:/);
    });
    const line = 'objectives: {a: {title: "ü🚀", lead: Chair, unknown-key: 1}}\n';
    checkAs("rdjson", { "ours.strategy.yaml": `title: Ours\nperiod: 2026/27 to 2028/29\n${line}` }, (out) => {
      const { diagnostics } = JSON.parse(out);
      const [unknown] = diagnostics.filter(
        (one: { code: { value: string } }) => one.code.value === "schema/unknown-key",
      );
      const before = Buffer.byteLength(line.slice(0, line.indexOf("unknown-key")));
      assert.deepEqual(unknown.location.range, {
        start: { line: 3, column: before + 1 },
        end: { line: 3, column: before + 1 + "unknown-key".length },
      });
    });
  });

  it("junit: suites for files, failures for what fails", () => {
    checkAs(
      "junit",
      {
        "ours.strategy.yaml": HOSTILE_STRATEGY,
        "sound.strategy.yaml": SOUND.replaceAll("readmissions", "again"),
      },
      (out) => {
        checkXml(out);
        assert.match(out, /<testsuites name="stratkit" tests="(\d+)" failures="1" errors="0" skipped="0">/);
        assert.match(
          out,
          /<testsuite name="our trust\/ours\.strategy\.yaml" tests="\d+" failures="1" errors="0" skipped="0">/,
        );
        assert.match(
          out,
          /<testsuite name="our trust\/sound\.strategy\.yaml" tests="1" failures="0" errors="0" skipped="0">\n {4}<testcase name="nothing found"/,
        );
        assert.match(out, /<failure type="trace\/objective-unmeasured" message="Objective &quot;=1\+1 /);
      },
    );
  });

  it("writes several formats at once, to files where they name one", () => {
    inFolder({ "ours.strategy.yaml": STRATEGY }, (folder) => {
      const args = ["check", "-f", "json", "-f", "sarif:reports/out.sarif", "-f", "junit:reports/out.xml"];
      const { code, out } = run(args, { cwd: folder });
      assert.equal(code, 1);
      assert.equal(JSON.parse(out).command, "check");
      assert.equal(JSON.parse(readIn(folder, "reports/out.sarif")).version, "2.1.0");
      checkXml(readIn(folder, "reports/out.xml"));
      const refused = run(["check", "-f", "csv:ours.strategy.yaml/out.csv"], { cwd: folder });
      assert.equal(refused.code, 2);
      assert.match(refused.err, /cannot be written/);
    });
  });

  it("never writes a report over a file of the strategy", () => {
    inFolder({ "trust.strategy.yaml": "title: Ours\n" }, (folder) => {
      const ran = run(["check", "-f", "json:trust.strategy.yaml"], { cwd: folder });
      assert.equal(ran.code, 2);
      assert.match(ran.err, /would be lost: name another file/);
      assert.equal(readIn(folder, "trust.strategy.yaml"), "title: Ours\n");
    });
  });

  it("uses the current folder where there is no repository", () => {
    inFolder({ "trust/ours.strategy.yaml": STRATEGY }, (folder) => {
      const { out } = run(["check", "trust", "-f", "gitlab"], {
        cwd: folder,
        env: { GIT_CEILING_DIRECTORIES: folder },
      });
      assert.equal(JSON.parse(out)[0].location.path, "trust/ours.strategy.yaml");
    });
  });

  it("overview: the example on two screens, the product's face", () => {
    const { code, out } = run(["check", KMPT, "-f", "overview", "--fail-on", "never", "--as-of", DAY]);
    assert.equal(code, 0);
    checkGolden("overview-kmpt.txt", out);
    const lines = out.trimEnd().split("\n");
    assert.ok(lines.length <= 90, `${lines.length} lines`);
    for (const line of lines) assert.ok(line.length <= 100, line);
  });

  it("overview: of a small and of an empty workspace", () => {
    inFolder({ "ours.strategy.yaml": HOSTILE_STRATEGY }, (folder) => {
      const { out } = run(["check", "-f", "overview", "--as-of", DAY], { cwd: folder });
      assert.doesNotMatch(out, HARMFUL);
      assert.match(out, /1 objective without a measure/);
      for (const line of out.split("\n")) assert.ok(line.length <= 100, line);
    });
    inFolder({}, (folder) => {
      assert.match(run(["check", "-f", "overview"], { cwd: folder }).out, /Nothing to put right in 0 files/);
    });
  });
});

/** Tags close in order, and attribute values hold neither quotes nor angle brackets. */
function checkXml(text: string): void {
  const open: string[] = [];
  const rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  assert.notEqual(rest, text);
  const tags = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g;
  for (const [, closing, name = "", , single] of rest.matchAll(tags)) {
    if (closing === "/") assert.equal(open.pop(), name);
    else if (single !== "/") open.push(name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest.replace(tags, ""), /[<>]|&(?!(amp|lt|gt|quot|apos|#\d+);)/);
  assert.doesNotMatch(rest, /[^\P{Cc}\n]/u);
}
