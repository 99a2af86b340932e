import assert from "node:assert/strict";
import { itemsOf } from "../link/model.ts";
import { createLookup } from "../lookup/lookup.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { applyMade, asked, checkGuide, lookupOf, makeGuide } from "../testing/checkGuide.ts";
import { analyse } from "../workspace/analyse.ts";
import { waive } from "./waive.ts";

const file = (waivers = "", lead = "    lead: Board # chair\n") => `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Access
${lead}${waivers}  flow: {title: Flow, lead: Board, done-when: It flows, due: 2027/28}
`;
const RULE = "trace/objective-unmeasured";
const ABOUT = { kind: "objective", id: "trust/access", rule: RULE };
const BECAUSE = "Qualitative: until the survey";

describe("Waive", () => {
  it("asks for the thing, the rule, the reason, the last day and who agreed", () => {
    const workspace = file("", "").replace("lead: Board, done-when", "done-when");
    const answers = ["document:trust/access", RULE, BECAUSE, "2027-03-31"];
    assert.equal(
      asked(waive, workspace),
      `1/5 item: For which thing is something to wait?
  - document:trust/access: Access | trust/access · no measure | owner/objective-no-lead, ${RULE}
  - document:trust/flow: Flow | trust/flow · deliverable | owner/objective-no-lead`,
    );
    assert.match(
      asked(waive, workspace, { answers: answers.slice(0, 1) }),
      /^2\/5 rule: What is to wait\?$/m,
    );
    assert.match(asked(waive, workspace, { answers: answers.slice(0, 2) }), /^3\/5 because: /);
    assert.equal(
      asked(waive, workspace, { answers: answers.slice(0, 3) }),
      `4/5 until: Until when? The last day counts
  Choose one, or write a date such as 2027-03-31
  - 2027-03-31: 31 Mar 2027 | The end of this financial year
  - 2027-05-21: 21 May 2027 | In six months
  - 2027-11-21: 21 Nov 2027 | In a year
  - 2028-03-31: 31 Mar 2028 | The end of the next financial year
  or write`,
    );
    assert.match(asked(waive, workspace, { answers }), /^5\/5 by: Who agreed to it\?/);
  });

  it("writes a waiver that holds", () => {
    const course = { about: ABOUT, answers: [BECAUSE, "2027-03-31", "Trust Board"] };
    const lookup = lookupOf(file());
    const after = applyMade(lookup.analysis.workspace, makeGuide(waive, lookup, course));
    checkGuide(
      waive,
      file(),
      course,
      file(
        `    waive:
      ${RULE}:
        because: "${BECAUSE}"
        until: 2027-03-31
        by: Trust Board
`,
      ),
    );
    const { model, thread } = createLookup(analyse(after, testEngine));
    const goal = itemsOf(model, "objective").find(({ key }) => key === "access");
    assert.equal(goal === undefined ? "" : thread.coverageOf(goal).state, "waived");
  });

  for (const { name, before, after } of [
    {
      name: "beside another one",
      before: "    waive: {owner/objective-no-lead: {because: So, until: 2027-01-31}}\n",
      after: `    waive: {owner/objective-no-lead: {because: So, until: 2027-01-31}, ${RULE}: {because: "${BECAUSE}", until: 2027-03-31}}\n`,
    },
    {
      name: "that has ended, which is renewed where it stands",
      before: `    waive:\n      ${RULE}:\n        # Agreed in May.\n        until: 2020-03-31 # long ago\n        because: >-\n          An old reason\n          of two lines\n`,
      after: `    waive:\n      ${RULE}:\n        # Agreed in May.\n        until: 2027-03-31 # long ago\n        because: "${BECAUSE}"\n`,
    },
    {
      name: "that had no last day",
      before: `    waive: {${RULE}: {because: 'So'}} # open\n`,
      after: `    waive: {${RULE}: {because: "${BECAUSE}", until: 2027-03-31}} # open\n`,
    },
    {
      name: "that had only its name",
      before: `    waive:\n      ${RULE}: # to come\n`,
      after: `    waive:\n      ${RULE}: # to come\n        because: "${BECAUSE}"\n        until: 2027-03-31\n`,
    },
  ])
    it(`writes a waiver ${name}`, () => {
      checkGuide(waive, file(before), { about: ABOUT, answers: [BECAUSE, "2027-03-31", ""] }, file(after));
    });

  it("shows the reason so far, and how long it is waived", () => {
    const before = file(`    waive: {${RULE}: {because: So far, until: 2027-01-31}}\n`, "");
    assert.equal(
      asked(waive, before),
      `1/4 rule: What is to wait?
  - owner/objective-no-lead: owner/objective-no-lead | Objective "Access" has no lead, so nobody answers for it
  - ${RULE}: ${RULE} | waived until 2027-01-31`,
    );
    assert.match(asked(waive, before, { about: ABOUT }), / {2}= So far$/);
  });

  it("refuses days that are over or none", () => {
    const refusal = (day: string) =>
      /refused: (.*)$/.exec(asked(waive, file(), { about: ABOUT, answers: [BECAUSE, day] }))?.[1];
    assert.equal(refusal("2026-11-20"), "2026-11-20 is over already: name a day to come");
    assert.equal(
      refusal("31/03/2027"),
      '"31/03/2027" is not a date: write year, month and day, such as 2026-11-21',
    );
  });

  it("asks anew where the rule that it is called about cannot be waived or found nothing", () => {
    const about = { ...ABOUT, rule: "ref/not-found" };
    assert.match(asked(waive, file(), { about }), /^1\/3 because: /);
  });

  it("has nothing to do where nothing was found", () => {
    const fine =
      "#- t.strategy.yaml\ntitle: T\nperiod: 2026/27\nobjectives: {a: {title: A, lead: Board, due: 2027-01-31, done-when: Done}}\n";
    assert.equal(
      asked(waive, fine),
      "refused: Nothing was found that could be waived: there is nothing to do",
    );
  });
});
