// Results as JSON: one value, or one finding or change a line.

import type { ReportedError } from "../checkReport.ts";

/** Characters that JSON may hold as they are, and that a terminal or an editor would act on. */
const ACTED_ON = /[\u007f-\u009f\u2028\u2029\ufeff\p{Bidi_Control}]/gu;

/** What reads it gets the same value; who looks at it sees what stands there. */
function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    ACTED_ON,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** One value on one line. */
export function renderJsonLine(value: unknown): string {
  return `${toJson(value)}\n`;
}

/** Indented by two spaces, so that a difference of two results can be read. */
export function renderJson(value: unknown): string {
  return `${toJson(value, 2)}\n`;
}

/** One value a line, and why the job could not be done where it could not. */
export function renderJsonLines(values: readonly unknown[], error: ReportedError | undefined): string {
  return [...values, ...(error === undefined ? [] : [{ error }])].map(renderJsonLine).join("");
}
