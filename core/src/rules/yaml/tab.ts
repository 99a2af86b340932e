// Tabs that indent.

import type { Fix } from "../../findings/finding.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<SyntaxFacts["yaml/tab"]>({
  id: "yaml/tab",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A line is indented by a tab.",
  why: "Only spaces are read, because a tab is of another width in every program.",
  headline: { one: "1 file with tabs", many: "{n} files with tabs" },
  help: "Replace each tab by spaces",
  fix: "safe",
  say({ spaces, sure }) {
    const others = spaces.length - 1;
    if (others > 0) {
      const more = others === 1 ? "another" : `${others} others`;
      return {
        message: `A tab indents this line and ${more}, and only spaces are read`,
        help: "Replace each tab by spaces",
      };
    }
    const message = "A tab indents this line, and only spaces are read";
    if (!sure) return { message, help: "Replace it by as many spaces as the lines of its level have" };
    const count = spaces[0]?.newText.length ?? 2;
    const words = count === 1 ? "a space" : `${NUMBER_WORDS[count] ?? count} spaces`;
    return { message, help: `Replace it by ${words}` };
  },
  fixes: [useSpaces],
  examples: {
    bad: {
      "lines indented by tabs": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
\t\ttitle: Cut waiting
#<< error yaml/tab
\t\tlead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "one line among others": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
  \ttitle: Cut waiting
#<<< error yaml/tab
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a line that the lines around it do not place": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
   cut-waiting:
      title: Cut waiting
\tlead: Medical Director
#< error yaml/tab
      done-when: A new booking system is open to every clinic
      due: 2027/28
`,
    },
    good: {
      spaces: `
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
      "a tab inside a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut\twaiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

const NUMBER_WORDS: Readonly<Record<number, string>> = {
  2: "two",
  3: "three",
  4: "four",
  6: "six",
  8: "eight",
};

/** All of the file's, because they come from one setting; a person's yes is needed where one line's level is a guess. */
function useSpaces({ finding, facts }: FixContext<SyntaxFacts["yaml/tab"]>): Fix[] {
  const edits = facts.spaces.map((edit) => ({ ...edit, file: finding.file }));
  return [{ title: "Use spaces instead of tabs", safety: facts.sure ? "safe" : "unsafe", edits }];
}
