// SARIF 2.1.0, for code scanning: relative addresses, the rules' own words, fingerprints that survive moves. Kinds of
// change are rules behind those of a check.

import { type Change, changeKinds, product } from "@stratkit/core";
import type { ReportedFinding, ReportedFix } from "../checkReport.ts";
import { changeNotices, fromTop, type Notice, type NoticeRange, type Reports } from "../notices.ts";
import { renderJson } from "./json.ts";
import { describeChange, describeRule, LEVELS } from "./sarifRules.ts";
import { saySentences } from "./words.ts";

/** The address that relative ones start from; what reads the file knows where its checkout is. */
const BASE = "%SRCROOT%";

export function renderSarif(reports: Reports): string {
  const { check, diff } = reports;
  const rules = [
    ...(check === undefined
      ? []
      : check.rules.all.map((rule) => describeRule(rule, rule.severity[check.output.profile]))),
    ...(diff === undefined ? [] : changeKinds().map((kind) => describeChange(kind, diff))),
  ];
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  const placed = <Result extends { readonly ruleId: string }>(result: Result) => ({
    ...result,
    ruleIndex: places.get(result.ruleId) ?? -1,
  });
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
            rules,
          },
        },
        invocations: [
          { executionSuccessful: check?.output.error === undefined && diff?.output.error === undefined },
        ],
        columnKind: "utf16CodeUnits",
        results: [
          ...(diff === undefined
            ? []
            : changeNotices(diff).map((one) => placed(resultOfChange(one, reports)))),
          ...(check?.output.findings ?? []).map((finding) => placed(resultOfFinding(finding, reports))),
        ],
        properties: propertiesOf(reports),
      },
    ],
  });
}

function propertiesOf({ check, diff }: Reports) {
  const { asOf, profile } = (check ?? diff)?.output ?? {};
  return {
    complete: check?.output.complete !== false && diff?.output.complete !== false,
    asOf,
    profile,
    ...(diff === undefined ? {} : { comparedWith: diff.output.base }),
  };
}

function resultOfChange({ change, notice }: { change: Change; notice: Notice }, reports: Reports) {
  const { agreed, entity } = change;
  return {
    ruleId: notice.id,
    level: LEVELS[notice.severity],
    message: { text: saySentences(change.message, change.why) },
    locations: [
      {
        physicalLocation: physicalLocation(notice.path, notice.range, reports),
        logicalLocations: [{ fullyQualifiedName: entity.id, kind: entity.kind }],
      },
    ],
    partialFingerprints: { "stratkit/v1": notice.fingerprint },
    ...(agreed === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification: agreed.by }] }),
    properties: {
      class: change.class,
      why: change.why,
      ...(change.old === undefined ? {} : { old: change.old }),
      ...(change.new === undefined ? {} : { new: change.new }),
      suspects: change.suspects.map((suspect) => suspect.entity.id),
    },
  };
}

function resultOfFinding(finding: ReportedFinding, reports: Reports) {
  const suppressions =
    finding.state === "open"
      ? {}
      : {
          suppressions: [{ kind: finding.state === "waived" ? "inSource" : "external", status: "accepted" }],
        };
  const fixes = finding.fixes.filter(isTextOnly);
  return {
    ruleId: finding.ruleId,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: physicalLocation(finding.path, finding.range, reports),
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
            physicalLocation: physicalLocation(related.path, related.range, reports),
          })),
        }),
    partialFingerprints: { "stratkit/v1": finding.fingerprint },
    ...suppressions,
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => describeFix(fix, reports)) }),
    properties: { help: finding.help },
  };
}

function isTextOnly(fix: ReportedFix): boolean {
  return (fix.edits ?? []).length > 0 && fix.renameFile === undefined && fix.createFile === undefined;
}

function describeFix(fix: ReportedFix, reports: Reports) {
  const edits = fix.edits ?? [];
  const paths = [...new Set(edits.map((edit) => edit.path))];
  return {
    description: { text: fix.title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifactLocation(path, reports),
      replacements: edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })),
    })),
  };
}

function physicalLocation(path: string, range: NoticeRange, reports: Reports) {
  return { artifactLocation: artifactLocation(path, reports), region: region(range) };
}

function artifactLocation(path: string, reports: Reports) {
  const uri = fromTop(reports, path).split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: BASE };
}

/** A line without columns is the whole line. */
function region({ start, end }: NoticeRange) {
  return {
    startLine: start.line,
    ...(start.column === undefined ? {} : { startColumn: start.column }),
    endLine: end.line,
    ...(end.column === undefined ? {} : { endColumn: end.column }),
  };
}
