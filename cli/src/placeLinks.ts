// Addresses of lines in the forge that a CI server works for, made of what the server tells; nothing is asked of it.

import type { ReportLinks } from "@stratkit/core";
import type { Compared } from "./compared.ts";
import type { Shell } from "./shell.ts";

/** Undefined where nobody says which forge it is. `fromTop` gives a path as the repository has it. */
export function placeLinks(
  { base, head }: Pick<Compared, "base" | "head">,
  fromTop: (path: string) => string,
  { env }: Shell,
): ReportLinks | undefined {
  const files = filesIn(env);
  if (files === undefined) return undefined;
  return {
    place: (path, line, side) => {
      const { commit } = side === "base" ? base : head;
      return commit === undefined ? undefined : `${files}/${commit}/${encodePath(fromTop(path))}#L${line}`;
    },
  };
}

/** Where a forge shows the files of a commit. */
function filesIn(env: Shell["env"]): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, CI_PROJECT_URL: project } = env;
  if (server && repository) return `${server}/${repository}/blob`;
  return project ? `${project}/-/blob` : undefined;
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
