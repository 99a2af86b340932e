// One line of the view "Changes": a group of changes, a change, or why there are none to show. What a change asks for is
// said in words, and then in colour.

import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from "vscode";
import type { Location } from "vscode-languageclient";
import type { ChangeEntry, ChangeGroup, ChangesFound, ChangesRefused, ChangesResult } from "../protocol.ts";
import { nameOfRoot } from "../views/roots.ts";

export type ChangeLine = ChangeRoot | ChangeRefusal | ChangesOfGroup | ChangeItem;

/** Shown where there are several roots. */
export interface ChangeRoot {
  readonly type: "root";
  readonly key: string;
  readonly root: string;
  readonly result: ChangesResult;
  readonly below: readonly ChangeLine[];
}

export interface ChangeRefusal {
  readonly type: "refusal";
  readonly key: string;
  readonly root: string;
  readonly refusal: ChangesRefused;
}

export interface ChangesOfGroup {
  readonly type: "group";
  readonly key: string;
  readonly root: string;
  readonly group: ChangeGroup;
  readonly below: readonly ChangeItem[];
}

/** What is handed to the commands of the menus, too: guided commands read `kind`, `id` and `uri`. */
export interface ChangeItem {
  readonly type: "change";
  readonly key: string;
  readonly root: string;
  readonly group: ChangeGroup;
  readonly entry: ChangeEntry;
  readonly base: Pick<ChangesFound, "baseLabel" | "commit">;
  readonly kind?: string;
  readonly id?: string;
  readonly uri?: string;
}

/** Of one root its groups alone; why there are none is said by the view itself then. */
export function topLines(results: readonly ChangesResult[]): ChangeLine[] {
  const [only, ...others] = results;
  if (only !== undefined && others.length === 0) return isFound(only) ? groupsOf(only) : [];
  return results.map((result) => ({
    type: "root",
    key: result.root,
    root: result.root,
    result,
    below: isFound(result) ? groupsOf(result) : [refusalOf(result)],
  }));
}

export function isFound(result: ChangesResult): result is ChangesFound {
  return "groups" in result;
}

/** How people call the base, with its commit: `main, 4f2a9c1`. */
export function sayBase({ baseLabel, commit }: Pick<ChangesFound, "baseLabel" | "commit">): string {
  const short = commit.slice(0, 7);
  return baseLabel.startsWith(short) ? short : `${baseLabel}, ${short}`;
}

function groupsOf({ root, groups, baseLabel, commit }: ChangesFound): ChangesOfGroup[] {
  const base = { baseLabel, commit };
  return groups.map((group) => ({
    type: "group",
    key: `${root} ${group.id}`,
    root,
    group,
    below: group.entries.map((entry) => ({
      type: "change",
      key: `${root} ${group.id} ${entry.id}`,
      root,
      group,
      entry,
      base,
      ...(entry.item === undefined ? {} : { kind: entry.item.kind, id: entry.item.id }),
      ...(entry.now === undefined ? {} : { uri: entry.now.uri }),
    })),
  }));
}

function refusalOf(refusal: ChangesRefused): ChangeRefusal {
  return { type: "refusal", key: `${refusal.root} refusal`, root: refusal.root, refusal };
}

export function toChangeItem(line: ChangeLine): TreeItem {
  switch (line.type) {
    case "root":
      return rootItem(line);
    case "refusal":
      return refusalItem(line);
    case "group":
      return groupItem(line);
    case "change":
      return changeItem(line);
  }
}

function rootItem({ key, root, result, below }: ChangeRoot): TreeItem {
  const label = nameOfRoot(root);
  const [verdict = ""] = isFound(result) ? result.summary : [];
  const description = isFound(result) ? `${l10n.t("since {0}", sayBase(result))} · ${verdict}` : "";
  return {
    id: key,
    label,
    description,
    iconPath: new ThemeIcon("root-folder"),
    collapsibleState: below.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Expanded,
    contextValue: "root",
    accessibilityInformation: {
      label: [label, l10n.t("folder"), description].filter((word) => word !== "").join(", "),
    },
  };
}

function refusalItem(line: ChangeRefusal): TreeItem {
  const { refused } = line.refusal;
  return {
    id: line.key,
    label: refused,
    tooltip: refused,
    iconPath: new ThemeIcon("info"),
    collapsibleState: TreeItemCollapsibleState.None,
    contextValue: "refusal",
    accessibilityInformation: { label: refused },
    command: { command: "stratkit.changes.showWhy", title: l10n.t("Show What Helps"), arguments: [line] },
  };
}

const SHUT: ReadonlySet<ChangeGroup["id"]> = new Set(["agreed", "better", "editorial"]);

function groupItem({ key, group: { id, headline, count, entries } }: ChangesOfGroup): TreeItem {
  const left = count - entries.length;
  const said = left === 0 ? String(count) : l10n.t("{0}, the first {1} are listed", count, entries.length);
  return {
    id: key,
    label: headline,
    description: said,
    iconPath: pictureOf(id),
    collapsibleState: SHUT.has(id) ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
    contextValue: `group ${id}`,
    accessibilityInformation: { label: `${headline}, ${said}` },
  };
}

function changeItem(line: ChangeItem): TreeItem {
  const { group, entry } = line;
  const { title, kindWord, said, message, why } = entry;
  return {
    id: line.key,
    label: title,
    description: said,
    tooltip: tooltipOf(line),
    iconPath: pictureOf(group.id),
    collapsibleState: TreeItemCollapsibleState.None,
    contextValue: `change ${group.id}${entry.line === undefined ? "" : " line"}`,
    accessibilityInformation: {
      label: [
        `${group.headline}: ${kindWord === "" ? "" : `${kindWord} `}${title} ${said}`,
        ...(why === "" ? [] : [why]),
        ...sayPlace(line),
      ].join(". "),
    },
    command: { command: "stratkit.changes.open", title: message, arguments: [line] },
  };
}

function tooltipOf(line: ChangeItem): MarkdownString {
  const { message, why, advice, agreed, changeId, class: own } = line.entry;
  const lines = [
    message,
    why,
    agreed === undefined ? "" : l10n.t("Agreed: {0}", agreed),
    advice ?? "",
    ...sayPlace(line),
    `${own} · ${changeId}`,
  ];
  const tooltip = new MarkdownString();
  tooltip.appendText(lines.filter((text) => text !== "").join("\n\n"));
  return tooltip;
}

function sayPlace({ entry: { now, was }, base }: ChangeItem): string[] {
  if (now !== undefined) return [sayLine(now)];
  return was === undefined ? [] : [l10n.t("{0}, as it was in {1}", sayLine(was), base.baseLabel)];
}

function sayLine({ uri, range }: Location): string {
  const { path } = Uri.parse(uri);
  return `${path.slice(path.lastIndexOf("/") + 1)}:${range.start.line + 1}`;
}

function pictureOf(group: ChangeGroup["id"]): ThemeIcon {
  switch (group) {
    case "agree":
      return new ThemeIcon("error", new ThemeColor("list.errorForeground"));
    case "explain":
      return new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
    case "read":
      return new ThemeIcon("eye");
    case "agreed":
      return new ThemeIcon("check");
    case "better":
      return new ThemeIcon("arrow-up");
    case "editorial":
      return new ThemeIcon("edit");
  }
}
