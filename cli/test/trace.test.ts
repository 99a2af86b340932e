import assert from "node:assert/strict";
import { checkOutput } from "./outputSchema.ts";
import {
  checkGolden,
  DAY,
  HARMFUL,
  inFolder,
  KMPT,
  REPOSITORY,
  readIn,
  run,
  runJson,
  STRATEGY,
} from "./support.ts";

interface TraceJson {
  readonly asOf: string;
  readonly coverage: readonly {
    readonly strategy: string;
    readonly objectives: number;
    readonly states: Readonly<Record<string, number>>;
    readonly shallow: number;
    readonly deep: number;
    readonly thread: readonly string[];
  }[];
  readonly nodes: readonly {
    readonly kind: string;
    readonly id: string;
    readonly state?: string;
    readonly line: number;
  }[];
  readonly links: readonly { readonly from: string; readonly to: string; readonly kind: string }[];
}

function trace(args: readonly string[], cwd = REPOSITORY) {
  const ran = runJson<TraceJson>(["trace", ...args, "--as-of", DAY], { cwd });
  checkOutput("trace", ran.json);
  return ran;
}

/** A whole thread: aim, objectives, a library, an enabler strategy, a plan with actions. */
const WORKSPACE = {
  "stratkit.config.yaml": "extends: review\n",
  "ours.strategy.yaml": `title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: Quality
    lead: Chair
    objectives:
      waiting: {title: Cut waiting, measures: [days-waited]}
      variation: {title: Reduce variation}
capabilities:
  people: Skilled people
`,
  "library.measures.yaml": `measures:
  days-waited: {title: Days waited, unit: days, better: lower, owner: Chair, baseline: {2025/26: 30}, targets: {2028/29: 18}}
`,
  "digital.enabler-strategy.yaml": `title: Digital
strategy: ours
supports: [waiting]
builds: [people]
objectives:
  records: {title: One record, supports: [variation]}
`,
  "2026-27.delivery-plan.yaml": `title: Plan
strategy: ours
period: 2026/27
priorities:
  access:
    title: Access
    objectives: [waiting]
    actions:
      clinics: {title: More clinics, due: Q2, moves: [days-waited]}
      booking: {title: Online booking, due: Q3, needs: [clinics]}
`,
};

