// A key that nothing reads: mostly a typing slip, which would vanish without a word.

import { deleteLine, hasSibling, replaceKey } from "../../edit/replaceText.ts";
import { sayGuess, sayListed } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { UnknownKey } from "../../schema/facts.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

const OWN_KEY = "begin it with x- to keep it as your own";

export default defineRefusalRule<UnknownKey>({
  id: "schema/unknown-key",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A key is not one that may stand at this place.",
  why: "What stands under a misspelt key is read by nobody, and the page looks as if it had been said.",
  headline: { one: "1 key that is not known", many: "{n} keys that are not known" },
  help: `Correct the key, or ${OWN_KEY}`,
  fix: "unsafe",
  say: (facts) => ({ message: sayMessage(facts), help: sayHelp(facts) }),
  fixes: [renameKey, deleteNeedless],
  examples: {
    bad: {
      "a slip in a key": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-wen: A new booking system is open to every clinic
#   ^^^^^^^^ error schema/unknown-key
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "the file's name already says it": `
#- trust.strategy.yaml
title: Ours
id: trust
#<< error schema/unknown-key
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "your own key begins with x-": `
#- trust.strategy.yaml
title: Ours
x-sharepoint: https://example.org/strategy
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "ids are of your own choosing": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
values:
  mesures: We count what matters
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

function sayMessage({ key, of, guess, alreadySaid }: UnknownKey): string {
  if (alreadySaid === "file name") return "The file's name already says this";
  if (alreadySaid === "id") return "The key above already is the id";
  const did = sayGuess(guess);
  return `"${key}" is not a key of ${of}${did === "" ? "" : `.${did}`}`;
}

function sayHelp({ guess, alreadySaid }: UnknownKey): string {
  if (alreadySaid !== undefined) return "Delete the line";
  const listed = sayListed(guess);
  if (listed !== undefined) return `Use one of ${listed}, or ${OWN_KEY}`;
  return guess.kind === "none" ? `Delete it, or ${OWN_KEY}` : `Correct the key, or ${OWN_KEY}`;
}

function renameKey({ finding, facts, source }: FixContext<UnknownKey>): Fix[] {
  const file = source(finding.file);
  const { guess, path } = facts;
  if (file === undefined || facts.alreadySaid !== undefined) return [];
  const near = guess.kind === "one" ? [guess.best] : guess.kind === "few" ? guess.near : [];
  return near.flatMap(({ id }) => {
    const edit = hasSibling(file, path, id) ? undefined : replaceKey(file, path, id);
    return edit === undefined
      ? []
      : [{ title: `Rename the key to "${id}"`, safety: "unsafe", edits: [edit] }];
  });
}

function deleteNeedless({ finding, facts, source }: FixContext<UnknownKey>): Fix[] {
  const file = source(finding.file);
  const edit =
    file === undefined || facts.alreadySaid === undefined ? undefined : deleteLine(file, facts.path);
  return edit === undefined ? [] : [{ title: "Delete the line", safety: "unsafe", edits: [edit] }];
}
