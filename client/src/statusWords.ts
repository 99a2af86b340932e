// What the status line says, and the one thing that can be done about it.

import { type Command, LanguageStatusSeverity, l10n, Uri } from "vscode";
import type { DocumentResult, StatusParams } from "./protocol.ts";

/** All in one line of some 60 letters: what does not fit is cut off, and the command stands at its end. */
export interface StatusWords {
  readonly text: string;
  readonly detail?: string;
  readonly severity: LanguageStatusSeverity;
  readonly busy: boolean;
  readonly command?: Command;
}

const { Error: BAD, Warning: WORRYING, Information: GOOD } = LanguageStatusSeverity;

export function sayStopped(): StatusWords {
  const command = { command: "stratkit.restartServer", title: l10n.t("Restart") };
  return { text: l10n.t("Server stopped"), severity: BAD, busy: false, command };
}

/** The author's own choice of a language wins; it is a click to change it. */
export function sayLanguage(languageId: string): StatusWords {
  const language = languageId === "yaml" ? "YAML" : languageId;
  return {
    text: l10n.t("Opened as {0}", language),
    detail: l10n.t("It is not checked like this"),
    severity: WORRYING,
    busy: false,
    command: { command: "stratkit.switchLanguage", title: l10n.t("Switch to Strategy") },
  };
}

export function sayReading(): StatusWords {
  return { text: l10n.t("Reading the strategy"), severity: GOOD, busy: true };
}

export function sayOutside(): StatusWords {
  const command = { command: "stratkit.init", title: l10n.t("Create a Strategy...") };
  return { text: l10n.t("Not in a strategy workspace"), severity: WORRYING, busy: false, command };
}

export function sayUnknownName(): StatusWords {
  return {
    text: l10n.t("File name not recognised: write <id>.<kind>.yaml"),
    severity: WORRYING,
    busy: false,
    command: {
      command: "stratkit.explainRule",
      title: l10n.t("Explain"),
      arguments: [{ rule: "schema/file-name" }],
    },
  };
}

/** What is wrong with the workspace, the worst first; else how the strategy of the document stands. */
export function sayWorkspace(about: DocumentResult, root: StatusParams): StatusWords {
  const config = Uri.joinPath(Uri.parse(root.root), "stratkit.config.yaml");
  const openConfig = { command: "vscode.open", title: l10n.t("Open Config"), arguments: [config] };
  if (root.config === "last-good" || root.config === "faulty") {
    const text =
      root.config === "faulty"
        ? l10n.t("Config has errors")
        : l10n.t("Config has errors: using the last good one");
    return { text, severity: BAD, busy: false, command: openConfig };
  }
  if (root.unreadable > 0) return sayUnreadable(root.unreadable);
  if (root.partial) return sayPartial();
  if (about.state === "ignored") {
    const text = l10n.t("Left out by the config");
    return { text, severity: WORRYING, busy: false, command: openConfig };
  }
  return sayCoverage(about);
}

function sayUnreadable(count: number): StatusWords {
  return {
    text: count === 1 ? l10n.t("1 file cannot be read") : l10n.t("{0} files cannot be read", count),
    detail: l10n.t("Gaps may be left out"),
    severity: WORRYING,
    busy: false,
    command: { command: "stratkit.toFix.focus", title: l10n.t("Show To Fix") },
  };
}

function sayPartial(): StatusWords {
  return {
    text: l10n.t("Not all files are known"),
    detail: l10n.t("No gaps are shown"),
    severity: WORRYING,
    busy: false,
    command: { command: "stratkit.server.reload", title: l10n.t("Read Again") },
  };
}

function sayCoverage({ coverage, profile, recognised }: DocumentResult): StatusWords {
  const details = [
    coverage === undefined ? recognised : l10n.t("{0}% deep", coverage.deep),
    profile === undefined ? undefined : l10n.t("profile {0}", profile),
  ];
  return {
    text: coverage?.line ?? l10n.t("No strategy yet"),
    detail: details.filter((detail) => detail !== undefined).join(" · "),
    severity: GOOD,
    busy: false,
    command: { command: "stratkit.showCoverage", title: l10n.t("Show Coverage") },
  };
}
