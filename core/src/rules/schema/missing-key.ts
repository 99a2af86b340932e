// What a thing cannot do without. One finding names all that is missing, and says that nothing else is needed.

import { insertKeys } from "../../edit/insertKeys.ts";
import { joinWords } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import { FILE_KINDS } from "../../model/fileName.ts";
import type { MissingKey } from "../../schema/facts.ts";
import { smallestTemplate } from "../../schema/templates.ts";
import { findEntry, findNode } from "../../syntax/tree.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<MissingKey>({
  id: "schema/missing-key",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A thing lacks keys that it cannot do without, or a file is empty.",
  why: "Without a title nobody can speak of it, and without a period nobody can say when it counts.",
  headline: {
    one: "1 place where something needed is missing",
    many: "{n} places where something needed is missing",
  },
  help: "Add what is missing; nothing else is needed yet",
  fix: "unsafe",
  say: (facts) => ({ message: sayMessage(facts), help: sayHelp(facts) }),
  fixes: [addMissing, startFromTemplate],
  examples: {
    bad: {
      "no period": `
#- trust.strategy.yaml
title: Ours
#<<<<< error schema/missing-key
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "an objective without a title": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ error schema/missing-key
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "a text alone is the title": `
#- trust.organisation.yaml
title: Our trust
teams:
  access: Access team
`,
      "an entry without a value refers": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waits:
#- access.measures.yaml
measures:
  waits:
    title: People who wait more than 18 weeks
    unit: percent
    better: lower
    owner: Medical Director
    baseline: {2025/26: 12}
    targets: {2027/28: 5}
`,
    },
  },
});

function sayMessage({ who, missing, either, file }: MissingKey): string {
  const keys = sayKeys(missing, either);
  if (file === undefined) return `${who} needs ${keys}`;
  const state = file === "empty" ? "The file is empty" : "The file holds only comments";
  return keys === "" ? `${state}, so it says nothing` : `${state}, and ${who} needs ${keys}`;
}

/** `period and priorities`; with a choice among them, `title, period, and aims or objectives`. */
export function sayKeys(missing: readonly string[], either: readonly (readonly string[])[]): string {
  if (either.length === 0) return joinWords(missing, "and");
  const choices = either.map((keys) => joinWords(keys, "or"));
  return missing.length === 0
    ? choices.join(", and ")
    : `${missing.join(", ")}, and ${choices.join(", and ")}`;
}

function sayHelp({ missing, either }: MissingKey): string {
  const count = missing.length + either.length;
  if (count === 0) return "Write what it is to say, or delete the file";
  return `Add ${count === 1 ? "it" : "them"}; nothing else is needed yet`;
}

function addMissing({ finding, facts, source }: FixContext<MissingKey>): Fix[] {
  const file = source(finding.file);
  const keys = [...facts.missing, ...facts.either.flatMap((choice) => choice.slice(0, 1))];
  if (file === undefined || keys.length === 0) return [];
  const hasTitle = findEntry(findNode(file.root, facts.path), "title") !== undefined;
  const where = hasTitle ? { after: "title" } : "first";
  const added = keys.map((key) => ({ key, value: "" }));
  const edit = insertKeys(file, facts.path, added, where) ?? insertKeys(file, facts.path, added);
  if (edit === undefined) return [];
  const title = `Add the missing ${keys.length === 1 ? "key" : "keys"}: ${keys.join(", ")}`;
  return [{ title, safety: "unsafe", edits: [{ file: file.path, ...edit }] }];
}

function startFromTemplate({ finding, facts, source }: FixContext<MissingKey>): Fix[] {
  const file = source(finding.file);
  const kind = FILE_KINDS.find((known) => known === facts.kind);
  if (file === undefined || facts.file === undefined || kind === undefined) return [];
  const newline = file.text === "" || file.text.endsWith("\n") ? "" : "\n";
  const eol = file.text.includes("\r\n") ? "\r\n" : "\n";
  const newText = (newline + smallestTemplate(kind)).replaceAll("\n", eol);
  const end = file.text.length;
  return [
    {
      title: "Start from the template",
      safety: "unsafe",
      edits: [{ file: file.path, span: { start: end, end }, newText }],
    },
  ];
}
