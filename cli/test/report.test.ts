import assert from "node:assert/strict";
import { DAY, inFolder, KMPT, readIn, run, STRATEGY, writeIn } from "./support.ts";

const PLAN = `title: Plan
strategy: ours
period: 2026/27
priorities: {access: {title: Access, objectives: [cut-waiting], actions: {clinics: {title: More clinics, due: Q3}}}}
`;
const OURS = { "ours.strategy.yaml": STRATEGY, "2026-27.delivery-plan.yaml": PLAN };

describe("report", () => {
  it("writes one page with map, table and plan, to a file or to the standard output", () => {
    inFolder(OURS, (cwd) => {
      const { code, out, err } = run(["report", "-o", "pages/ours.html", "--as-of", DAY], { cwd });
      assert.deepEqual([code, out, err], [0, "", ""]);
      const page = readIn(cwd, "pages/ours.html");
      assert.match(page, /^<!doctype html>/);
      for (const part of ["Strategy map", "Traceability", "Plan by quarter", "More clinics", "no measure"])
        assert.ok(page.includes(part), part);
      assert.ok(page.includes(`As of ${DAY}`));
      assert.equal(run(["report", "--as-of", DAY], { cwd }).out, page);
      assert.equal(run(["report", "-f", "html", "--as-of", DAY], { cwd }).out, page);
    });
  });

  it("names the strategies that it leaves out, and takes the one that is named", () => {
    const latest = run(["report", KMPT, "--as-of", DAY]);
    assert.equal(latest.code, 0);
    assert.equal(latest.err, "The page is on kmpt-2020: use --strategy for kmpt-2017\n");
    assert.match(latest.out, /<title>KMPT Strategy 2020-2023<\/title>/);
    const named = run(["report", KMPT, "--strategy", "kmpt-2017", "--year", "2017/18", "--as-of", DAY]);
    assert.deepEqual([named.code, named.err], [0, ""]);
    assert.match(named.out, /<title>KMPT Strategy 2017-2019<\/title>/);
    assert.match(
      run(["report", KMPT, "--as-of", "2018-01-01", "-q"]).out,
      /<title>KMPT Strategy 2017-2019<\/title>/,
    );
  });

  it("refuses what is not there, in one line with what to do", () => {
    const refuse = (...args: string[]) => {
      const { code, out, err } = run(["report", KMPT, ...args]);
      assert.deepEqual([code, out], [2, ""]);
      return err;
    };
    assert.match(
      refuse("--strategy", "kmpt-2018"),
      /No strategy is called "kmpt-2018"\. Did you mean "kmpt-2017"/,
    );
    assert.match(
      refuse("--strategy", "kmpt-2017", "--year", "2031"),
      /No delivery plan is called "2031"\. Use 2017-18\n$/,
    );
    assert.match(refuse("--year", "2031"), /There is none yet\n$/);
    assert.match(refuse("-f", "text"), /"text" is not a format of this command/);
    inFolder({}, (cwd) => {
      const { code, err } = run(["report"], { cwd });
      assert.equal(code, 2);
      assert.match(err, /There is no strategy to report on/);
    });
  });

  it("says that there is no JSON yet, as JSON", () => {
    const { code, out } = run(["report", KMPT, "-f", "json"]);
    assert.equal(code, 2);
    assert.match(JSON.parse(out).error.message, /no JSON yet/);
  });

  it("writes over no file of a strategy, and says that something could not be read", () => {
    inFolder(OURS, (cwd) => {
      const { code, err } = run(["report", "-o", "ours.strategy.yaml"], { cwd });
      assert.equal(code, 2);
      assert.match(err, /is a file of the strategy and would be lost/);
      assert.equal(readIn(cwd, "ours.strategy.yaml"), STRATEGY);
      writeIn(cwd, "x.measures.yaml", "measures: {a: [\n");
      const partly = run(["report"], { cwd });
      assert.equal(partly.code, 0);
      assert.notEqual(partly.err, "");
      assert.match(partly.out, /Some files could not be read whole/);
    });
  });
});

describe("trace as a page", () => {
  it("draws what the thread shows, whole and cut down", () => {
    const whole = run(["trace", KMPT, "-f", "html", "--as-of", DAY]);
    assert.equal(whole.code, 0);
    assert.equal(whole.out.match(/aria-label="Strategy map"/g)?.length, 2);
    const gaps = run(["trace", KMPT, "--gaps", "-f", "html", "--as-of", DAY]).out;
    assert.ok(gaps.includes("objective:kmpt-2020/embed-qi"));
    assert.ok(gaps.length < whole.out.length);
    const one = run(["trace", KMPT, "kmpt-2017/research", "-f", "html", "--as-of", DAY]).out;
    assert.ok(one.includes("objective:kmpt-2017/research"));
    assert.ok(!one.includes("objective:kmpt-2017/dementia"));
  });
});
