// Reads a figure as authors write it, by its source text: what YAML would silently make of it (octal, powers, a lost
// plus sign) is refused here, with the text to write where there is only one meaning.

/**
 * `percent` says whether a trailing `%` may stand, `commas` whether thousands may be set apart by commas. Both are
 * allowed in targets; recorded values are plain, because other programs read them too.
 */
export interface NumberForm {
  readonly percent: "allowed" | "refused";
  readonly commas: "allowed" | "refused";
}

export interface NumberRead {
  readonly value: number;
  readonly percent: boolean;
  /** Digits behind the point as written: 2 for `9.50`. */
  readonly decimals: number;
}

export interface NumberProblem {
  readonly problem:
    | "empty"
    | "percent"
    | "commas"
    | "grouping"
    | "spaces"
    | "minus"
    | "plus"
    | "brackets"
    | "unit"
    | "point"
    | "leading-zero"
    | "base"
    | "exponent"
    | "endless"
    | "other";
  readonly text: string;
  /** The figure to write, where the text has one meaning. */
  readonly write?: string;
  /** What the text says about the unit: `GBP m` for `£2.5m`, `days` for `40 days`, `percent` for a refused `95%`. */
  readonly unit?: string;
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?%?$/;
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?%?$/;
const CURRENCIES: Readonly<Record<string, string>> = { "£": "GBP", "€": "EUR", $: "USD" };
const MULTIPLES: Readonly<Record<string, string>> = {
  k: "k",
  thousand: "k",
  m: "m",
  mn: "m",
  million: "m",
  bn: "bn",
  billion: "bn",
};

/**
 *     number   = [ "-" ] , unsigned , [ "%" ] ;
 *     unsigned = ( digits | groups of three with commas ) , [ "." , digits ] ;
 *
 * No leading zero but before the point. Blanks around it don't count.
 */
export function readNumber(text: string, form: NumberForm): NumberRead | NumberProblem {
  const trimmed = text.trim();
  if (trimmed === "") return { problem: "empty", text };
  const percent = trimmed.endsWith("%");
  const readable =
    PLAIN.test(trimmed) || (form.commas === "allowed" && GROUPED.test(trimmed))
      ? !percent || form.percent === "allowed"
      : false;
  if (!readable) return explain(text, trimmed, form);
  // Adding 0 turns -0 into 0.
  return { value: Number(bareDigits(trimmed)) + 0, percent, decimals: decimalsOf(trimmed) };
}

function bareDigits(readable: string): string {
  return readable.endsWith("%") || readable.includes(",") ? readable.replace(/[,%]/g, "") : readable;
}

/** Digits behind the point of a readable figure, as written. */
export function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  if (point < 0) return 0;
  let end = point + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end - point - 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** True where a computed figure, rounded to the last digit that was written, is the written one. */
export function agreesToLastDigit(written: number, decimals: number, computed: number): boolean {
  const half = 0.5 * 10 ** -decimals;
  return Math.abs(written - computed) <= half + 1e-9 * Math.max(Math.abs(written), Math.abs(computed));
}

function explain(text: string, trimmed: string, form: NumberForm): NumberProblem {
  if (/^[-+]?0[xob][\da-f]+$/i.test(trimmed)) return { problem: "base", text };
  if (/^[-+]?\.(inf|nan)$/i.test(trimmed)) return { problem: "endless", text };
  if (/^[-+]?\d+(\.\d+)?e[-+]?\d+$/i.test(trimmed))
    return { problem: "exponent", text, ...expanded(trimmed) };

  let problem: NumberProblem["problem"] | undefined;
  const note = (found: NumberProblem["problem"]) => {
    problem ??= found;
  };
  const { negative, rest: unsigned } = takeSign(trimmed, note);
  const { figure, percent, unit } = takeUnit(unsigned, form, note);
  if (/^0\d/.test(figure)) return { problem: "leading-zero", text };
  const digits = plainDigits(figure, form, note);
  if (digits === undefined) return { problem: figure.includes(",") ? "grouping" : "other", text };
  if (!PLAIN.test(digits) || negative === "twice" || problem === undefined) return { problem: "other", text };
  const write = `${negative === "yes" ? "-" : ""}${digits}${percent ? "%" : ""}`;
  return { problem, text, write, ...(unit === undefined ? {} : { unit }) };
}

/** `1e3` means 1000; what would need more than 15 digits is left to the author. */
function expanded(text: string): { write?: string } {
  const plain = String(Number(text));
  return PLAIN.test(plain) && plain.length <= 16 ? { write: plain } : {};
}

type Note = (problem: NumberProblem["problem"]) => void;

function takeSign(text: string, note: Note): { negative: "no" | "yes" | "twice"; rest: string } {
  const inside = /^\((.+)\)$/.exec(text)?.[1]?.trim();
  if (inside !== undefined) note("brackets");
  // The sign stands before or behind the currency: -£2.5m, £-2.5m.
  const match = /^([£€$]?)\s*([-+\u2212\u2013\u2014])(\s*)(.*)$/.exec(inside ?? text);
  if (match === null) return { negative: inside === undefined ? "no" : "yes", rest: inside ?? text };
  const [, currency = "", sign = "", gap = "", figure = ""] = match;
  const rest = currency + figure;
  if (sign === "+") note("plus");
  else if (sign !== "-") note("minus");
  else if (gap !== "") note("spaces");
  if (inside !== undefined) return { negative: "twice", rest };
  return { negative: sign === "+" ? "no" : "yes", rest };
}

function takeUnit(
  text: string,
  form: NumberForm,
  note: Note,
): { figure: string; percent: boolean; unit?: string } {
  const currency = CURRENCIES[text.charAt(0)];
  const rest = currency === undefined ? text : text.slice(1).trimStart();
  if (currency !== undefined) note("unit");
  const match = /^([\d.,\s]*\d\.?)(\s*)(%|\p{L}[\p{L}\s-]*)$/u.exec(rest);
  if (match === null) return { figure: rest, percent: false, ...(currency ? { unit: currency } : {}) };
  const [, figure = "", gap = "", tail = ""] = match;
  if (currency !== undefined) {
    const multiple = MULTIPLES[tail.toLowerCase()];
    return multiple === undefined
      ? { figure: text, percent: false }
      : { figure, percent: false, unit: `${currency} ${multiple}` };
  }
  if (tail === "%") {
    if (form.percent === "refused") note("percent");
    else if (gap !== "") note("spaces");
    return form.percent === "refused"
      ? { figure, percent: false, unit: "percent" }
      : { figure, percent: true };
  }
  // "3rd" and "5 or more" are no figures with a unit.
  if (/^(st|nd|rd|th)\b/i.test(tail) || /^(or|to|and|of|from|by|in)\b/i.test(tail))
    return { figure: text, percent: false };
  note("unit");
  return { figure, percent: false, unit: /^per ?cent$/i.test(tail) ? "percent" : tail.trim() };
}

function plainDigits(figure: string, form: NumberForm, note: Note): string | undefined {
  if (/^\.\d+$/.test(figure)) {
    note("point");
    return `0${figure}`;
  }
  if (/^\d+\.$/.test(figure)) {
    note("point");
    return figure.slice(0, -1);
  }
  if (/^[1-9]\d{0,2}(?:\s\d{3})+(?:\.\d+)?$/.test(figure)) {
    note("spaces");
    return figure.replace(/\s/g, "");
  }
  if (GROUPED.test(figure)) {
    if (form.commas === "refused") note("commas");
    return figure.replace(/,/g, "");
  }
  return PLAIN.test(figure) ? figure : undefined;
}

/** All figures of a text, without their signs and whatever stands around them. */
export function numbersIn(text: string): number[] {
  const written = text.match(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? [];
  return written.map((number) => Number(number.replaceAll(",", "")));
}
