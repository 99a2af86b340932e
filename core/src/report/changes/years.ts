// Two years' plans for people: what was done, carried over and dropped, for a terminal and as Markdown.

import type { ChangeClass } from "../../diff/change.ts";
import { countWords, type YearItem, type YearsOfStrategy } from "../../diff/years.ts";
import { nameItem } from "../../model/items.ts";
import { escapeTerminal } from "../escape.ts";
import { plainStyle, type Role, type Style } from "../style.ts";
import { markText } from "./markdown.ts";

const ROLES: Readonly<Record<ChangeClass, Role>> = {
  breaks: "error",
  weakens: "warning",
  review: "info",
  strengthens: "good",
  editorial: "dim",
};

export function renderYearsText(years: readonly YearsOfStrategy[], style: Style = plainStyle): string {
  return years.map((one) => textOf(one, style)).join("\n");
}

function textOf(
  { strategy, older, newer, items, objectives, measures }: YearsOfStrategy,
  style: Style,
): string {
  const unplanned = objectives.filter(({ word }) => word === "no longer planned");
  const fresh = objectives.filter(({ word }) => word === "newly planned");
  const lines = [
    style(
      "strong",
      escapeTerminal(`${strategy.title ?? strategy.id}: ${titleOf(older)} and ${titleOf(newer)}`),
    ),
    countWords(items),
    "",
    ...items.map(
      (item) =>
        `${style(ROLES[item.class], item.word)}: ${escapeTerminal(sayItem(item))}\n  ${escapeTerminal(item.why)}`,
    ),
    ...(unplanned.length + fresh.length === 0 ? [] : [""]),
    ...unplanned.map(
      ({ objective, word }) => `${style("warning", word)}: ${escapeTerminal(nameItem(objective))}`,
    ),
    ...fresh.map(({ objective, word }) => `${style("good", word)}: ${escapeTerminal(nameItem(objective))}`),
    ...(measures.length === 0 ? [] : ["", style("strong", "Planned to reach")]),
    ...measures.map(
      ({ measure, older: was, newer: is }) =>
        `${escapeTerminal(measure.title ?? measure.id)}: ${escapeTerminal(was ?? "nothing")}, then ${escapeTerminal(is ?? "nothing")}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function titleOf(item: { readonly title?: string; readonly id: string }): string {
  return item.title ?? item.id;
}

function sayItem({ older, newer }: YearItem): string {
  const item = newer ?? older;
  return item === undefined ? "" : nameItem(item);
}

export function renderYearsMarkdown(years: readonly YearsOfStrategy[]): string {
  return years.map(markdownOf).join("\n");
}

function markdownOf({ strategy, older, newer, items, objectives, measures }: YearsOfStrategy): string {
  const moved = objectives.filter(({ word }) => word !== "in both plans");
  const row = (...cells: string[]) => `| ${cells.map(markText).join(" | ")} |`;
  return [
    `### ${markText(titleOf(strategy))}: ${markText(titleOf(older))} and ${markText(titleOf(newer))}`,
    "",
    countWords(items),
    "",
    "| | What | Why |",
    "| --- | --- | --- |",
    ...items.map((item) => row(item.word, sayItem(item), item.why)),
    ...(moved.length === 0
      ? []
      : ["", ...moved.map(({ objective, word }) => `- ${word}: ${markText(nameItem(objective))}`)]),
    ...(measures.length === 0
      ? []
      : [
          "",
          "| Measure | Planned then | Planned now |",
          "| --- | --- | --- |",
          ...measures.map(({ measure, older: was, newer: is }) => row(titleOf(measure), was ?? "", is ?? "")),
        ]),
    "",
  ].join("\n");
}
