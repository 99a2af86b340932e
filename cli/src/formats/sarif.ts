// SARIF 2.1.0, for code scanning: relative addresses, the rules' own words, fingerprints that survive moves.

import { product, type Rule, type RuleSeverity, rulePage, type Severity } from "@stratkit/core";
import type { CheckReport, ReportedFinding, ReportedFix } from "../checkReport.ts";
import type { TextRange } from "../places.ts";
import { renderJson } from "./json.ts";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** The address that relative ones start from; what reads the file knows where its checkout is. */
const BASE = "%SRCROOT%";

export function renderSarif(report: CheckReport): string {
  const rules = report.rules.all;
  const places = new Map(rules.map((rule, index) => [rule.id, index]));
  return renderJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: product.name,
            version: product.version,
            semanticVersion: product.version,
            informationUri: product.home,
            rules: rules.map((rule) => describeRule(rule, rule.severity[report.output.profile])),
          },
        },
        invocations: [{ executionSuccessful: report.output.error === undefined }],
        columnKind: "utf16CodeUnits",
        results: report.output.findings.map((finding) =>
          result(finding, places.get(finding.ruleId) ?? -1, report),
        ),
        properties: {
          complete: report.output.complete,
          asOf: report.output.asOf,
          profile: report.output.profile,
        },
      },
    ],
  });
}

function describeRule(rule: Rule, severity: RuleSeverity) {
  return {
    id: rule.id,
    shortDescription: { text: rule.what },
    fullDescription: { text: rule.why },
    help: { text: rule.help, markdown: `**${rule.help}.** ${rule.why}` },
    helpUri: rulePage(rule.id),
    defaultConfiguration:
      severity === "off" ? { enabled: false } : { enabled: true, level: LEVELS[severity] },
    properties: { tags: [rule.id.slice(0, rule.id.indexOf("/"))], time: rule.time },
  };
}

function result(finding: ReportedFinding, ruleIndex: number, report: CheckReport) {
  const suppressions =
    finding.state === "open"
      ? {}
      : {
          suppressions: [{ kind: finding.state === "waived" ? "inSource" : "external", status: "accepted" }],
        };
  const fixes = finding.fixes.filter(isTextOnly);
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: physicalLocation(finding.path, finding.range, report),
        ...(finding.entity === undefined
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: finding.entity.id, kind: finding.entity.kind }] }),
      },
    ],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((related, index) => ({
            id: index + 1,
            message: { text: related.message },
            physicalLocation: physicalLocation(related.path, related.range, report),
          })),
        }),
    partialFingerprints: { "stratkit/v1": finding.fingerprint },
    ...suppressions,
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => describeFix(fix, report)) }),
    properties: { help: finding.help },
  };
}

function isTextOnly(fix: ReportedFix): boolean {
  return (fix.edits ?? []).length > 0 && fix.renameFile === undefined && fix.createFile === undefined;
}

function describeFix(fix: ReportedFix, report: CheckReport) {
  const edits = fix.edits ?? [];
  const paths = [...new Set(edits.map((edit) => edit.path))];
  return {
    description: { text: fix.title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifactLocation(path, report),
      replacements: edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })),
    })),
  };
}

function physicalLocation(path: string, range: TextRange, report: CheckReport) {
  return { artifactLocation: artifactLocation(path, report), region: region(range) };
}

function artifactLocation(path: string, report: CheckReport) {
  const uri = report.fromTop(path).split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: BASE };
}

function region({ start, end }: TextRange) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
