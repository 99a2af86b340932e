// A file that was meant for the workspace and is not read, because its name misses the form by little.

import type { Fix } from "../../findings/finding.ts";
import { folderOf } from "../../model/fileName.ts";
import type { FileNameFacts } from "../../schema/fileNames.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<FileNameFacts>({
  id: "schema/file-name",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "warning", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  what: "A file's name nearly has the form id.kind.yaml, so it looks like part of the workspace and is not read.",
  why: "A file that is not read is never missed.",
  headline: {
    one: "1 file that is not read because of its name",
    many: "{n} files that are not read because of their names",
  },
  help: "Rename it to an id, a kind and .yaml, such as trust.measures.yaml",
  fix: "unsafe",
  say: (facts) => ({
    message: `"${facts.name}" is not read, because ${sayCause(facts)}`,
    help: sayHelp(facts),
  }),
  fixes: [renameFile],
  examples: {
    bad: {
      "a kind in the singular": `
#- trust.measure.yaml
measures:
#< warning schema/file-name
  waits: People who wait more than 18 weeks
`,
    },
    good: {
      "a right name": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "other people's files": `
#- docker-compose.yaml
services: {}
#- values.yaml
replicas: 2
`,
    },
  },
});

function sayCause({ cause, part }: FileNameFacts): string {
  switch (cause) {
    case "kind":
      return `"${part}" is not a kind of file`;
    case "no-id":
      return `no id stands before "${part}"`;
    case "id":
      return `"${part}" is not an id`;
    case "capitals":
      return "its name has capital letters";
    case "ending":
      return `its name ends in "${part}"`;
    case "config":
      return "the file with the settings has another name";
  }
}

function sayHelp({ cause, part, name, rename }: FileNameFacts): string {
  if (rename !== undefined) return `Rename it "${rename}"`;
  return cause === "no-id"
    ? `Put an id before it, such as trust.${name.toLowerCase()}`
    : `Use lower-case words joined by dashes in place of "${part}"`;
}

function renameFile({ finding, facts }: FixContext<FileNameFacts>): Fix[] {
  if (facts.rename === undefined) return [];
  const folder = folderOf(finding.file);
  const to = folder === "" ? facts.rename : `${folder}/${facts.rename}`;
  const title = `Rename the file to "${facts.rename}"`;
  return [{ title, safety: "unsafe", edits: [], renameFile: { from: finding.file, to } }];
}