describe("trace", () => {
  it("has the golden figures of the example", () => {
    const { code, json } = trace([KMPT]);
    assert.equal(code, 0);
    const [first, second] = json.coverage;
    const { thread: _first, deep: _deep, ...kmpt2017 } = first ?? assert.fail();
    assert.deepEqual(kmpt2017, {
      strategy: "kmpt-2017",
      objectives: 10,
      states: { measured: 6, deliverable: 0, untargeted: 4, "evidence-only": 0, waived: 0, unmeasured: 0 },
      shallow: 60,
    });
    assert.deepEqual(second, {
      strategy: "kmpt-2020",
      objectives: 14,
      states: { measured: 0, deliverable: 1, untargeted: 0, "evidence-only": 2, waived: 0, unmeasured: 11 },
      shallow: 0,
      deep: 0,
      thread: ["measure", "baseline", "owner", "enabler-strategy"],
    });
    const byId = new Set(json.nodes.map((node) => node.id));
    for (const { from, to } of json.links) assert.ok(byId.has(from) && byId.has(to), `${from} ${to}`);
    const ofExample = json.nodes.filter(
      (node) => node.kind === "objective" && node.id.startsWith("kmpt-2020/"),
    );
    assert.equal(ofExample.filter((node) => node.state === "unmeasured").length, 11);
  });

  it("says every link once, from both ends to read", () => {
    inFolder(WORKSPACE, (folder) => {
      const { json } = trace([], folder);
      assert.deepEqual(json.links.map(({ from, kind, to }) => `${from} ${kind} ${to}`).sort(), [
        "2026-27 has 2026-27/access",
        "2026-27/access has 2026-27/access/booking",
        "2026-27/access has 2026-27/access/clinics",
        "2026-27/access/booking needs 2026-27/access/clinics",
        "2026-27/access/clinics moves days-waited",
        "digital builds ours/people",
        "digital has digital/records",
        "ours has ours/people",
        "ours has ours/quality",
        "ours/quality has ours/variation",
        "ours/quality has ours/waiting",
        "ours/variation supported-by digital/records",
        "ours/waiting delivered-by 2026-27/access",
        "ours/waiting measured-by days-waited",
        "ours/waiting supported-by digital",
      ]);
      assert.deepEqual(json.coverage[0]?.thread, [
        "measure",
        "baseline",
        "owner",
        "enabler-strategy",
        "delivery-plan",
      ]);
      assert.deepEqual([json.coverage[0]?.shallow, json.coverage[0]?.deep], [50, 50]);
    });
  });

  it("follows one item up and down", () => {
    inFolder(WORKSPACE, (folder) => {
      const ids = (...args: string[]) =>
        trace(args, folder)
          .json.nodes.map((node) => node.id)
          .sort();
      assert.deepEqual(ids("ours/variation"), ["digital/records", "ours", "ours/quality", "ours/variation"]);
      assert.deepEqual(ids("ours/variation", "--up"), ["ours", "ours/quality", "ours/variation"]);
      assert.deepEqual(ids("clinics", "--up"), [
        "2026-27",
        "2026-27/access",
        "2026-27/access/clinics",
        "days-waited",
        "ours",
        "ours/quality",
        "ours/waiting",
      ]);
      assert.deepEqual(ids("measure:days-waited", "--down"), ["2026-27/access/clinics", "days-waited"]);
      assert.equal(run(["trace", ".", "nothing"], { cwd: folder }).code, 2);
    });
  });

  it("shows the gaps alone", () => {
    inFolder(WORKSPACE, (folder) => {
      const { json } = trace(["--gaps"], folder);
      assert.deepEqual(json.nodes.map((node) => node.id).sort(), ["ours", "ours/quality", "ours/variation"]);
    });
  });

  it("fails below the coverage that --min asks for", () => {
    inFolder(WORKSPACE, (folder) => {
      assert.equal(trace(["--min", "measured=50"], folder).code, 0);
      const { code, err } = trace(["--min", "measured=51"], folder);
      assert.equal(code, 1);
      assert.equal(err, "ours: shallow coverage is 50%, and --min asks for 51%\n");
      assert.equal(trace(["--min", "measured=40,deep=60"], folder).code, 1);
      assert.equal(trace(["--min", "deep=60", "--fail-on", "never"], folder).code, 0);
    });
  });

  it("draws the tree, the matrix and the chart", () => {
    inFolder(WORKSPACE, (folder) => {
      const files = ["-f", "markdown:t.md", "-f", "csv:t.csv", "-f", "mermaid:t.mmd"];
      checkGolden("trace.txt", run(["trace", "--as-of", DAY, ...files], { cwd: folder }).out);
      for (const ending of ["md", "csv", "mmd"])
        checkGolden(`trace.${ending}`, readIn(folder, `t.${ending}`));
      const matrix = run(["trace", "--matrix", "--as-of", DAY, "-f", "markdown:m.md"], { cwd: folder });
      checkGolden("trace-matrix.txt", matrix.out);
      checkGolden("trace-matrix.md", readIn(folder, "m.md"));
    });
  });

  it("keeps what authors write harmless", () => {
    const title = '=cmd() "a" <i>|</i> \u001b[31m \u202ex #quot; ]';
    inFolder(
      { "ours.strategy.yaml": STRATEGY.replace("Cut waiting", `${JSON.stringify(title)}`) },
      (folder) => {
        for (const format of ["text", "markdown", "mermaid"]) {
          const { out } = run(["trace", "-f", format], { cwd: folder });
          assert.doesNotMatch(out, HARMFUL, format);
          if (format !== "text") assert.doesNotMatch(out, /<i>/, format);
        }
        assert.match(run(["trace", "-f", "csv"], { cwd: folder }).out, /,"'=cmd\(\) ""a""/);
      },
    );
  });
});
