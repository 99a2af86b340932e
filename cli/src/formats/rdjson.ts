// The diagnostic format of reviewdog, which posts what it holds as comments of a review on many forges.

import { indexLines, type LineIndex, product, type Severity } from "@stratkit/core";
import type { ReportedFinding } from "../checkReport.ts";
import { fromTop, type Notice, type NoticeRange, openNotices, type Reports } from "../notices.ts";
import { lineText } from "../places.ts";
import { renderJson } from "./json.ts";
import { saySentences } from "./words.ts";

const SEVERITIES: Readonly<Record<Severity, "INFO" | "WARNING" | "ERROR">> = {
  error: "ERROR",
  warning: "WARNING",
  info: "INFO",
};

/** What is waived, known or agreed is left out: the format has no state for it. */
export function renderRdjson(reports: Reports): string {
  const columnIn = columnReader(reports);
  return renderJson({
    source: { name: product.name, url: product.home },
    diagnostics: openNotices(reports).map((notice) => diagnostic(notice, reports, columnIn)),
  });
}

type ColumnIn = (path: string, line: number, column: number) => number;

function diagnostic(notice: Notice, reports: Reports, columnIn: ColumnIn) {
  const { message, help, path, range, severity, id, page, finding } = notice;
  const suggestions = finding === undefined ? [] : suggest(finding, columnIn);
  return {
    message: saySentences(message, help),
    location: { path: fromTop(reports, path), range: rangeIn(path, range, columnIn) },
    severity: SEVERITIES[severity],
    code: { value: id, ...(page === undefined ? {} : { url: page }) },
    ...(suggestions.length === 0 ? {} : { suggestions }),
  };
}

/** Repairs that keep the meaning and are one edit beside the finding; each can be taken with one click. */
function suggest({ fixes, path }: ReportedFinding, columnIn: ColumnIn) {
  return fixes.flatMap(({ safety, edits = [], renameFile, createFile }) => {
    const [edit] = edits;
    const isSmall =
      safety === "safe" && edits.length === 1 && renameFile === undefined && createFile === undefined;
    if (!isSmall || edit === undefined || edit.path !== path) return [];
    return [{ range: rangeIn(path, edit.range, columnIn), text: edit.newText }];
  });
}

/** Lines alone mean whole lines there. */
function rangeIn(path: string, { start, end }: NoticeRange, columnIn: ColumnIn) {
  const place = ({ line, column }: NoticeRange["start"]) => ({
    line,
    ...(column === undefined ? {} : { column: columnIn(path, line, column) }),
  });
  return { start: place(start), end: place(end) };
}

/** Columns count bytes of UTF-8 there. */
function columnReader({ check }: Reports): ColumnIn {
  const known = new Map<string, { readonly text: string; readonly lines: LineIndex }>();
  return (path, line, column) => {
    const text = check?.analysis.files.get(path)?.file.text;
    if (text === undefined) return column;
    const source = known.get(path) ?? { text, lines: indexLines(text) };
    known.set(path, source);
    return Buffer.byteLength(lineText(source, line).slice(0, column - 1)) + 1;
  };
}
