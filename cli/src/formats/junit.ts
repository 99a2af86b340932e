// A JUnit report: a test suite for each file, a test case for each finding. What fails the check is a failure.

import { escapeXml } from "@stratkit/core";
import type { CheckReport, ReportedFinding } from "../checkReport.ts";

export function renderJunit(report: CheckReport): string {
  const byPath = new Map<string, ReportedFinding[]>();
  for (const path of report.countedFiles) byPath.set(path, []);
  for (const finding of report.output.findings) {
    const known = byPath.get(finding.path);
    if (known === undefined) byPath.set(finding.path, [finding]);
    else known.push(finding);
  }
  const suites = [...byPath].map(([path, findings]) => suite(path, findings, report));
  const cases = suites.flatMap((one) => one.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="stratkit"${counts(cases)}>\n`,
    ...suites.map((one) => one.xml),
    "</testsuites>\n",
  ].join("");
}

interface TestCase {
  readonly outcome: "passed" | "failure" | "skipped";
  readonly xml: string;
}

function suite(path: string, findings: readonly ReportedFinding[], report: CheckReport) {
  const shown = report.fromTop(path);
  const file = escapeXml(shown);
  const whole: TestCase = {
    outcome: "passed",
    xml: `    <testcase name="nothing found" classname="${file}"/>\n`,
  };
  const cases = findings.length === 0 ? [whole] : findings.map((finding) => testCase(finding, shown, report));
  const xml = [
    `  <testsuite name="${file}"${counts(cases)}>\n`,
    ...cases.map((one) => one.xml),
    "  </testsuite>\n",
  ].join("");
  return { cases, xml };
}

function counts(cases: readonly TestCase[]): string {
  const of = (outcome: TestCase["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${of("failure")}" errors="0" skipped="${of("skipped")}"`;
}

function testCase(finding: ReportedFinding, file: string, report: CheckReport): TestCase {
  const { line, column } = finding.range.start;
  const outcome = finding.state !== "open" ? "skipped" : report.fails(finding) ? "failure" : "passed";
  const name = escapeXml(`${finding.ruleId} at ${line}:${column}`);
  const text = escapeXml(
    `${file}:${line}:${column}: ${finding.severity}: ${finding.message}\n${finding.help}`,
  );
  const message = escapeXml(finding.message);
  const inner =
    outcome === "failure"
      ? `<failure type="${escapeXml(finding.ruleId)}" message="${message}">${text}</failure>`
      : outcome === "skipped"
        ? `<skipped message="${message}"/>`
        : `<system-out>${text}</system-out>`;
  return {
    outcome,
    xml: `    <testcase name="${name}" classname="${escapeXml(file)}">${inner}</testcase>\n`,
  };
}
