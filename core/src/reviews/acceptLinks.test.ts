import assert from "node:assert/strict";
import { REVIEWS_FILE } from "../model/fileName.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { applyEdits } from "../text/edits.ts";
import { analyse } from "../workspace/analyse.ts";
import { textFile, withFile } from "../workspace/workspace.ts";
import { acceptLinks } from "./acceptLinks.ts";
import { linkReviews, teamFor } from "./linkReviews.ts";

const FILES = `
#- trust.organisation.yaml
title: The trust
teams: {acute: Acute services, nursing: Nursing}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
lead: nursing
objectives:
  access: {title: Better access, measures: [waits, open]}
  beds: {title: More beds, lead: Chair, measures: [waits]}
#- trust.measures.yaml
measures:
  waits: {title: Weeks of waiting, unit: weeks, owner: acute}
  open: {title: Open clinics, unit: clinics, owner: Chief Executive}
`;
const workspace = fixtureWorkspace(parseFixture(FILES));
const ON = "on: 2026-11-21";

interface Course {
  readonly ledger?: string;
  readonly keys: readonly string[];
  readonly because?: string;
  readonly by?: string;
}

/** The ledger afterwards, with the fingerprints as `F`; or why not. */
function accept({ ledger, keys, because = "Checked", by }: Course): string {
  const before = ledger === undefined ? workspace : withFile(workspace, textFile(REVIEWS_FILE, ledger));
  const analysis = analyse(before, testEngine);
  const wanted = linkReviews(analysis).filter(({ key }) => keys.includes(key));
  assert.equal(wanted.length, keys.length);
  const links = wanted.map(({ link }) => (by === undefined ? { link } : { link, by }));
  const made = acceptLinks(analysis, { links, because });
  if ("refused" in made) return made.refused;
  const text = made.createFile?.text ?? applyEdits(ledger ?? "", made.edits);
  const after = analyse(withFile(workspace, textFile(REVIEWS_FILE, text)), testEngine);
  for (const { key, state } of linkReviews(after))
    if (keys.includes(key)) assert.equal(state, "reviewed", key);
  return text.replace(/"[0-9a-f]{12}"/g, "F");
}

const line = (key: string, because = "Checked", by = "") =>
  `${key}: {from: F, to: F, ${ON}, ${by === "" ? "" : `by: ${by}, `}because: ${because}}\n`;
const OLD = '{from: "000000000000", to: "000000000000", on: 2025-01-01, because: Old}';
const old = (key: string) => `${key}: ${OLD}\n`;
const kept = (key: string) => old(key).replace(/"[0-9a-f]{12}"/g, "F");

