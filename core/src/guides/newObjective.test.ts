import assert from "node:assert/strict";
import { asked, checkGuide, lookupOf, makeGuide } from "../testing/checkGuide.ts";
import { newObjective } from "./newObjective.ts";
import { openPlace } from "./openPlace.ts";

const STRATEGY = `#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: "Quality" # first
    objectives:
      # The one that matters.
      access:
        title: Access
        done-when: It is open # soon
  people: People first # last
`;
const LIBRARY = `#- care.measures.yaml
measures:
  waits: {title: Waits, unit: weeks}
`;
const TEAMS = `#- a.organisation.yaml
title: A
teams: {one: One}
`;
const WORKSPACE = STRATEGY + LIBRARY + TEAMS;
const LATER = ["trust/quality", "Cut waiting: all clinics", "cut-waiting", "", "later"];

describe("New Objective", () => {
  it("asks for the aim, the title, the id, who leads and what shows that it works", () => {
    const questions = [[], ...LATER.map((_, at) => LATER.slice(0, at + 1))].map((answers) =>
      asked(newObjective, WORKSPACE, { answers }),
    );
    assert.equal(
      questions.join("\n"),
      `1/5 aim: Under which aim?
  - trust/quality: Quality | trust/quality · deliverable
  - trust/people: People first | trust/people · no measure
2/5 title: What is the objective?
  Improve care pathways to reduce variation
3/5 id: Its id, by which other files refer to it
  Lower-case words joined by dashes
  = cut-waiting-all-clinics
4/5 lead: Who leads it?
  Choose one, or write a role such as Medical Director
  - one: One | one
  or write
  skip: Later
5/5 measure: What shows that it is working?
  - link: A measure that is there already
  - define: A new measure
  - later: Say it later
done`,
    );
  });

  it("writes at the end of the aim's objectives, quotes where YAML needs them, and keeps what is there", () => {
    checkGuide(
      newObjective,
      WORKSPACE,
      { answers: LATER },
      STRATEGY.replace("# soon\n", '# soon\n      cut-waiting:\n        title: "Cut waiting: all clinics"\n'),
    );
  });

  it("turns an aim that is a title alone into a map, and its comment stays with the title", () => {
    checkGuide(
      newObjective,
      WORKSPACE,
      { answers: ["trust/people", "Grow", "grow", "Medical Director", "later"] },
      STRATEGY.replace(
        "  people: People first # last\n",
        `  people:
    title: People first # last
    objectives:
      grow:
        title: Grow
        lead: Medical Director
`,
      ),
    );
  });

  it("links measures that are there", () => {
    checkGuide(
      newObjective,
      WORKSPACE,
      { answers: ["trust/quality", "Wait less", "wait-less", "one", "link", ["waits"]] },
      STRATEGY.replace(
        "# soon\n",
        "# soon\n      wait-less:\n        title: Wait less\n        lead: one\n        measures: [waits]\n",
      ),
    );
  });

  it("defines a measure in place, as far as it is known", () => {
    const answers = ["trust/quality", "Wait less", "wait-less", "", "define"];
    const measure = ["Days, all", "days", "lower", "days", "44", "2025/26", "at most 20", "2028/29"];
    checkGuide(
      newObjective,
      WORKSPACE,
      { answers: [...answers, ...measure] },
      STRATEGY.replace(
        "# soon\n",
        `# soon
      wait-less:
        title: Wait less
        measures:
          days:
            title: Days, all
            unit: days
            better: lower
            baseline:
              2025/26: 44
            targets:
              2028/29: at most 20
`,
      ),
    );
    checkGuide(
      newObjective,
      WORKSPACE,
      { answers: [...answers, "Days", "", "", "days", "", ""] },
      STRATEGY.replace(
        "# soon\n",
        "# soon\n      wait-less:\n        title: Wait less\n        measures:\n          days:\n            title: Days\n",
      ),
    );
  });

  it("keeps the braces and the line ends of its file (B16)", () => {
    const file = (objectives: string) =>
      `#- trust.strategy.yaml\ntitle: Ours\nperiod: 2026/27 to 2028/29\naims:\n  a: {title: A, objectives: {${objectives}}} # one line\n`
        .replaceAll("\n", "\r\n")
        .replace("\r\n", "\n");
    checkGuide(
      newObjective,
      file("b: B"),
      { answers: ["Wait less, everywhere", "c", "", "later"] },
      file('b: B, c: {title: "Wait less, everywhere"}'),
    );
  });

  it("refuses ids and leads that will not do, in one sentence", () => {
    const refusal = (...answers: readonly string[]) =>
      /refused: (.*)$/.exec(asked(newObjective, WORKSPACE, { answers }))?.[1];
    assert.equal(
      refusal("trust/quality", "Access", "access"),
      '"access" is already the id of objective "Access" (trust.strategy.yaml, line 8): choose another',
    );
    assert.equal(
      refusal("trust/quality", "Access", "Patient Flow"),
      '"Patient Flow" is not an id: use lower-case words joined by dashes, such as patient-flow',
    );
    assert.equal(refusal("trust/quality", "???"), "A title needs letters: write a few words");
    assert.equal(
      refusal("trust/quality", "Flow", "flow", "onee"),
      'No team, board or partner has the id "onee": choose one, or write a role with a capital letter',
    );
  });

  it("says what to do first where there is no strategy", () => {
    assert.equal(asked(newObjective, TEAMS), "refused: There is no strategy yet: create one first");
  });

  it("begins at the aim around what it is called about", () => {
    const about = { kind: "objective", id: "trust/access" };
    assert.match(asked(newObjective, WORKSPACE, { about }), /^1\/4 title: /);
    checkGuide(
      newObjective,
      WORKSPACE,
      { about, answers: ["New", "new", "", "later"] },
      STRATEGY.replace("# soon\n", "# soon\n      new:\n        title: New\n"),
    );
  });

  it("offers the first level of a strategy that has no aims", () => {
    const flat = "#- t.strategy.yaml\ntitle: T\nperiod: 2026/27\nobjectives:\n  a: A\n";
    checkGuide(newObjective, flat, { answers: ["B", "b", "", "later"] }, `${flat}  b:\n    title: B\n`);
  });

  it("goes on behind what was written", () => {
    const lookup = lookupOf(WORKSPACE);
    const place = openPlace(lookup, makeGuide(newObjective, lookup, { answers: LATER }));
    assert.ok(place !== undefined);
    assert.equal(
      place.source.text.slice(0, place.offset).split("\n").at(-1)?.trim(),
      'title: "Cut waiting: all clinics"',
    );
  });
});
