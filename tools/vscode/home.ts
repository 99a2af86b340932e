// A folder for what one run of VS Code leaves behind: the user's settings, logs, installed extensions.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Home {
  readonly userData: string;
  readonly extensions: string;
  readonly log: string;
}

export type Settings = Readonly<Record<string, unknown>>;

/** What would stand in the way of tests and pictures is switched off. */
const QUIET: Settings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "chat.disableAIFeatures": true,
  "files.autoSave": "off",
};

export function makeHome(folder: string, settings: Settings = {}): Home {
  const userData = join(folder, "user-data");
  const extensions = join(folder, "extensions");
  mkdirSync(join(userData, "User"), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const text = JSON.stringify({ ...QUIET, ...settings }, undefined, 2);
  writeFileSync(join(userData, "User/settings.json"), text);
  return { userData, extensions, log: join(folder, "server.log") };
}