describe("accepting links", () => {
  it("begins a list: one line for one link, sorted, with a team and the day", () => {
    assert.equal(
      accept({ keys: ["trust/beds > waits", "trust/access > waits"], by: "acute" }),
      line("trust/access > waits", "Checked", "acute") + line("trust/beds > waits", "Checked", "acute"),
    );
  });

  it("puts a line where it belongs, and anew in its place; nothing else is touched", () => {
    const ledger = `# read in the autumn\n${old("trust > trust/access")}# beds\n${old("trust/beds > waits")}# the end\n`;
    assert.equal(
      accept({ ledger, keys: ["trust/access > waits"] }),
      `# read in the autumn\n${kept("trust > trust/access")}${line("trust/access > waits")}# beds\n${kept("trust/beds > waits")}# the end\n`,
    );
    const marked = ledger.replace("Old}\n# the end", "Old} # again in May\n# the end");
    assert.equal(
      accept({ ledger: marked, keys: ["trust/beds > waits"] }),
      `# read in the autumn\n${kept("trust > trust/access")}# beds\n${line("trust/beds > waits").trimEnd()} # again in May\n# the end\n`,
    );
    const both = accept({
      ledger: old("trust/access > waits"),
      keys: ["trust > trust/access", "trust/beds > waits"],
    });
    assert.equal(
      both,
      line("trust > trust/access") + kept("trust/access > waits") + line("trust/beds > waits"),
    );
  });

  it("keeps line ends, and begins in a file without a line", () => {
    const ledger = old("trust/access > waits").replace("\n", "\r\n");
    assert.equal(
      accept({ ledger, keys: ["trust/beds > waits"] }),
      (kept("trust/access > waits") + line("trust/beds > waits")).replaceAll("\n", "\r\n"),
    );
    for (const [empty, before] of [
      ["", ""],
      ["# none yet\n", "# none yet\n"],
      ["{}\n", ""],
    ] as const)
      assert.equal(
        accept({ ledger: empty, keys: ["trust/beds > waits"] }).trim(),
        `${before}${line("trust/beds > waits")}`.trim(),
      );
  });

  it("takes out the lines of links that there are no more, and keeps what was noted beside them", () => {
    const ledger = `${old("trust/access > beds-open")}${old("trust/gone > waits").replace("\n", " # why?\n")}`;
    assert.equal(accept({ ledger, keys: ["trust/beds > waits"] }), `${line("trust/beds > waits")}# why?\n`);
  });

  it("takes out no line while something cannot be read", () => {
    const broken = withFile(workspace, textFile("x.strategy.yaml", "title: [Ours\n"));
    const ledger = old("trust/gone > waits");
    const analysis = analyse(withFile(broken, textFile(REVIEWS_FILE, ledger)), testEngine);
    const [link] = linkReviews(analysis).filter(({ key }) => key === "trust/beds > waits");
    assert.ok(link);
    const made = acceptLinks(analysis, { links: [link], because: "Checked" });
    assert.ok(!("refused" in made));
    assert.ok(applyEdits(ledger, made.edits).endsWith(`\n${ledger}`));
    assert.deepEqual(made.dropped, []);
  });

  it("replaces the line that knows the link by a name of before", () => {
    const renamed = withFile(
      workspace,
      textFile(
        "trust.measures.yaml",
        "measures:\n  weeks: {title: Weeks of waiting, formerly: [waits]}\n  open: Open\n",
      ),
    );
    const ledger = old("trust/beds > waits");
    const analysis = analyse(withFile(renamed, textFile(REVIEWS_FILE, ledger)), testEngine);
    const [review] = linkReviews(analysis).filter(({ key }) => key === "trust/beds > weeks");
    assert.equal(review?.line?.key, "trust/beds > waits");
    const made = review && acceptLinks(analysis, { links: [review], because: "Checked" });
    assert.ok(made && !("refused" in made));
    const text = applyEdits(ledger, made.edits).replace(/"[0-9a-f]{12}"/g, "F");
    assert.equal(text, line("trust/beds > weeks"));
  });

  it("writes a reason on one line, in quotes where it needs them", () => {
    assert.equal(
      accept({ keys: ["trust/beds > waits"], because: " Read, and\n  right: yes " }),
      line("trust/beds > waits", '"Read, and right: yes"'),
    );
  });

  it("refuses what says nothing, names no team, or cannot be read", () => {
    const keys = ["trust/beds > waits"];
    assert.equal(accept({ keys, because: " \n" }), "Say why the link still fits");
    assert.equal(
      accept({ keys, by: "Jo Smith" }),
      '"Jo Smith" is not a team of this workspace: name a team by its id',
    );
    for (const ledger of [`<<<<<<< ours\n${old("a > b")}=======\n>>>>>>> theirs\n`, "- a\n", "reviewed\n"])
      assert.equal(accept({ ledger, keys }), `${REVIEWS_FILE} cannot be read whole: correct it first`);
    const damaged = withFile(
      workspace,
      textFile("trust.measures.yaml", "measures:\n  waits: {title: Weeks}\n  open: [\n"),
    );
    const analysis = analyse(damaged, testEngine);
    const links = linkReviews(analysis).filter(({ key }) => key === "trust/beds > waits");
    assert.equal(links.length, 1);
    assert.deepEqual(acceptLinks(analysis, { links, because: "Checked" }), {
      refused: 'Measure "Weeks" cannot be read whole: correct its file first',
    });
  });
});

describe("who answers for a link", () => {
  const analysis = analyse(workspace, testEngine);
  const team = (key: string, changed?: "from" | "to") => {
    const review = linkReviews(analysis).find((one) => one.key === key);
    assert.ok(review);
    return teamFor(analysis, changed === undefined ? review : { ...review, changed });
  };

  it("is the team of the end that has to be read again, else of the other one", () => {
    assert.equal(team("trust/access > waits"), "acute");
    assert.equal(team("trust/access > waits", "to"), "nursing");
    assert.equal(team("trust/access > open"), "nursing");
    assert.equal(team("trust/beds > waits", "to"), "acute");
    assert.equal(team("trust/beds > waits", "from"), "acute");
  });
});
