// The time between two days in words: "two months", "10 days".

import { addMonths, type Day } from "../../model/day.ts";
import { sayCount } from "../text/countedWords.ts";

const MOST_DAYS = 13;
const MOST_WEEKS = 8;

/** From the first day to the later second one, in the largest unit of which there are at least two. */
export function sayHowLong(from: Day, to: Day): string {
  const days = to - from;
  if (days <= MOST_DAYS) return count(days, "day");
  let months = 0;
  // Counted from the day after, so that from the end of one month to the end of another they are whole.
  while (addMonths(from + 1, months + 1) <= to + 1) months += 1;
  if (months >= 2 || days > MOST_WEEKS * 7) return count(months, "month");
  return count(Math.floor(days / 7), "week");
}

function count(number: number, unit: string): string {
  return `${sayCount(number)} ${unit}${number === 1 ? "" : "s"}`;
}
