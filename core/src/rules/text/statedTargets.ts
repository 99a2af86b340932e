// Finds in a text what it plainly says is to be reached, and by when. Whatever may mean something else is left out.

import { foldSpaces } from "../../model/words.ts";
import { type StatedDate, statedDateAfter } from "./statedDates.ts";

export interface StatedTarget {
  /** As written: `15%`. */
  readonly words: string;
  readonly value: number;
  /** `%`, `percent` or the word behind the number. */
  readonly unit: string;
  readonly by?: StatedDate;
}

const NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const FIGURE = `(?<figure>(?<number>${NUMBER})\\s?(?<unit>%|\\p{L}+(?: cent)?)?)`;
const LIMIT =
  "(?:at least|at most|no more than|not more than|less than|fewer than|more than|below|under|above|over)";

/** "The target is 15%", "a target of under 10 days". */
const NAMED = new RegExp(`\\btargets?(?: is| of|:)(?: ${LIMIT})? ${FIGURE}`, "iu");
/** "Reduce turnover to 15%", "Keep sickness below 4 percent". */
const ASKED = new RegExp(
  `^(?:cut|reduce|lower|shorten|bring|limit|increase|raise|improve|keep|hold)\\s(?:[^.;:,]*?\\s)?(?:to|${LIMIT})(?: ${LIMIT})? ${FIGURE}`,
  "iu",
);
/** Sentences about others, about the past, or about a part. */
const UNSURE =
  /\b(?:national|nationally|government|england|standard|average|benchmark|was|were|had|been|once|last year|previous|previously|currently|today|now|baseline|half|most|some|each|every|than in|if|unless|should|could|would|may|might|first|interim|step)\b/i;
/** What the figure says of those who are counted, not of the count: "teams whose absence is to be below 4%". */
const OF_PARTS = /\b(?:who|whose|whom|which|that|where|with|per|among)\b/i;

export function findStatedTargets(text: string): StatedTarget[] {
  if (!/\d/.test(text)) return [];
  return sentencesOf(foldSpaces(text)).flatMap((sentence) => {
    if (UNSURE.test(sentence)) return [];
    const match = NAMED.exec(sentence) ?? ASKED.exec(sentence);
    const { figure = "", number = "", unit = "" } = match?.groups ?? {};
    if (match === null) return [];
    const end = match.index + match[0].length;
    if (OF_PARTS.test(sentence.slice(0, end - figure.length))) return [];
    const value = Number(number.replaceAll(",", ""));
    const by = statedDateAfter(sentence.slice(end));
    const words = figure.trim();
    return [by === undefined ? { words, value, unit } : { words, value, unit, by }];
  });
}

/** Split at full stops and the like; those in figures split nothing. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+/);
}
