import assert from "node:assert/strict";
import { fingerprintOf } from "../findings/fingerprint.ts";
import { makeAction, titlesAt } from "../testing/checkFix.ts";
import { asked, checkGuide } from "../testing/checkGuide.ts";
import { acceptLink } from "./acceptLink.ts";

const SAID = 'from: "000000000000", to: "1a3a8e4d9b52"';
const line = (key: string, fields: string) => `${key}: {${fields}}\n`;
const OLD = `${SAID}, on: 2025-01-01, because: Old`;

const file = (ledger: string) => `#- trust.organisation.yaml
title: The trust
teams: {acute: Acute services, nursing: Nursing}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Better access, measures: [$waits, open]}
  beds: {title: More beds, measures: [waits]}
#- trust.measures.yaml
measures:
  waits: {title: Weeks of waiting, unit: weeks, owner: nursing}
  open: {title: Open clinics, unit: clinics}
#- stratkit.reviews.yaml
${ledger}`;
const plain = (ledger: string) => file(ledger).replace("$", "");
const FIRST = "trust/access > waits";
const SECOND = "trust/access > open";
/** What the two ends say today. */
const TODAY = `from: "${fingerprintOf(['{"title":"Better access"}'])}", to: "${fingerprintOf(['{"title":"Weeks of waiting","unit":"weeks"}'])}"`;

describe("Accept a Link", () => {
  it("asks which link of a thing, why, and which team says so: the one that answers for it first", () => {
    const ledger = line(SECOND, OLD) + line(FIRST, OLD);
    const about = { kind: "objective", id: "trust/access" };
    assert.equal(
      asked(acceptLink, plain(ledger), { about }),
      `1/3 link: Which link still fits?
  - trust/access > waits: Objective "Better access" and measure "Weeks of waiting" | both changed
  - trust/access > open: Objective "Better access" and measure "Open clinics" | both changed`,
    );
    assert.equal(
      asked(acceptLink, plain(ledger), { about, answers: [FIRST, "Checked"] }),
      `3/3 by: Which team says so?
  - nursing: Nursing | nursing
  - acute: Acute services | acute
  skip: Leave it out`,
    );
  });

  it("does not ask where there is one link only, and writes its line", () => {
    checkGuide(
      acceptLink,
      plain(line(FIRST, OLD)),
      { about: { kind: "objective", id: "trust/access" }, answers: ["Wording, only", "nursing"] },
      `#- stratkit.reviews.yaml\n${line(FIRST, `${TODAY}, on: 2026-11-21, by: nursing, because: "Wording, only"`)}`,
    );
  });

  it("has nothing to accept without a list, and where nothing changed", () => {
    const none = "refused: No link that was reviewed has changed since: there is nothing to accept";
    assert.equal(asked(acceptLink, plain("").replace("#- stratkit.reviews.yaml\n", "")), none);
    assert.equal(asked(acceptLink, plain(line(FIRST, `${TODAY}, on: 2026-11-21, because: Checked`))), none);
  });

  it("is offered at the link, and where nobody can be asked the reason is left to be filled in", () => {
    const marked = file(line(FIRST, OLD));
    assert.ok(titlesAt(marked, ["quickfix"]).includes("Accept the link..."), titlesAt(marked).join());
    const made = makeAction(marked, "Accept the link...");
    assert.equal(
      made.text("stratkit.reviews.yaml"),
      line(FIRST, `${TODAY}, on: 2026-11-21, by: nursing, because: `),
    );
    assert.match(made.action.edits[0]?.snippet ?? "", /because: \$1/);
    assert.ok(made.after.findings.every(({ rule }) => rule !== "trace/link-suspect"));
    assert.ok(made.after.findings.some(({ rule }) => rule === "trace/review-unreadable"));
  });
});
