// Finds what is an NHS number by its form and its check digit.

import type { Span } from "../../text/span.ts";

const GROUPS =
  /(?<![\p{L}\p{N}_]|\p{N}[.,])(\d{3})([ \u00A0\u202F-]?)(\d{3})([ \u00A0\u202F-]?)(\d{4})(?![\p{L}\p{N}_]|[.,]\p{N})/gu;
/** A quick look: where this finds none, there is none. */
const MAYBE = /\d{3}[ \u00A0\u202F-]?\d{3}[ \u00A0\u202F-]?\d{4}/;
const DIGITS = 10;

/** Ten digits, all together or as 3-3-4 with spaces or dashes. Not within a web address, a book's number or a longer number. */
export function findNhsNumbers(text: string): Span[] {
  const found: Span[] = [];
  if (!MAYBE.test(text)) return found;
  for (const match of text.matchAll(GROUPS)) {
    const [whole, first = "", gap1 = "", second = "", gap2 = "", third = ""] = match;
    const span = { start: match.index, end: match.index + whole.length };
    const isGrouped = gap1 !== "" || gap2 !== "";
    if (isGrouped && goesOn(text, span)) continue;
    if (holdsCheckDigit(first + second + third) && !isOtherNumber(text, span)) found.push(span);
  }
  return found;
}

/**
 * The tenth digit is 11 less the rest of the weighted sum by 11 (weights 10 down to 2), where 11 counts as 0 and 10
 * never occurs. Ten equal digits hold it too, but are only ever written to fill a gap. Source: NHS Data Dictionary.
 */
export function holdsCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < DIGITS - 1; at += 1) sum += Number(digits[at]) * (DIGITS - at);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[DIGITS - 1]);
}

/** Part of a longer number in groups, such as a telephone number. */
function goesOn(text: string, { start, end }: Span): boolean {
  return (
    /[\d)][ \u00A0\u202F-]$/.test(text.slice(0, start).slice(-2)) ||
    /^[ \u00A0\u202F-]\d/.test(text.slice(end, end + 2))
  );
}

/** Numbers of books have the same check digit; web addresses are full of long numbers. */
function isOtherNumber(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  if (/isbn(?:-10)?[\s:]*$/i.test(before) || before.endsWith("+")) return true;
  const word = before.slice(before.search(/\S*$/));
  return /:\/\/|www\./i.test(word);
}
