import assert from "node:assert/strict";
import { createLookup } from "../lookup/lookup.ts";
import { carelessEngine } from "../testing/carelessEngine.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { actionsAt, checkFix, makeAction, titlesAt } from "../testing/checkFix.ts";
import { markedLookup } from "../testing/checkRename.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { analyse } from "../workspace/analyse.ts";
import { withFile, withoutFiles } from "../workspace/workspace.ts";
import { codeActions, resolveCodeAction } from "./codeActions.ts";

const GAP = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  re$admissions:
    title: Fewer readmissions # soon
    lead: Medical Director
`;

describe("code actions", () => {
  it("does not offer to turn a rule off in a config that cannot be read", () => {
    const off = (config: string) =>
      titlesAt(`${GAP}#- stratkit.config.yaml\n${config}\n`, ["quickfix"]).filter((title) =>
        title.startsWith("Turn this rule off"),
      );
    assert.notDeepEqual(off("extends: review"), []);
    assert.deepEqual(off(":"), []);
  });

  it("offers and makes no repair that would leave the file unreadable", () => {
    const text = `#- trust.strategy.yaml
title: Ours
period: 2026/27
objectives:
  a: {title: Better?, lead: Chair}
  b: {title: Break it?, lead: Chair}
`;
    const lookup = createLookup(analyse(fixtureWorkspace(parseFixture(text)), carelessEngine));
    const path = "trust.strategy.yaml";
    const end = lookup.sourceOf(path)?.text.length ?? 0;
    const request = { path, range: { start: 0, end }, only: ["quickfix"] };
    const titles = codeActions(lookup, request).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.startsWith("Write ")),
      ["Write !"],
    );
    assert.ok(resolveCodeAction(lookup, request, { title: "Write !" }) !== undefined);
    assert.equal(resolveCodeAction(lookup, request, { title: "Write : [" }), undefined);
  });

  it("B38 prefers the one word that was meant", () => {
    const file = GAP.replace("period", "status: adoptd$\nperiod").replace("re$", "re");
    const own = actionsAt(file).filter(
      ({ kind, title }) => kind === "quickfix" && title.startsWith("Change"),
    );
    assert.deepEqual(
      own.map(({ title, isPreferred }) => ({ title, isPreferred })),
      [{ title: 'Change to "adopted"', isPreferred: true }],
    );
    checkFix(file, 'Change to "adopted"', file.replace("adoptd$", "adopted"));
  });

  it("B45 offers the repairs of a gap, the waiver and the rule's page, none of them as the clear one", () => {
    const titles = titlesAt(GAP, ["quickfix"]);
    for (const title of [
      "Link a measure...",
      "Define a measure here...",
      "Say when it is done...",
      "Waive with a reason...",
    ])
      assert.ok(titles.includes(title), title);
    assert.ok(titles.includes("Turn this rule off in stratkit.config.yaml"));
    assert.equal(titles.at(-1), "Explain this rule");
    assert.deepEqual(
      actionsAt(GAP).filter(({ isPreferred }) => isPreferred),
      [],
    );
  });

  it("puts the worst finding's repairs first, and says which rule is meant where there are several", () => {
    const titles = titlesAt(GAP.replace("    lead: Medical Director\n", ""), ["quickfix"]);
    assert.deepEqual(titles, [
      "Link a measure...",
      "Define a measure here...",
      "Say when it is done...",
      "Waive with a reason: objective without a measure...",
      "Waive with a reason: objective without a lead...",
      "Turn this rule off in stratkit.config.yaml: objective without a measure",
      "Turn this rule off in stratkit.config.yaml: objective without a lead",
      "Explain this rule: objective without a measure",
      "Explain this rule: objective without a lead",
    ]);
  });

  it("offers nothing twice at any place of the example for learning", () => {
    const lookup = createLookup(analyse(exampleWorkspace("teaching"), testEngine));
    for (const { file: path, span } of lookup.analysis.findings) {
      const range = { start: span.start, end: span.start };
      const actions = codeActions(lookup, { path, range, only: ["quickfix", "refactor"] });
      const titles = actions.map(({ title }) => title);
      assert.deepEqual(titles, [...new Set(titles)], `${path} at ${span.start}`);
    }
  });

  it("asks by the client's command, else puts in places to fill", () => {
    const link = actionsAt(GAP).find(({ title }) => title === "Link a measure...");
    assert.deepEqual(link?.guide, {
      command: "linkMeasure",
      item: { kind: "objective", id: "trust/readmissions" },
      rule: "trace/objective-unmeasured",
    });
    const { action } = makeAction(GAP, "Link a measure...");
    assert.deepEqual(
      action.edits.map(({ newText, snippet }) => ({ newText, snippet })),
      [{ newText: "    measures: []\n", snippet: "    measures: [$1]\n" }],
    );
    const waiver = makeAction(GAP, "Waive with a reason...").action.edits[0];
    assert.equal(
      waiver?.snippet,
      [
        "    waive:",
        "      trace/objective-unmeasured:",
        "        because: $1",
        `        until: $\{2:2027-11-21}`,
        "",
      ].join("\n"),
    );
    assert.equal(
      waiver?.newText,
      "    waive:\n      trace/objective-unmeasured:\n        because:\n        until: 2027-11-21\n",
    );
  });

  it("turns a rule off in the config, which it makes where there is none", () => {
    const made = makeAction(GAP, "Turn this rule off in stratkit.config.yaml");
    assert.equal(made.text("stratkit.config.yaml"), "rules:\n  trace/objective-unmeasured: off\n");
    assert.deepEqual(
      made.after.findings.filter(({ rule }) => rule === "trace/objective-unmeasured"),
      [],
    );
    const config = "#- stratkit.config.yaml\nextends: draft # for now\nrules: {measure/no-unit: info}\n";
    assert.equal(
      makeAction(GAP + config, "Turn this rule off in stratkit.config.yaml").text("stratkit.config.yaml"),
      "extends: draft # for now\nrules: {measure/no-unit: info, trace/objective-unmeasured: off}\n",
    );
  });

  it("B50 fixes all safe problems of a file at once, and the second time none", () => {
    const file = `
#- trust.strategy.yaml
title: Ours
period: 2026-27 to 2028/29
obj$ectives:
\treadmissions:
\t\ttitle: Fewer readmissions # kept
\t\tmeasures:
\t\t\trate: {title: Rate, unit: percent, better: lower, targets: {2028/29: ">= 95"}}
`;
    assert.ok(titlesAt(file, ["source.fixAll"]).includes("Fix all safe problems"));
    const made = makeAction(file, "Fix all safe problems");
    assert.equal(made.action.edits.length, 1);
    assert.match(made.text("trust.strategy.yaml"), /^ {4}title: Fewer readmissions # kept$/m);
    const again = codeActions(createLookup(made.after), {
      path: "trust.strategy.yaml",
      range: { start: 0, end: 0 },
      only: ["source.fixAll.stratkit"],
    });
    assert.deepEqual(again, []);
  });

  it("asks for nothing but the kinds that are wanted", () => {
    assert.deepEqual(
      actionsAt(GAP, ["refactor"]).map(({ title }) => title),
      ["Rename this id...", "Retire..."],
    );
    assert.deepEqual(actionsAt(GAP, ["source.organizeImports"]), []);
  });

  it("turns a title into a map, with its quotes and comments", () => {
    const file = (text: string) => `#- a.organisation.yaml\ntitle: A\nteams:\n  ${text}\n  two: Two\n`;
    checkFix(
      file('on$e: "One: the first" # first'),
      "Turn the title into a map",
      file('one:\n    title: "One: the first" # first'),
    );
    assert.ok(!titlesAt(file("one: {ti$tle: One}")).includes("Turn the title into a map"));
    assert.ok(!titlesAt("#- a.organisation.yaml\nti$tle: A\n").includes("Turn the title into a map"));
  });

  it("moves measures to a library, comments included, and leaves their names", () => {
    const file = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Access
    meas$ures:
      # how long
      waits: # in weeks
        title: Waits
        targets: {2028/29: at most 4}

      share: Share seen
    lead: Medical Director
`;
    const made = makeAction(file, "Move these measures to a library file...");
    assert.equal(
      made.text("trust.strategy.yaml"),
      "title: Ours\nperiod: 2026/27 to 2028/29\nobjectives:\n  access:\n    title: Access\n    measures: [waits, share]\n    lead: Medical Director\n",
    );
    assert.equal(
      made.text("access.measures.yaml"),
      "measures:\n  # how long\n  waits: # in weeks\n    title: Waits\n    targets: {2028/29: at most 4}\n\n  share: Share seen\n",
    );
    const gist = (findings: typeof made.after.findings) =>
      findings.map(({ rule, message }) => `${rule} ${message}`).sort();
    assert.deepEqual(gist(made.after.findings), gist(made.before.findings));
    assert.ok(!titlesAt(file.replace("Share seen", "")).includes("Move these measures to a library file..."));
  });

  it("retires with today's date, to be changed", () => {
    const edit = makeAction(GAP, "Retire...").action.edits[0];
    assert.equal(
      edit?.snippet,
      ["    retired:", `      on: $\{1:2026-11-21}`, "      because: $2", ""].join("\n"),
    );
  });

  it("B56 offers to update references after a file was renamed outside", () => {
    const { workspace, lookup } = markedLookup(
      `${GAP}#- digital.enabler-strategy.yaml\ntitle: D\nstrategy: trust\nsupports: []\n`,
    );
    const old = lookup.analysis.workspace.files.get("trust.strategy.yaml");
    assert.ok(old !== undefined);
    const moved = withFile(withoutFiles(workspace, [old.path]), { ...old, path: "ours.strategy.yaml" });
    const offset = moved.files.get("digital.enabler-strategy.yaml")?.text.indexOf("trust") ?? -1;
    const actions = codeActions(createLookup(analyse(moved, testEngine)), {
      path: "digital.enabler-strategy.yaml",
      range: { start: offset, end: offset },
      renamed: [{ from: "trust.strategy.yaml", to: "ours.strategy.yaml" }],
    });
    assert.deepEqual(
      actions.slice(0, 1).map(({ title, isPreferred }) => ({ title, isPreferred })),
      [{ title: 'Update 1 reference from "trust" to "ours"', isPreferred: true }],
    );
  });
});
