// Targets written otherwise: the target words that an author may have meant by `>= 95`, `no more than 40` or `85-92`.

const SYMBOLS: Readonly<Record<string, string>> = {
  "<=": "at most",
  "=<": "at most",
  "≤": "at most",
  "⩽": "at most",
  ">=": "at least",
  "=>": "at least",
  "≥": "at least",
  "⩾": "at least",
  "<": "under",
  ">": "over",
  "=": "exactly",
  "==": "exactly",
};

/** The words for a target that begins with a symbol: `at least 95` for `>= 95`. */
export function wordsForSymbols(text: string): string | undefined {
  const match = /^(<=|=<|>=|=>|==|[≤⩽≥⩾<>=]) ?(.+)$/.exec(text);
  const word = SYMBOLS[match?.[1] ?? ""];
  return word === undefined ? undefined : `${word} ${match?.[2] ?? ""}`;
}

type Spelling = readonly [from: RegExp, to: string];

const FIGURE = "(\\S+)";

/** Other words for the same; the first that fits is taken. `$1` and `$2` are the figures. */
const SPELLINGS: readonly Spelling[] = [
  spelling("(?:no|not) (?:more|greater|higher) than (.+)", "at most $1"),
  spelling("(?:a )?max(?:imum)?(?: of)? (.+)", "at most $1"),
  spelling("up to (.+)", "at most $1"),
  spelling("(?:at most|reduce to|down to) (.+)", "at most $1"),
  spelling("(?:no|not) (?:less|fewer|lower) than (.+)", "at least $1"),
  spelling("(?:a )?min(?:imum)?(?: of)? (.+)", "at least $1"),
  spelling("(?:at least|increase to) (.+)", "at least $1"),
  spelling("(?:less|fewer|lower) than (.+)", "under $1"),
  spelling("below (.+)", "under $1"),
  spelling("(?:more|greater|higher) than (.+)", "over $1"),
  spelling("above (.+)", "over $1"),
  spelling("(?:equal to|equals) (.+)", "exactly $1"),
  spelling(`${FIGURE} (?:or|and) (?:more|above|over|higher)`, "at least $1"),
  spelling("(\\d[\\d.,]*%?)\\+", "at least $1"),
  spelling(`${FIGURE} (?:or|and) (?:less|fewer|below|under|lower)`, "at most $1"),
  spelling("(?:increase|rise|grow) by (\\d[\\d.,]*%)", "+$1"),
  spelling("(\\d[\\d.,]*%) (?:increase|rise|growth)", "+$1"),
  spelling("(?:reduce|decrease|fall) by (\\d[\\d.,]*%)", "-$1"),
  spelling("(\\d[\\d.,]*%) (?:reduction|decrease|fall)", "-$1"),
  spelling("(?:between|from) (\\d\\S*) ?(?:to|and|-|–|—) ?(\\d\\S*)", "between $1 and $2"),
  spelling("(\\d[\\d.,]*%?) ?(?:to|-|–|—) ?(\\d[\\d.,]*%?)", "between $1 and $2"),
  spelling("% ?(\\d[\\d.,]*)", "$1%"),
  spelling("(?:in the )?top quartile", "top 25%"),
  spelling("(?:in the )?top decile", "top 10%"),
  spelling("in the (top \\d+%?)", "$1"),
  spelling("(?:better|more) than (?:the )?(?:previous|last|prior) year", "better than last year"),
  spelling("(?:decrease|decline|fall)", "reduce"),
  spelling("(?:rise|grow)", "increase"),
  spelling("(?:tbc|tba|to be (?:confirmed|determined|decided|agreed))\\.?", "tbd"),
  spelling("(?:baseline|(?:establish|agree) (?:a |the )?baseline|set (?:a |the )baseline)", "set baseline"),
];

/** Candidates: whether each can be read is for the caller to try. */
export function respellTarget(text: string): readonly string[] {
  const words = wordsForSymbols(text);
  if (words !== undefined) return [words];
  const found = SPELLINGS.find(([from]) => from.test(text));
  if (found === undefined) return respellMinus(text);
  const [from, to] = found;
  return [text.replace(from, to)];
}

/** A minus sign from a word processor before a percentage: a change all the same. */
function respellMinus(text: string): readonly string[] {
  const size = /^[\u2212\u2013\u2014] ?(\d[\d.,]*%)$/.exec(text)?.[1];
  return size === undefined ? [] : [`-${size}`];
}

function spelling(from: string, to: string): Spelling {
  return [new RegExp(`^${from}$`, "i"), to];
}
