// A few inputs of each target of the fuzz run, always the same ones; and that a fault comes out small and with a way to
// try it again.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCorpus } from "../fuzz/corpus.ts";
import { type Input, readInput } from "../fuzz/input.ts";
import { makeInput, runTargets, tryInput } from "../fuzz/rounds.ts";
import { must, type Target } from "../fuzz/target.ts";
import { allTargets } from "../fuzz/targets.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SEED = 1;

/** So many of each take a second at most. */
const INPUTS: Readonly<Record<string, number>> = {
  reading: 50,
  checking: 12,
  fixes: 8,
  features: 4,
  guides: 4,
  server: 1,
  "command-line": 2,
};

describe("fuzzing", () => {
  const targets = allTargets(readCorpus());

  it("knows how many inputs of each target are tried here", () => {
    assert.deepEqual(
      targets.map(({ name }) => name),
      Object.keys(INPUTS),
    );
  });

  for (const target of targets) {
    it(`finds nothing in the first inputs: ${target.name}`, async () => {
      for (let number = 1; number <= (INPUTS[target.name] ?? 0); number += 1) {
        const fault = await tryInput(target, makeInput(target, SEED, number));
        assert.equal(fault, undefined, `input ${number} of seed ${SEED}: ${fault?.message}`);
      }
    }).timeout(60_000);

    it(`makes the same inputs of the same seed: ${target.name}`, () => {
      const [one, again, other] = [7, 7, 8].map((seed) => makeInput(target, seed, 3));
      assert.deepEqual(one, again);
      assert.notDeepEqual(one, other);
    });
  }

  it("makes a fault small, writes it down and says where", async () => {
    const lines: string[] = [];
    const options = {
      seed: SEED,
      milliseconds: 10_000,
      slice: 1_000,
      say: (line: string) => lines.push(line),
    };
    const results = await runTargets([faultyTarget()], options);
    assert.deepEqual(
      results.map(({ name, tried, fault }) => [name, tried, fault?.what]),
      [["faulty", 3, "there is an x"]],
    );
    const folder = /written to (\S+)/.exec(lines.join("\n"))?.[1] ?? "";
    const input = readInput(readFileSync(join(folder, "input.json"), "utf8"));
    assert.deepEqual(input, { files: [{ path: "a.yaml", text: "x" }], steps: [], seed: 5 });
    assert.match(
      readFileSync(join(folder, "fault.txt"), "utf8"),
      /^there is an x\nfaulty, seed 1, input 3\n/,
    );
    assert.equal(readFileSync(join(folder, "before/a.yaml"), "utf8"), "x");
    rmSync(folder, { recursive: true });
  }).timeout(20_000);

  it("ends by force where an input never comes to its end, and writes it down", () => {
    const args = ["--import", "tsx", "--input-type=module", "--eval", ENDLESS];
    const { signal, stderr } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      encoding: "utf8",
      timeout: 20_000,
    });
    assert.equal(signal, "SIGKILL", stderr);
    const path = /^endless: FAULT: .* written to (.*)$/m.exec(stderr)?.[1] ?? "";
    assert.deepEqual(readInput(readFileSync(path, "utf8")), { files: [], steps: [], seed: 7 });
    rmSync(dirname(path), { recursive: true });
  }).timeout(30_000);
});

/** The program of a run whose only input never ends; it prints where that was written. */
const ENDLESS = `
import { startWatchdog } from "${new URL("../fuzz/watchdog.ts", import.meta.url).href}";
const watchdog = startWatchdog(200);
watchdog.begin("endless", { files: [], steps: [], seed: 7 });
setTimeout(() => { for (;;); }, 0);
`;

/** The third of its inputs is wrong, because of one sign. */
function faultyTarget(): Target {
  let made = 0;
  return {
    name: "faulty",
    patience: 1_000,
    make(): Input {
      made += 1;
      const text = made < 3 ? "a\nb\n" : "a: 1\nb: 2x3\nc: 4\n";
      const files = ["b.yaml", "a.yaml"].map((path) => ({ path, text: path === "a.yaml" ? text : "" }));
      return { files, steps: [{ path: "b.yaml" }], seed: 5 };
    },
    attempt({ files }) {
      must(!files.some(({ text }) => text.includes("x")), "there is an x");
    },
  };
}
