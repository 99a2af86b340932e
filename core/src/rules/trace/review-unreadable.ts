// A line of stratkit.reviews.yaml that cannot be read as a link that somebody has read.

import type { LedgerFacts } from "../../model/ledger.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<LedgerFacts>({
  id: "trace/review-unreadable",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "warning", review: "warning", publish: "warning" },
  waivable: false,
  time: false,
  what: "A line of stratkit.reviews.yaml does not say which link was read, what both ends said, when, why or by which team.",
  why: "A link whose line cannot be read counts as never reviewed, so nobody hears when one of its ends changes.",
  headline: { one: "1 reviewed link that cannot be read", many: "{n} reviewed links that cannot be read" },
  help: 'Write the line anew with "stratkit review accept"',
  fix: "none",
  say: ({ cause, text }) => ({ message: sayMessage(cause, text), help: HELP[cause] }),
  examples: {
    bad: {
      "a line without its reason, and one with another end": `
#- trust.organisation.yaml
title: Our trust
teams: {acute: Acute services}
#- stratkit.reviews.yaml
trust/cut-waiting > waits: {from: "3fa9c1d2e4b0", to: "81c07b2ad913", on: 2026-11-21, by: acute}
#<<<<<<<<<<<<<<<<<<<<<<<<< warning trace/review-unreadable
trust/listen and voices: {from: "3fa9c1d2e4b0", to: "81c07b2ad913", on: 2026-11-21, because: Wording only}
#<<<<<<<<<<<<<<<<<<<<<<< warning trace/review-unreadable
trust/listen > voices: {from: reviewed, to: "81c07b2ad913", on: 2026-11-21, because: Wording only}
#<<<<<<<<<<<<<<<<<<<<< warning trace/review-unreadable
`,
      "a person in place of a team": `
#- trust.organisation.yaml
title: Our trust
teams: {acute: Acute services}
#- stratkit.reviews.yaml
trust/cut-waiting > waits: {from: "3fa9c1d2e4b0", to: "81c07b2ad913", on: 2026-11-21, by: Jo Smith, because: Wording only}
#                                                                                         ^^^^^^^^ warning trace/review-unreadable
`,
    },
    good: {
      "a line as it is written by stratkit, for a link that is gone": `
#- trust.organisation.yaml
title: Our trust
teams: {acute: Acute services}
#- stratkit.reviews.yaml
trust/cut-waiting > waits: {from: "3fa9c1d2e4b0", to: "81c07b2ad913", on: 2026-11-21, by: acute, because: Wording only}
`,
      "no quotes round a fingerprint, and no team": `
#- stratkit.reviews.yaml
trust/cut-waiting > waits: {from: 1234e5678901, to: "81c07b2ad913", on: 2026-11-21, because: Wording only}
`,
    },
  },
});

function sayMessage(cause: LedgerFacts["cause"], text: string): string {
  switch (cause) {
    case "form":
      return "This file holds no links that were reviewed, so nothing in it counts";
    case "link":
      return `"${text}" names no link, so this review does not count`;
    case "fingerprint":
      return `The line on "${text}" does not say what both ends said, so this review does not count`;
    case "day":
      return `The line on "${text}" does not say on which day the link was reviewed`;
    case "reason":
      return `The line on "${text}" does not say why the link still fits`;
    case "team":
      return `"${text}" is not a team of this workspace, so nobody knows who reviewed the link`;
  }
}

const ANEW = 'Write the line anew with "stratkit review accept"';

const HELP: Readonly<Record<LedgerFacts["cause"], string>> = {
  form: "Remove what stands there, or restore the file as it was",
  link: "Write the two full names with a > between them",
  fingerprint: ANEW,
  day: 'Add the day under "on", such as 2026-11-21',
  reason: 'Add the reason under "because"',
  team: "Name a team by its id, never a person",
};
