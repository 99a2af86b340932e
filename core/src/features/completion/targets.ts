// The words of targets, each with how it is judged for this measure, and the words of "when".

import type { Better, MeasureFields } from "../../model/items.ts";
import { keyIn } from "../../model/items.ts";
import { isYesNoUnit } from "../../model/unit.ts";
import type { Offer } from "./item.ts";
import type { Place } from "./place.ts";
import { type Offers, offerReferences } from "./references.ts";

type Fields = Pick<MeasureFields, "better" | "unit" | "levels" | "comparators">;

const NOTHING: Fields = { levels: [], comparators: [] };

interface Word {
  readonly word: string;
  /** What is put in; the word itself where nothing follows. */
  readonly text?: Offer["text"];
  readonly judged: string;
  readonly asks?: "lower" | "higher";
}

export function offerTargets(place: Place): Offer[] {
  return offersFor(measureAt(place), "");
}

/** Measures, and behind one of them the words of its target. */
export function offerWhen(place: Place): Offers {
  const begun = /^(\S+)\s/.exec(place.cursor.typed.trimStart())?.[1];
  const fields = begun === undefined ? undefined : fieldsOf(place, begun);
  if (begun !== undefined && fields !== undefined)
    return { offers: offersFor(fields, `${begun} `), more: false };
  return offerReferences(place, "when", [], (id) => [`${id} `]);
}

function offersFor(fields: Fields, before: string): Offer[] {
  return wordsFor(fields)
    .map((word, at) => ({ word, at, rank: rankOf(word, fields) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ word: { word, text, judged, asks } }) => ({
      label: word,
      kind: "target",
      detail: against(asks, fields.better) ? `${judged}; "better" says ${fields.better}` : judged,
      filterText: `${before}${word}`,
      text: [before, ...(text ?? [word])],
    }));
}

function wordsFor({ unit, levels, comparators, better }: Fields): Word[] {
  const yes: Word = { word: "yes", judged: "met when the value is yes" };
  const isYesNo = unit !== undefined && isYesNoUnit(unit);
  return [
    ...(isYesNo ? [yes] : []),
    ...levels.map((level): Word => ({ word: level, judged: "met at this level or a better one" })),
    { word: "at most", text: ["at most "], judged: "met when the value is this or lower", asks: "lower" },
    { word: "at least", text: ["at least "], judged: "met when the value is this or higher", asks: "higher" },
    { word: "under", text: ["under "], judged: "met when the value is lower than this", asks: "lower" },
    { word: "over", text: ["over "], judged: "met when the value is higher than this", asks: "higher" },
    {
      word: "between ... and ...",
      text: ["between ", { stop: "" }, " and ", { stop: "" }],
      judged: "met when the value is one of the two or lies between them",
    },
    { word: "exactly", text: ["exactly "], judged: "met when the value is this and no other" },
    ...comparators.map(
      ({ id }): Word => ({
        word: `within ...% of ${id}`,
        text: ["within ", { stop: "10" }, `% of ${id}`],
        judged: `met when the value is no further than this from ${id}`,
      }),
    ),
    { word: "top", text: ["top "], judged: "met when the rank is this or better" },
    { word: "-%", text: ["-", { stop: "10" }, "%"], judged: change("lower", better), asks: "lower" },
    { word: "+%", text: ["+", { stop: "10" }, "%"], judged: change("higher", better), asks: "higher" },
    { word: "better than last year", judged: lastYear(better) },
    ...(isYesNo ? [] : [yes]),
    { word: "reduce", judged: "a direction without a figure: shown, never met", asks: "lower" },
    { word: "increase", judged: "a direction without a figure: shown, never met", asks: "higher" },
    { word: "maintain", judged: "a direction without a figure: shown, never met" },
    { word: "set baseline", judged: "no figure yet: the baseline comes first" },
    { word: "tbd", judged: "no figure yet" },
    { word: "track", judged: "no figure on purpose: watched, never judged" },
  ];
}

function change(way: "lower" | "higher", better: Better | undefined): string {
  const asked = better === "lower" || better === "higher" ? better : way;
  return `met when the value is this share ${way} than the baseline${asked === way ? ", or beyond" : ""}`;
}

function lastYear(better: Better | undefined): string {
  if (better === "lower" || better === "higher") return `met when the value is ${better} than a year before`;
  return 'needs "better" to say which way is good';
}

function against(asks: Word["asks"], better: Better | undefined): boolean {
  return (asks === "lower" && better === "higher") || (asks === "higher" && better === "lower");
}

function rankOf({ asks, word }: Word, { better, unit, levels }: Fields): number {
  if (unit !== undefined && isYesNoUnit(unit) && word === "yes") return 0;
  if (levels.includes(word)) return 0;
  return against(asks, better) ? 2 : 1;
}

function measureAt(place: Place): Fields {
  const { holder, cursor } = place;
  if (holder?.kind === "measure" || holder?.kind === "scope") return holder;
  const [first, name] = cursor.path;
  return (first === "trajectory" ? fieldsOf(place, String(name)) : undefined) ?? NOTHING;
}

function fieldsOf({ names }: Place, id: string): Fields | undefined {
  const item = names.index.byKey.get(keyIn("measure", id));
  return item?.kind === "measure" || item?.kind === "scope" ? item : undefined;
}
