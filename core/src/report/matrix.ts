// The traceability matrix: one row for each counted objective, with what shows, supports and delivers it.

import { parentOf, type StrategyModel, strategyOf } from "../link/model.ts";
import type { Item, ItemOf } from "../model/items.ts";
import { groupBy } from "../text/maps.ts";
import { isCounted } from "../trace/coverage.ts";
import { sayState } from "../trace/stateWords.ts";
import { type ThreadReader, withAncestors } from "../trace/thread.ts";
import {
  countedNodes,
  type ThreadLinkKind,
  type ThreadNode,
  type ThreadReport,
} from "../trace/threadReport.ts";
import { escapeMarkdown, escapeTerminal } from "./escape.ts";
import type { Style } from "./style.ts";
import { type Column, renderTable } from "./table.ts";
import { markdownTable } from "./traceMarkdown.ts";

/** A counted objective, its strategy, and the aim (or whatever it is) that it stands in. */
export interface CountedRow {
  readonly node: ThreadNode;
  readonly strategy: Item;
  readonly aim: Item | undefined;
}

export interface MatrixRow extends CountedRow {
  readonly measures: readonly Item[];
  /** Enabler strategies, or their objectives and actions, that support it or something above it. */
  readonly supporters: readonly Item[];
  readonly priorities: readonly Item[];
  readonly owners: readonly Item[];
}

/** Rows in the order of the strategies' texts. */
export function matrixRows(report: ThreadReport, model: StrategyModel): MatrixRow[] {
  const links = groupBy(report.links, ({ from }) => from);
  const endsOf = (items: readonly Item[], kind: ThreadLinkKind) => [
    ...new Set(
      items.flatMap((item) => links.get(item) ?? []).flatMap((link) => (link.kind === kind ? [link.to] : [])),
    ),
  ];
  return countedRows(report.nodes, model).map((row): MatrixRow => {
    const { item } = row.node;
    const line = withAncestors(model, item);
    return {
      ...row,
      measures: endsOf([item], "measured-by"),
      supporters: endsOf(line, "supported-by"),
      priorities: endsOf(line, "delivered-by"),
      owners: endsOf(line, "owned-by"),
    };
  });
}

/** The same rows as far as one strategy has them; nothing else is looked at. */
export function rowsOfStrategy(
  model: StrategyModel,
  thread: ThreadReader,
  strategy: ItemOf<"strategy">,
): CountedRow[] {
  return countedRows(countedNodes(model, thread, strategy), model);
}

/** Those of the nodes that have a row, in their order. */
export function countedRows(nodes: readonly ThreadNode[], model: StrategyModel): CountedRow[] {
  return nodes.flatMap((node): CountedRow[] => {
    const strategy = strategyOf(model, node.item);
    if (strategy === undefined || !isCounted(model, node.item)) return [];
    return [{ node, strategy, aim: aimOf(model, node.item) }];
  });
}

function aimOf(model: StrategyModel, item: Item): Item | undefined {
  if (item.kind === "aim") return item;
  const above = withAncestors(model, item).find((ancestor) => ancestor.kind === "aim");
  return above ?? parentOf(model, item);
}

const HEADS = ["Objective", "state", "measures", "enabler strategies", "priorities", "owners"];

export function renderMatrixText(report: ThreadReport, model: StrategyModel, style: Style): string {
  const rows = matrixRows(report, model);
  const columns: Column[] = HEADS.map((head, index) => ({ head, most: index === 0 ? 44 : 34 }));
  const table = renderTable(
    columns,
    rows.map((row) => cellsOf(row, escapeTerminal)),
  );
  const [head = "", ...body] = table;
  const lines: string[] = [];
  let strategy: Item | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.strategy !== strategy) {
      strategy = row.strategy;
      if (lines.length > 0) lines.push("");
      lines.push(style("strong", escapeTerminal(strategy.title ?? strategy.id)), style("dim", head));
    }
    lines.push(body[index] ?? "");
  }
  return `${lines.join("\n")}\n`;
}

export function renderMatrixMarkdown(report: ThreadReport, model: StrategyModel): string {
  const rows = matrixRows(report, model);
  const strategies = [...new Set(rows.map((row) => row.strategy))];
  const lines = strategies.flatMap((strategy) => [
    `### ${escapeMarkdown(strategy.title ?? strategy.id)}`,
    "",
    ...markdownTable(
      HEADS,
      rows.filter((row) => row.strategy === strategy).map((row) => cellsOf(row, escapeMarkdown)),
    ),
  ]);
  return `${["## Traceability", "", ...lines].join("\n")}\n`;
}

function cellsOf(
  { node, measures, supporters, priorities, owners }: MatrixRow,
  safe: (text: string) => string,
) {
  const names = (items: readonly Item[]) => items.map((item) => safe(item.id)).join(", ") || "-";
  const state = node.coverage === undefined ? "" : sayState(node.coverage);
  const title = safe(node.item.title ?? node.item.id);
  return [title, state, names(measures), names(supporters), names(priorities), names(owners)];
}
