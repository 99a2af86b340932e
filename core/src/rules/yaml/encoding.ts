// Files that are not saved as UTF-8 with ordinary line ends.

import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<SyntaxFacts["yaml/encoding"]>({
  id: "yaml/encoding",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A file is not saved as UTF-8, or its lines end as on old Macs.",
  why: "Letters are read wrongly, or all lines as one, and every program guesses differently.",
  headline: { one: "1 file in another encoding", many: "{n} files in another encoding" },
  help: "Save it again as UTF-8",
  fix: "none",
  say: ({ cause }) => SAYINGS[cause],
  examples: {
    bad: {
      "line ends of old Macs": `
#- trust.strategy.yaml
title: Ours\rperiod: 2026/27\raims: Care
#          ^ error yaml/encoding
`,
      "a letter that an earlier save destroyed": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting at the caf\uFFFD
#                                ^ error yaml/encoding
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "not UTF-8": `
#- trust.strategy.yaml (windows-1252)
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting at the café
#                                ^ error yaml/encoding
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "UTF-8": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting at the café for £1
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "line ends of Windows": `
#- trust.strategy.yaml
title: Ours\r
period: 2026/27 to 2028/29\r
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

const SAYINGS: Readonly<Record<SyntaxFacts["yaml/encoding"]["cause"], { message: string; help: string }>> = {
  "windows-1252": {
    message: "This file is not saved as UTF-8, so letters such as é and £ may be wrong",
    help: "Save it again as UTF-8",
  },
  "utf-16": {
    message: "This file is saved as UTF-16, which other programs read wrongly",
    help: "Save it again as UTF-8",
  },
  binary: {
    message: "This file holds signs that are in no text, so nothing of it is read",
    help: "Save it again as plain text in UTF-8",
  },
  "line-ends": {
    message: "A line ends here as on old Macs, so it is read as one with the next",
    help: "Save the file with ordinary line ends (LF or CRLF)",
  },
  replaced: {
    message: "A letter was lost here when the file was saved in another encoding",
    help: "Write the letter again and save the file as UTF-8",
  },
};
