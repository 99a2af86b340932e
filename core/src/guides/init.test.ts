import assert from "node:assert/strict";
import { createLookup } from "../lookup/lookup.ts";
import { parseDay } from "../model/day.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { applyMade, asked, askNext, lookupOf, makeGuide, renderNext } from "../testing/checkGuide.ts";
import { TEST_DAY } from "../testing/fixture.ts";
import { analyse } from "../workspace/analyse.ts";
import { emptyWorkspace } from "../workspace/workspace.ts";
import { init } from "./init.ts";
import { openPlace } from "./openPlace.ts";

const EMPTY = createLookup(analyse(emptyWorkspace(parseDay(TEST_DAY) ?? 0), testEngine));
const ANSWERS = ["St. Mary's: a trust", "Better care #1", "2027/28 to 2029/30", "Care: for all"];

describe("Create a Strategy", () => {
  it("asks for organisation, title, years and first aim, where nothing is there yet", () => {
    const questions = [[], ...ANSWERS.map((_, at) => ANSWERS.slice(0, at + 1))].map((answers) =>
      renderNext(askNext(init, EMPTY, { answers })),
    );
    assert.equal(
      questions.join("\n"),
      `1/4 organisation-title: What is your organisation called?
  Marram Bay Community Trust
2/4 title: What is the strategy called?
  Our strategy 2026-29
3/4 period: Which years does it cover?
  From the first to the last, such as 2026/27 to 2028/29
  = 2026/27 to 2028/29
4/4 aim: What is its first aim?
  Provide the highest quality care
done`,
    );
  });

  it("makes what stratkit init makes, with what the author said, and the first objective is all that is missing", () => {
    const made = makeGuide(init, EMPTY, { answers: ANSWERS });
    assert.deepEqual(made.createFiles?.map(({ path }) => path).sort(), [
      "better-care-1.strategy.yaml",
      "st-marys-a-trust.organisation.yaml",
      "stratkit.config.yaml",
    ]);
    const after = analyse(applyMade(EMPTY.analysis.workspace, made), testEngine);
    assert.deepEqual(
      after.findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
      ['Aim "Care: for all" has no objectives and no measure, so nobody can tell whether it is working'],
    );
    assert.deepEqual(
      after.model.items.filter(({ kind }) => kind !== "team").map(({ id, title }) => [id, title]),
      [
        ["better-care-1", "Better care #1"],
        ["better-care-1/care-for-all", "Care: for all"],
        ["st-marys-a-trust", "St. Mary's: a trust"],
      ],
    );
    const strategy = after.files.get("better-care-1.strategy.yaml")?.source.text ?? "";
    assert.match(strategy, /^period: 2027\/28 to 2029\/30$/m);
    assert.match(strategy, /# +targets: \{2029\/30: at most 5\}$/m);
  });

  it("goes on at the first aim", () => {
    const place = openPlace(EMPTY, makeGuide(init, EMPTY, { answers: ANSWERS }));
    assert.equal(place?.source.text.slice(0, place.offset).split("\n").at(-1), '    title: "Care: for all"');
  });

  it("adds to an organisation and a config that are there", () => {
    const lookup = lookupOf("#- a.organisation.yaml\ntitle: A\n#- stratkit.config.yaml\nextends: draft\n");
    const made = makeGuide(init, lookup, { answers: ANSWERS.slice(1) });
    assert.deepEqual(
      made.createFiles?.map(({ path }) => path),
      ["better-care-1.strategy.yaml"],
    );
    assert.match(made.createFiles?.[0]?.text ?? "", /^organisation: a$/m);
  });

  it("refuses years without an end, and a title whose file is there", () => {
    const workspace =
      "#- a.organisation.yaml\ntitle: A\n#- ours.strategy.yaml\ntitle: Ours\nperiod: 2026/27\naims: {a: A}\n";
    const refusal = (...answers: readonly string[]) =>
      /refused: (.*)$/.exec(asked(init, workspace, { answers }))?.[1];
    assert.equal(
      refusal("Ours"),
      '"ours" is already the id of strategy "Ours" (ours.strategy.yaml, line 1): choose another',
    );
    assert.equal(
      refusal("New", "from 2027"),
      '"from 2027" has no first or no last year: write both, such as 2026/27 to 2028/29',
    );
    assert.match(refusal("New", "2027-28") ?? "", /^"2027-28" is not a period: write /);
  });
});
