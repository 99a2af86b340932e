// A named person where a role is meant: people move on, roles stay.

import { quoteText } from "../../edit/quote.ts";
import { replaceValue } from "../../edit/replaceText.ts";
import type { Fix } from "../../findings/finding.ts";
import type { Item, Written } from "../../model/items.ts";
import { readList } from "../../model/project/read.ts";
import { foldSpaces } from "../../model/words.ts";
import { findNode, findValue, type SourceFile } from "../../syntax/tree.ts";
import { markValue } from "../context.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineFileRule, type FixContext } from "../rule.ts";

interface PersonFacts {
  readonly path: Written["path"];
  /** The role that stands beside the name. */
  readonly role: string | undefined;
}

/** A title in front of a name. */
const PERSON = /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|Prof)\b\.?\s+\p{Lu}/u;
const TITLES = ["Mr", "Ms", "Dr", "Prof"];

export default defineFileRule<
  | "organisation"
  | "team"
  | "board"
  | "partner"
  | "policy"
  | "place"
  | "strategy"
  | "aim"
  | "objective"
  | "capability"
  | "measures"
  | "measure"
  | "scope"
  | "enabler-strategy"
  | "delivery-plan"
  | "priority"
  | "action"
  | "milestone"
  | "actuals"
  | "progress-report",
  PersonFacts
>({
  id: "owner/person-not-role",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: [
    "organisation",
    "team",
    "board",
    "partner",
    "policy",
    "place",
    "strategy",
    "aim",
    "objective",
    "capability",
    "measures",
    "measure",
    "scope",
    "enabler-strategy",
    "delivery-plan",
    "priority",
    "action",
    "milestone",
    "actuals",
    "progress-report",
  ],
  what: "A lead, an owner, or who agreed to something, is a person's name with Mr, Mrs, Ms, Dr or Prof.",
  why: "People move on, and then nobody knows who answers for it; a name in a public file is also a person's data.",
  headline: { one: "1 person where a role is meant", many: "{n} persons where a role is meant" },
  help: "Name the role, such as Medical Director",
  fix: "unsafe",
  mayFind: (text) => TITLES.some((title) => text.includes(title)) || text.includes("\\"),
  check(item, { source, report }) {
    for (const written of partiesOf(source, item)) {
      if (!PERSON.test(written.text)) continue;
      const role = roleIn(written.text);
      report(item, {
        message: `"${foldSpaces(written.text)}" is a person, and people move on`,
        help: `Name the role, such as ${role ?? "Medical Director"}`,
        at: markValue(item, written),
        field: written.path.slice(item.path.length).join("."),
        facts: { path: written.path, role },
      });
    }
  },
  fixes: [nameRole, waiveWithReason],
  examples: {
    bad: {
      "a lead": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Dr Jane Smith
#         ^^^^^^^^^^^^^ warning owner/person-not-role
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a person with the role beside": `
#- trust.organisation.yaml
title: The trust
teams:
  nursing: {title: Nursing, lead: "Chief Nurse (Mrs Alice Jones)"}
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning owner/person-not-role
`,
      "who agreed": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ waived trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured:
        because: The survey comes first
        until: 2027-12-31
        by: Prof. Ann Green
#           ^^^^^^^^^^^^^^^ warning owner/person-not-role
`,
    },
    good: {
      "a role": `
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
      "words that only look like a title": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    description: Dr Foster's figures show where people wait longest
    lead: Head of MS Nursing
    owner: Professor of Nursing
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

/** Whatever takes a team, a board, a partner or a role's name. */
function partiesOf(source: SourceFile, item: Item): Written[] {
  const { path } = item;
  const node = findNode(source.root, path);
  const changes = path.length === 0 ? findValue(node, "changes") : undefined;
  const agreed =
    changes?.kind !== "list"
      ? []
      : changes.items.flatMap((change, at) => readList(change, ["changes", at], "agreed-by"));
  return [
    ...readList(node, path, "lead"),
    ...readList(node, path, "owner"),
    ...item.waivers.flatMap((waiver) => readList(findNode(source.root, waiver.path), waiver.path, "by")),
    ...agreed,
  ];
}

/** The one part of the text that is no name: "Chief Nurse" of "Chief Nurse (Mrs Alice Jones)". */
function roleIn(text: string): string | undefined {
  const parts = text.split(/[,;()]|\s[–—-]\s/).map(foldSpaces);
  const roles = parts.filter((part) => /\p{L}{2}/u.test(part) && !PERSON.test(part));
  return roles.length === 1 ? roles[0] : undefined;
}

function nameRole({ finding, facts, source }: FixContext<PersonFacts>): readonly Fix[] {
  const file = source(finding.file);
  if (file === undefined || facts.role === undefined) return [];
  const edit = replaceValue(file, facts.path, quoteText(facts.role, "brackets"));
  return edit === undefined ? [] : [{ title: `Write "${facts.role}"`, safety: "unsafe", edits: [edit] }];
}
