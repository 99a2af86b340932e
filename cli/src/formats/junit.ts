// A JUnit report: a test suite for each file, a test case for each finding or change. What fails the job is a failure.

import { escapeXml, verdictOf } from "@stratkit/core";
import type { DiffReport } from "../diffReport.ts";
import { fromTop, type Notice, noticesOf, type Reports } from "../notices.ts";

export function renderJunit(reports: Reports): string {
  const byPath = new Map<string, Notice[]>();
  for (const path of reports.check?.countedFiles ?? []) byPath.set(path, []);
  for (const notice of noticesOf(reports)) {
    const known = byPath.get(notice.path);
    if (known === undefined) byPath.set(notice.path, [notice]);
    else known.push(notice);
  }
  const suites = [...byPath].map(([path, notices]) => suite(fromTop(reports, path), notices));
  const whole = reports.diff === undefined ? [] : [verdictSuite(reports.diff)];
  const all = [...suites, ...whole];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="stratkit"${counts(all.flatMap((one) => one.cases))}>\n`,
    ...all.map((one) => one.xml),
    "</testsuites>\n",
  ].join("");
}

interface TestCase {
  readonly outcome: "passed" | "failure" | "skipped";
  readonly xml: string;
}

interface Suite {
  readonly cases: readonly TestCase[];
  readonly xml: string;
}

function suite(shown: string, notices: readonly Notice[]): Suite {
  const file = escapeXml(shown);
  const whole: TestCase = {
    outcome: "passed",
    xml: `    <testcase name="nothing found" classname="${file}"/>\n`,
  };
  return suiteOf(file, notices.length === 0 ? [whole] : notices.map((notice) => testCase(notice, shown)));
}

/** What the comparison comes to, so that one without a change is not taken for one that was not made. */
function verdictSuite({ report, output }: DiffReport): Suite {
  const words = escapeXml(verdictOf(report).words);
  const against = escapeXml(`compared with ${output.base}`);
  const [outcome, inner] = output.complete
    ? (["passed", `<system-out>${words}</system-out>`] as const)
    : (["skipped", `<skipped message="${words}"/>`] as const);
  const xml = `    <testcase name="comparison" classname="${against}">${inner}</testcase>\n`;
  return suiteOf(against, [{ outcome, xml }]);
}

/** The name is escaped already. */
function suiteOf(name: string, cases: readonly TestCase[]): Suite {
  const xml = [
    `  <testsuite name="${name}"${counts(cases)}>\n`,
    ...cases.map((one) => one.xml),
    "  </testsuite>\n",
  ].join("");
  return { cases, xml };
}

function counts(cases: readonly TestCase[]): string {
  const of = (outcome: TestCase["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${of("failure")}" errors="0" skipped="${of("skipped")}"`;
}

const OUTCOMES = { failed: "failure", passed: "passed", apart: "skipped" } as const;

function testCase(notice: Notice, file: string): TestCase {
  const { line, column } = notice.range.start;
  const place = column === undefined ? String(line) : `${line}:${column}`;
  const outcome = OUTCOMES[notice.outcome];
  const name = escapeXml(`${notice.id} at ${place}`);
  const text = escapeXml(`${file}:${place}: ${notice.severity}: ${notice.message}\n${notice.help}`);
  const message = escapeXml(notice.message);
  const inner =
    outcome === "failure"
      ? `<failure type="${escapeXml(notice.id)}" message="${message}">${text}</failure>`
      : outcome === "skipped"
        ? `<skipped message="${message}"/>`
        : `<system-out>${text}</system-out>`;
  return {
    outcome,
    xml: `    <testcase name="${name}" classname="${escapeXml(file)}">${inner}</testcase>\n`,
  };
}
