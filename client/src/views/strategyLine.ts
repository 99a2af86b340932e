// One line of the view "Strategy": what the server says of it, and how the editor shows that. The picture never says more
// than the words.

import { l10n, ThemeColor, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from "vscode";
import type { Location } from "vscode-languageclient";
import type { TreeLine } from "../protocol.ts";
import { iconOf } from "./icons.ts";
import { nameOfRoot } from "./roots.ts";

/** What is handed to the commands of the menus, too: they read `kind`, `id` and `uri`. */
export interface StrategyLine {
  readonly root: string;
  readonly parent: StrategyLine | undefined;
  /** The server's name for the line; undefined for the line of a root. */
  readonly key?: string;
  readonly kind?: string;
  readonly id?: string;
  readonly uri?: string;
  readonly place?: Location;
  readonly shown: Omit<TreeLine, "id" | "item" | "location">;
}

export function rootLine(root: string): StrategyLine {
  const label = nameOfRoot(root);
  const words = { kindWord: l10n.t("folder"), description: "", tooltip: label };
  return {
    root,
    parent: undefined,
    shown: { label, ...words, isGap: false, isLate: false, hasChildren: true },
  };
}

export function lineOf(root: string, line: TreeLine, parent: StrategyLine | undefined): StrategyLine {
  const { id, item, location, ...shown } = line;
  return {
    root,
    parent,
    key: id,
    shown,
    ...(item === undefined ? {} : { kind: item.kind, id: item.id }),
    ...(location === undefined ? {} : { uri: location.uri, place: location }),
  };
}

export function toTreeItem(line: StrategyLine): TreeItem {
  const { label, kindWord, description, tooltip, hasChildren } = line.shown;
  const words = [description, kindWord].filter((word) => word !== "").join(" · ");
  return {
    // Selection and what is open are kept by it.
    id: `${line.root} ${line.key ?? ""}`,
    label,
    description: words,
    tooltip,
    iconPath: pictureOf(line),
    collapsibleState: stateOf(line, hasChildren),
    contextValue: contextOf(line),
    accessibilityInformation: {
      label: [label, kindWord, description].filter((word) => word !== "").join(", "),
    },
    ...(line.place === undefined
      ? {}
      : { command: { command: "stratkit.tree.open", title: l10n.t("Open in the Text"), arguments: [line] } }),
  };
}

function pictureOf({ kind, shown, key }: StrategyLine): ThemeIcon {
  const { isGap, isLate, kindWord } = shown;
  if (isGap) return new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
  if (isLate) return new ThemeIcon("history", new ThemeColor("list.warningForeground"));
  return new ThemeIcon(key === undefined ? "root-folder" : iconOf(kind ?? kindWord));
}

/** Strategies are open at first, so that their aims are seen. */
function stateOf({ kind, key }: StrategyLine, hasChildren: boolean): TreeItemCollapsibleState {
  if (!hasChildren) return TreeItemCollapsibleState.None;
  const isOpen = key === undefined || kind === "strategy";
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** `objective gap`: the menus choose by it. */
function contextOf({ kind, shown: { isGap, isLate } }: StrategyLine): string {
  return [kind ?? "other", ...(isGap ? ["gap"] : []), ...(isLate ? ["late"] : [])].join(" ");
}
