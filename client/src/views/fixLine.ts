// One line of the view "To Fix": a group of findings, or a finding. How bad it is is said in words, and then in colour.

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
import type { ToFixEntry, ToFixGroup, ToFixResult } from "../protocol.ts";
import { nameOfRoot } from "./roots.ts";

export type FixLine = FixRoot | FixGroup | FixEntry;

/** Shown where there are several roots. */
export interface FixRoot {
  readonly type: "root";
  readonly key: string;
  readonly label: string;
  readonly below: readonly FixGroup[];
}

export interface FixGroup {
  readonly type: "group";
  readonly key: string;
  readonly group: ToFixGroup;
  readonly below: readonly FixEntry[];
}

/** What is handed to the commands of the menus, too: they read `kind`, `id`, `rule` and `uri`. */
export interface FixEntry {
  readonly type: "entry";
  readonly key: string;
  readonly state: ToFixGroup["state"];
  readonly rule: string;
  readonly kind?: string;
  readonly id?: string;
  readonly uri: string;
  readonly place: Location;
  readonly entry: ToFixEntry;
}

export function topLines(results: readonly ToFixResult[]): FixLine[] {
  const shown = results.filter(({ groups }) => groups.length > 0);
  const [only, ...others] = shown;
  if (only !== undefined && others.length === 0) return groupsOf(only);
  return shown.map((result) => ({
    type: "root",
    key: result.root,
    label: nameOfRoot(result.root),
    below: groupsOf(result),
  }));
}

function groupsOf({ root, groups }: ToFixResult): FixGroup[] {
  return groups.map((group) => ({
    type: "group",
    key: `${root} ${group.id}`,
    group,
    below: group.entries.map((entry) => entryOf(root, group, entry)),
  }));
}

function entryOf(root: string, { id, state }: ToFixGroup, entry: ToFixEntry): FixEntry {
  const { item, location, rule } = entry;
  return {
    type: "entry",
    key: `${root} ${id} ${entry.id}`,
    state,
    rule,
    uri: location.uri,
    place: location,
    entry,
    ...(item === undefined ? {} : { kind: item.kind, id: item.id }),
  };
}

export function toFixItem(line: FixLine): TreeItem {
  switch (line.type) {
    case "root":
      return rootItem(line);
    case "group":
      return groupItem(line);
    case "entry":
      return entryItem(line);
  }
}

function rootItem({ key, label }: FixRoot): TreeItem {
  return {
    id: key,
    label,
    iconPath: new ThemeIcon("root-folder"),
    collapsibleState: TreeItemCollapsibleState.Expanded,
    contextValue: "root",
    accessibilityInformation: { label: [label, l10n.t("folder")].join(", ") },
  };
}

/** Longer groups are opened by whoever wants to see them, unless they are errors. */
const FEW = 5;

function groupItem({ key, group: { state, severity, headline, entries } }: FixGroup): TreeItem {
  const isOpen = state === "open";
  const said = isOpen ? sayHowBad(severity) : String(entries.length);
  return {
    id: key,
    label: headline,
    description: said,
    iconPath: isOpen ? pictureOf(severity) : new ThemeIcon(state === "waived" ? "circle-slash" : "history"),
    collapsibleState:
      isOpen && (severity === "error" || entries.length <= FEW)
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed,
    contextValue: `group ${state}`,
    accessibilityInformation: { label: `${headline}, ${said}` },
  };
}

function entryItem(line: FixEntry): TreeItem {
  const { label, message, help, severity, location, rule } = line.entry;
  const file = Uri.parse(location.uri).path;
  const place = `${file.slice(file.lastIndexOf("/") + 1)}:${location.range.start.line + 1}`;
  const tooltip = new MarkdownString();
  tooltip.appendText(`${message}\n\n${help}\n\n${rule}`);
  return {
    id: line.key,
    label,
    description: place,
    tooltip,
    collapsibleState: TreeItemCollapsibleState.None,
    contextValue: `finding ${line.state}`,
    accessibilityInformation: { label: `${sayHowBad(severity)}: ${message}. ${help}. ${place}` },
    command: { command: "stratkit.toFix.open", title: l10n.t("Open in the Text"), arguments: [line] },
  };
}

type Severity = ToFixEntry["severity"];

function sayHowBad(severity: Severity): string {
  if (severity === "error") return l10n.t("error");
  return severity === "warning" ? l10n.t("warning") : l10n.t("information");
}

function pictureOf(severity: Severity): ThemeIcon {
  if (severity === "error") return new ThemeIcon("error", new ThemeColor("list.errorForeground"));
  if (severity === "warning") return new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
  return new ThemeIcon("info");
}
