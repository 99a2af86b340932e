// A person's e-mail address or mobile number in a file that may be public.

import { defineFileRule } from "../rule.ts";
import { findContacts, mayHoldContact } from "./findContacts.ts";

export default defineFileRule({
  id: "privacy/contact",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "warning", review: "warning", publish: "error" },
  waivable: false,
  time: false,
  // Called once for a file, because the whole text counts, comments too.
  visits: [
    "organisation",
    "strategy",
    "measures",
    "enabler-strategy",
    "delivery-plan",
    "actuals",
    "progress-report",
  ],
  retiredToo: true,
  what: "A text, a note or a comment holds what looks like one person's e-mail address or mobile number.",
  why: "It is a person's data in a file that may be public, and it is out of date as soon as the person moves on.",
  headline: { one: "1 personal address or number", many: "{n} personal addresses or numbers" },
  help: "Use the address of a team",
  fix: "none",
  mayFind: mayHoldContact,
  check(document, { source, report }) {
    for (const { of, text, start, end } of findContacts(source.text)) {
      report(document, {
        // A number is left out of the message, because messages end up in logs and reports.
        message:
          of === "address"
            ? `"${text}" looks like a personal address`
            : "This looks like a mobile number, and the file may be public",
        help: of === "address" ? "Use the address of a team" : "Use the number of a team",
        at: { file: source.path, span: { start, end } },
      });
    }
  },
  examples: {
    bad: {
      "an address and a number": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: Questions go to jane.smith@nhs.net
#                            ^^^^^^^^^^^^^^^^^^ warning privacy/contact
objectives:
  cut-waiting:
    title: Cut waiting
    # Call 07700 900123 before this changes.
#          ^^^^^^^^^^^^ warning privacy/contact
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "addresses of teams": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: Questions go to strategy.team@nhs.net, or to kmpt.communications@nhs.net
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a telephone of an office, and figures": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: Call 01622 724100; the programme has the number 07-2026
context:
  money:
    title: Money
    figures:
      spending: {title: Spending, value: 7700900123, unit: GBP}
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
