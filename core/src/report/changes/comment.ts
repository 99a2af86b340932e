// The comment on a pull request and the step summary: one body, of which the comment shows as much as fits.

import { utf8ToBytes } from "@noble/hashes/utils.js";
import { product } from "../../generated/product.ts";
import { nameEntities } from "./advice.ts";
import { changeSections } from "./commentSections.ts";
import { COVERAGE_HEADS, coverageCells } from "./coverage.ts";
import { markCode, markSentence, markText } from "./markdown.ts";
import { commentMarker } from "./marker.ts";
import { type ChangesReport, type FailedComparison, isFailed, type ReportHead } from "./report.ts";
import { restSection } from "./restSection.ts";
import { fitSections, type Room, type Section } from "./sections.ts";
import { tableSection } from "./tables.ts";
import { sayClasses, verdictOf } from "./verdict.ts";

/** GitHub refuses a comment of more than 65,536 characters. */
const COMMENT: Room = { rows: 10, whole: 59_999, measure: (text) => text.length };
/** A step summary of more than 1 MiB is lost. */
const SUMMARY: Room = {
  rows: Number.POSITIVE_INFINITY,
  whole: 900_000,
  measure: (text) => utf8ToBytes(text).length,
};

/** With the marker in its first line. */
export function renderChangesComment(report: ChangesReport | FailedComparison): string {
  return renderBody([commentMarker(report.root, verdictOf(report).state)], report, COMMENT);
}

/** Without the marker, and with whole lists. */
export function renderChangesSummary(report: ChangesReport | FailedComparison): string {
  return renderBody([], report, SUMMARY);
}

function renderBody(marker: readonly string[], report: ChangesReport | FailedComparison, room: Room): string {
  const { mark, words } = verdictOf(report);
  const first = [
    ...marker,
    `### Strategy check: ${mark} ${markSentence(words)}`,
    isFailed(report) ? NOT_COMPARED : sayCompared(report),
    "",
  ];
  return fitSections(first, sectionsOf(report), ["", sayFooter(report)], room);
}

const NOT_COMPARED = "Nothing was compared, so nothing is said about what changed.";

function sectionsOf(report: ChangesReport | FailedComparison): Section[] {
  if (isFailed(report)) return [coverageSection(report, "alone"), notesSection(report)];
  const { unreadFiles } = report.comparison;
  return [
    coverageSection(report, report.comparison.complete ? "compared" : "alone"),
    {
      head: [
        "#### Not compared",
        "",
        "These files could not be read on one side, so what they hold was left out:",
        "",
      ],
      rows: [...unreadFiles.map((path) => `- ${markText(path)}`), ...knownOf(report)],
      weight: 7,
    },
    ...changeSections(report),
    notesSection(report),
    restSection(report),
  ];
}

/** What is known of such files from the side that could be read. */
function knownOf({ comparison: { notCompared } }: ChangesReport): string[] {
  return notCompared.length === 0 ? [] : [`- with ${markSentence(nameEntities(notCompared))}`];
}

function sayCompared(report: ChangesReport): string {
  const { baseLabel, commit, asOf, subject = "This change" } = report;
  const at = commit === undefined ? "" : ` at ${markText(commit.slice(0, 7))}`;
  return `**${markText(subject)}:** ${sayClasses(report)}. Compared with ${markCode(baseLabel)}${at}, as of ${asOf}`;
}

function coverageSection({ coverage }: ReportHead, what: "compared" | "alone"): Section {
  return tableSection({
    head: [],
    heads: COVERAGE_HEADS,
    rows: coverage.map((one) => coverageCells(one, what)),
    weight: 6,
  });
}

function notesSection({ notes = [] }: ReportHead): Section {
  return { head: ["#### Please note", ""], rows: notes.map((note) => `- ${markSentence(note)}`), weight: 5 };
}

function sayFooter({ toolVersion, profile }: ReportHead): string {
  return `<sub>A tool cannot judge ambition and wording: people still must. · ${product.name} ${markText(toolVersion)}, profile ${profile}</sub>`;
}
