import assert from "node:assert/strict";
import { parseYaml } from "../syntax/parseYaml.ts";
import { readLedger } from "./ledger.ts";

const read = (text: string) => readLedger(parseYaml("stratkit.reviews.yaml", text));
const faultsIn = (text: string) =>
  read(text).refusals.map(({ facts: { cause, text: name } }) => `${cause}: ${name}`);

const SAID = 'from: "3fa9c1d2e4b0", to: "81c07b2ad913"';
const LINE = `kmpt-2017/patient-flow > dtoc: {${SAID}, on: 2026-11-21, by: acute, because: Wording only}\n`;

describe("the list of links that were reviewed", () => {
  it("holds one link in a line", () => {
    const { lines, refusals } = read(`# read in the autumn\n${LINE}`);
    assert.deepEqual(refusals, []);
    assert.deepEqual(lines, [
      {
        key: "kmpt-2017/patient-flow > dtoc",
        from: "kmpt-2017/patient-flow",
        to: "dtoc",
        said: { from: "3fa9c1d2e4b0", to: "81c07b2ad913" },
        on: "2026-11-21",
        by: "acute",
        because: "Wording only",
      },
    ]);
    for (const text of ["", "\n", "# nothing yet\n", "{}\n"])
      assert.deepEqual(read(text), { lines: [], refusals: [] });
  });

  it("takes any layout, and fingerprints that YAML reads as numbers", () => {
    const block = `"a >  b":\n  to: 000000000000\n  from: 1234e5678901\n  on: 2026-11-21\n  because: >-\n    It\n    fits\n`;
    const [line] = read(block).lines;
    assert.deepEqual(line?.said, { from: "1234e5678901", to: "000000000000" });
    assert.deepEqual([line?.from, line?.to, line?.because], ["a", "b", "It fits"]);
  });

  it("keeps every line that can be read, and says what is wrong with the others", () => {
    const text = `${LINE}a and b: {${SAID}, on: 2026-11-21, because: x}
a > b: {from: "3fa9c1d2e4b0", on: 2026-11-21, because: x}
a > c: {from: "3fa9c1d2e4b", to: "81c07b2ad913", on: 2026-11-21, because: x}
a > d: reviewed
a > e:
a > b > c: {${SAID}, on: 2026-11-21, because: x}
a > f: {${SAID}, on: last week, because: x}
a > g: {${SAID}, on: 2026-11-21, because: ""}
`;
    assert.deepEqual(faultsIn(text), [
      "link: a and b",
      "fingerprint: a > b",
      "fingerprint: a > c",
      "fingerprint: a > d",
      "fingerprint: a > e",
      "link: a > b > c",
      "day: a > f",
      "reason: a > g",
    ]);
    assert.deepEqual(
      read(text).lines.map(({ key }) => key),
      ["kmpt-2017/patient-flow > dtoc", "a > f", "a > g"],
    );
  });

  it("keeps what stands round a line that is no YAML, and says so of what holds no links", () => {
    const text = `${LINE}a > b: {${SAID}, because: x]\nz > y: {${SAID}, on: 2026-11-21, because: x}\n`;
    const keys = read(text).lines.map(({ key }) => key);
    assert.ok(keys.includes("kmpt-2017/patient-flow > dtoc"), keys.join());
    assert.deepEqual(faultsIn("- a\n- b\n"), ["form: "]);
    assert.deepEqual(faultsIn("reviewed\n"), ["form: "]);
  });
});
