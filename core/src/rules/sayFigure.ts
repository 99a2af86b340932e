// The words for figures that cannot be read, the same for targets and recorded values.

import type { NumberProblem } from "../model/number.ts";

/** What to do about a figure with no one meaning. */
export function helpWithFigure({ problem }: NumberProblem): string {
  switch (problem) {
    case "leading-zero":
      return "Write the figure without the 0 in front";
    case "grouping":
      return "Write a point before decimals, and leave out the comma";
    default:
      return "Write the figure in ordinary digits, such as 9.5";
  }
}

/** Why a figure cannot be read, where that is not plain to see. */
export function reasonOfFigure({ problem }: NumberProblem): string {
  switch (problem) {
    case "leading-zero":
      return ", because a 0 in front can change its meaning";
    case "grouping":
      return ", because its comma sets no thousands apart";
    default:
      return "";
  }
}
