import assert from "node:assert/strict";
import { analyseFixture } from "../testing/checkFindings.ts";

function waiverFindings(waive: string, more = ""): string[] {
  const text = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  a:
    title: A
    lead: Medical Director
    done-when: It stands
    waive: ${waive}
${more}`;
  return analyseFixture(text)
    .findings.filter((finding) => finding.rule.startsWith("waive/"))
    .map((finding) => finding.rule);
}

const FOREVER = "{because: So, until: 2099-12-31}";

describe("judging waivers", () => {
  it("finds what holds nothing", () => {
    assert.deepEqual(waiverFindings(`{trace/objective-unmeasured: ${FOREVER}}`), ["waive/needless"]);
  });

  it("passes over rules that do not exist or cannot be waived, and the group itself: those were refused", () => {
    const rules = ["trace/nothing-such", "ref/duplicate-id", "waive/needless"];
    const refused = rules.map(() => "waive/not-possible");
    assert.deepEqual(waiverFindings(`{${rules.map((rule) => `${rule}: ${FOREVER}`).join(", ")}}`), refused);
    assert.deepEqual(waiverFindings(`{${rules.map((rule) => `${rule}: {}`).join(", ")}}`), refused);
  });

  it("holds what would be silent anyway in the profile", () => {
    // In draft this rule says nothing, but it finds something.
    const text = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  a: {title: A, lead: Medical Director, done-when: It stands, waive: {trace/objective-not-in-plan: ${FOREVER}}}
  b: {title: B, lead: Medical Director, done-when: It stands}
#- 2026-27.delivery-plan.yaml
title: Plan
strategy: trust
period: 2026/27
priorities: {p: {title: P, objectives: [b]}}
`;
    const { findings } = analyseFixture(text, { profile: "draft" });
    assert.deepEqual(
      findings.filter((finding) => finding.rule.startsWith("waive/")),
      [],
    );
  });

  it("claims nothing while a file that may matter is damaged", () => {
    const damaged = '#- x.measures.yaml\nmeasures:\n  m: {title: "M\n';
    assert.deepEqual(waiverFindings(`{trace/objective-unmeasured: ${FOREVER}}`, damaged), []);
    assert.deepEqual(waiverFindings(`{open/unclear: ${FOREVER}}`, damaged), ["waive/needless"]);
  });
});
