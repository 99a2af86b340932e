// Periods written otherwise: what an author may have meant by `2017-18`, `Q3 2017/18`, `March 2018` or `31/03/2018`.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
/** Far longer than any period; beyond that a text is prose, and trying it in many ways would take long. */
const MOST_CHARACTERS = 200;
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";

/**
 * The right forms that a text may stand for: one where it has one meaning, several where the author must choose,
 * none where nobody can tell. They are candidates: whether each can be read is for the caller to try.
 */
export function respellPeriod(text: string): readonly string[] {
  if (text.length > MOST_CHARACTERS) return [];
  if (/^(each|every|per) (financial )?year$|^(annually|yearly)$/i.test(text)) return ["every year"];
  if (/^(the )?end of (the )?strategy$|^strategy end$/i.test(text)) return ["end"];
  const open = /^(to|until|till|from|since) (.+)$/i.exec(text);
  const whole = respellSingle(text);
  if (whole.length > 0) return whole;
  const span = readSpan(text);
  if (span !== undefined) return respellSpan(span.from, span.to);
  if (open === null) return [];
  const side = /^(from|since)$/i.test(open[1] ?? "") ? "from" : "to";
  return orItself(open[2] ?? "").map((single) => `${side} ${single}`);
}

function readSpan(text: string): { from: string; to: string } | undefined {
  const match =
    /^(?:from )?(.+?) (?:to|until|till|-|\u2013|\u2014) (.+)$/i.exec(text) ??
    /^(.+\d)[\u2013\u2014](\d.+)$/.exec(text) ??
    /^(\d{4}\/\d{2})-(\d{4}\/\d{2})$/.exec(text);
  if (match === null) return undefined;
  return { from: match[1] ?? "", to: match[2] ?? "" };
}

function respellSpan(from: string, to: string): string[] {
  // In "2017/18 Q2 to Q3" the second quarter is of the same year.
  const year = /^(.+) Q[1-4]$/i.exec(from)?.[1];
  const end = year !== undefined && /^Q[1-4]$/i.test(to) ? `${year} ${to}` : to;
  return orItself(from).flatMap((first) => orItself(end).map((last) => `${first} to ${last}`));
}

function orItself(text: string): readonly string[] {
  const respelled = respellSingle(text);
  return respelled.length === 0 ? [text] : respelled;
}

function respellSingle(text: string): readonly string[] {
  return respellQuarter(text) ?? respellYear(text) ?? respellNamedMonth(text) ?? respellDate(text) ?? [];
}

/** `Q3 2017/18`, `Q3 of 2017/18`, `2017/18Q3`, `2017-18-q3`, `2017/18 quarter 3`. */
function respellQuarter(text: string): readonly string[] | undefined {
  const before = /^(?:Q|quarter )([1-4])(?: of|,)? (.+)$/i.exec(text);
  const behind = /^(.+?)[ ,-]*(?:Q|quarter )([1-4])$/i.exec(text);
  const [year, quarter] = before ? [before[2], before[1]] : [behind?.[1], behind?.[2]];
  if (year === undefined || quarter === undefined) return undefined;
  return orYear(year).map((right) => `${right} Q${quarter}`);
}

/** Only years have quarters, so a month inside is no candidate. */
function orYear(text: string): readonly string[] {
  return respellYear(text) ?? (/^(\d{4}|\d{4}\/\d{2}|FY\d{4})$/i.test(text) ? [text] : []);
}

function respellYear(text: string): readonly string[] | undefined {
  const single = /^FY ?(\d{4}|\d{2})$/i.exec(text)?.[1];
  if (single !== undefined) return [`FY${fullYear(single)}`];
  const match =
    /^(?:FY ?)?(\d{4}) ?([/\u2013\u2014-]) ?(\d{4}|\d{2})$/i.exec(text) ??
    /^(?:FY ?)?(\d{2})(\/)(\d{2})$/i.exec(text);
  if (match === null) return undefined;
  const [, from = "", sign = "", to = ""] = match;
  const start = fullYear(from);
  const end =
    to.length === 4 ? Number(to) : Number(to) + start - (start % 100) + (Number(to) < start % 100 ? 100 : 0);
  const asYear = financialYear(start);
  // 2017-2018 may also be two calendar years; 2017/2018 is only ever the financial one.
  if (end === start + 1) return sign !== "/" && to.length === 4 ? [asYear, `${start} to ${end}`] : [asYear];
  const asMonth = sign === "/" && from.length === 4 && /^(0[1-9]|1[0-2])$/.test(to) ? [`${start}-${to}`] : [];
  if (end <= start || end > start + 10) return asMonth;
  const asSpan = `${asYear} to ${financialYear(end - 1)}`;
  return [...asMonth, ...(sign === "/" ? [asYear, asSpan] : [asSpan, `${start} to ${end}`])];
}

function financialYear(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, "0")}`;
}

/** Two digits are a year from 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

/** `March 2018`, `31 March 2018`, `March 31st, 2018`. */
function respellNamedMonth(text: string): readonly string[] | undefined {
  const month = new RegExp(`^${MONTH},? (\\d{4})$`, "i").exec(text);
  if (month !== null) return [dateText(month[2], monthNumber(month[1]))];
  const dayFirst = new RegExp(`^${DAY}(?: of)? ${MONTH},? (\\d{4})$`, "i").exec(text);
  if (dayFirst !== null) return [dateText(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1])];
  const monthFirst = new RegExp(`^${MONTH} ${DAY},? (\\d{4})$`, "i").exec(text);
  if (monthFirst !== null) return [dateText(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2])];
  return undefined;
}

/** `31/03/2018`, `31.3.2018`, `2018/03/31`, `2018-3-1`, `03/2018`. Where day and month could change places, both. */
function respellDate(text: string): readonly string[] | undefined {
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (yearFirst !== null) return [dateText(yearFirst[1], yearFirst[2], yearFirst[3])];
  const monthOnly = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (monthOnly !== null) return [dateText(monthOnly[2], monthOnly[1])];
  const match = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [, day, month, year] = match;
  return [...new Set([dateText(year, month, day), dateText(year, day, month)])];
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

function dateText(year = "", month = "", day?: string): string {
  const text = `${year}-${month.padStart(2, "0")}`;
  return day === undefined ? text : `${text}-${day.padStart(2, "0")}`;
}
