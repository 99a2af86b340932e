// Which files of a workspace could not be read whole, and why: what they hold is not known, so no drawing may call it
// missing.

import { positionAt } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { type Analysis, findingsIn } from "../../workspace/analyse.ts";

export interface Damage {
  readonly file: string;
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  /** The finding's own sentence. */
  readonly message: string;
  /** True where an earlier reading of the file still says what it held. */
  readonly hasLastGood: boolean;
}

/** In the order of the paths. The config is none of them: its last good one, or ours, stays in force. */
export function damageOf(analysis: Analysis): Damage[] {
  return [...analysis.incomplete].sort().flatMap((path): Damage[] => {
    const file = analysis.files.get(path);
    if (file === undefined || file.config !== undefined) return [];
    const finding = findingsIn(analysis, path).find((one) => one.severity === "error");
    const span = finding?.span ?? file.source.damaged[0] ?? { start: 0, end: 0 };
    return [
      {
        file: path,
        span,
        line: positionAt(file.source.lines, span.start).line + 1,
        message: finding?.message ?? "Some of this file could not be read",
        hasLastGood: file.lastGood !== undefined,
      },
    ];
  });
}
