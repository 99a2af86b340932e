// What a root is compared with: where it parted from its main branch, unless somebody chose another version. The choice
// is kept with the window's folder.

import { type ExtensionContext, l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { BaseName } from "../protocol.ts";
import type { StrategyServer } from "../server.ts";

export interface ChosenBases {
  /** As written; undefined where the main branch is meant. */
  of(root: string): string | undefined;
  /** False where it was left as it was. */
  choose(root: string): Promise<boolean>;
}

export function chosenBases({ workspaceState }: ExtensionContext, server: StrategyServer): ChosenBases {
  const keyOf = (root: string) => `stratkit.base ${root}`;
  const of = (root: string) => workspaceState.get<string>(keyOf(root));
  return {
    of,
    async choose(root) {
      const chosen = await ask(server, root, of(root));
      if (chosen === undefined) return false;
      await workspaceState.update(keyOf(root), chosen.base);
      return true;
    },
  };
}

interface Chosen {
  readonly base: string | undefined;
}

interface BaseItem extends QuickPickItem {
  readonly chosen?: Chosen;
  readonly isToWrite?: true;
}

async function ask(
  server: StrategyServer,
  root: string,
  now: string | undefined,
): Promise<Chosen | undefined> {
  const title = l10n.t("Compare With...");
  const item = await window.showQuickPick(itemsFor(server, root, now), {
    title,
    placeHolder: l10n.t("Compared is with the point at which your work parted from it"),
    matchOnDescription: true,
  });
  if (item?.isToWrite === undefined) return item?.chosen;
  const written = await window.showInputBox({
    title,
    prompt: l10n.t("The name of a branch or a tag, or the id of a commit"),
    value: now ?? "",
    validateInput: (text) => (text.trim() === "" ? l10n.t("Write a name or an id") : undefined),
  });
  return written === undefined ? undefined : { base: written.trim() };
}

async function itemsFor(server: StrategyServer, root: string, now: string | undefined): Promise<BaseItem[]> {
  const { branches, tags } = await server.request("stratkit/bases", { root });
  const current = (base: string | undefined) => (base === now ? { detail: l10n.t("Compared with now") } : {});
  const named = (heading: string, names: readonly BaseName[]): BaseItem[] =>
    names.length === 0
      ? []
      : [
          { label: heading, kind: QuickPickItemKind.Separator },
          ...names.map(({ name, day }) => ({
            label: name,
            description: day,
            chosen: { base: name },
            ...current(name),
          })),
        ];
  return [
    {
      label: l10n.t("The main branch"),
      description: l10n.t("found by itself"),
      chosen: { base: undefined },
      ...current(undefined),
    },
    { label: l10n.t("Write a name or an id..."), isToWrite: true },
    ...named(l10n.t("Branches"), branches),
    ...named(l10n.t("Tags"), tags),
  ];
}
