// Results as JSON: one value, or one finding a line.

import type { CheckOutput } from "../checkReport.ts";

/** Indented by two spaces, so that a difference of two results can be read. */
export function renderJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

export function renderJsonLines(output: CheckOutput): string {
  const lines = output.findings.map((finding) => `${JSON.stringify(finding)}\n`);
  return [
    ...lines,
    ...(output.error === undefined ? [] : [`${JSON.stringify({ error: output.error })}\n`]),
  ].join("");
}
