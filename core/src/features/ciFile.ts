// The file with which a CI server checks every change of a strategy, as init writes it and the guide shows it.

import { ciTemplates } from "../generated/ciTemplates.ts";
import { product } from "../generated/product.ts";

export const CI_SERVICES = ["github", "gitlab", "azure"] as const;

export type CiService = (typeof CI_SERVICES)[number];

/** Where each server looks for it, from the top of the repository. */
export const CI_PATHS: Readonly<Record<CiService, string>> = {
  github: ".github/workflows/strategy.yml",
  gitlab: ".gitlab-ci.yml",
  azure: "azure-pipelines.yml",
};

/** The one line of each template that depends on the repository. */
const FOLDER_LINE = /^( +(?:folder|STRATEGY): )"\."$/m;

/** `folder` is the strategy's, from the top of the repository, with `/`; `.` for the top itself. */
export function ciText(service: CiService, folder: string): string {
  const template = ciTemplates[service] ?? "";
  // Always in quotes: a folder may be called 2026, or yes.
  return template.replace(FOLDER_LINE, (_line, key: string) => key + JSON.stringify(folder));
}

/** What CI servers put a value in place of, also between quotes. */
export function isSafeCiFolder(folder: string): boolean {
  return !/[$\p{Cc}]/u.test(folder);
}

/** The page that shows the same files, at the server's heading. */
export function ciPage(service: CiService): string {
  const headings: Readonly<Record<CiService, string>> = {
    github: "github-actions",
    gitlab: "gitlab",
    azure: "azure-pipelines",
  };
  return `${product.home}/blob/main/docs/guides/adopting-in-ci.md#${headings[service]}`;
}
