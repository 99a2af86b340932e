// Two versions of a sentence in one line, for a terminal.

import { diffWords } from "./changes/wordDiff.ts";
import { escapeTerminal } from "./escape.ts";
import type { Style } from "./style.ts";

/** `for [-adults-] {+people+} who wait`: marks as git has them, since colours may be missing. */
export function renderWords(old: string, now: string, style: Style): string {
  const runs = diffWords(old, now).map(({ kind, text }) => {
    const shown = escapeTerminal(text);
    if (kind === "same") return shown;
    return kind === "gone" ? style("error", `[-${shown}-]`) : style("good", `{+${shown}+}`);
  });
  return runs.join(" ");
}
