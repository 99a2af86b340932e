// What is shown on a real terminal, through the program `script`, which makes one.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import {
  BINARY,
  checkGolden,
  cleanEnvironment,
  DAY,
  inFolder,
  readIn,
  STRATEGY,
  showEscapes,
} from "./support.ts";

function onTerminal(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  typed = "",
): string {
  const command = [process.execPath, BINARY, ...args].map((word) => `'${word}'`).join(" ");
  const result = spawnSync("script", ["-qec", `stty cols 100; ${command}`, "/dev/null"], {
    cwd,
    encoding: "utf8",
    env: cleanEnvironment({ TERM: "xterm", SHELL: "/bin/sh", ...env }),
    input: typed,
  });
  assert.equal(result.error, undefined);
  return showEscapes(result.stdout.replaceAll("\r\n", "\n"));
}

const COLOUR = /ESC\[\d+m/;

describe("on a terminal", () => {
  const wide = STRATEGY.replace("Cut waiting", "\u{1f680} Cut waiting").replace(
    "title: Reduce",
    "titel: x\n    title: Reduce",
  );

  it("frames each finding, with what to do", () => {
    inFolder({ "ours.strategy.yaml": wide }, (folder) => {
      const out = onTerminal(["check", "--as-of", DAY], folder);
      assert.match(out, COLOUR);
      checkGolden("frames.txt", onTerminal(["check", "--as-of", DAY], folder, { NO_COLOR: "1" }));
    });
  });

  it("is coloured only where it may be", () => {
    inFolder({ "ours.strategy.yaml": STRATEGY }, (folder) => {
      assert.doesNotMatch(onTerminal(["check"], folder, { NO_COLOR: "1" }), COLOUR);
      assert.doesNotMatch(onTerminal(["check", "--color", "never"], folder), COLOUR);
      assert.doesNotMatch(onTerminal(["check"], folder, { TERM: "dumb" }), COLOUR);
      assert.match(onTerminal(["trace"], folder), COLOUR);
      assert.match(onTerminal(["check", "--color", "always"], folder, { NO_COLOR: "1" }), COLOUR);
    });
  });

  const year = {
    "ours.strategy.yaml": STRATEGY,
    "2026-27.delivery-plan.yaml":
      "title: Plan 2026/27\nstrategy: ours\nperiod: 2026/27\npriorities:\n  a:\n    title: A\n    objectives: [cut-waiting]\n    actions:\n      one: {title: One, due: Q1}\n      two: {title: Two, due: Q2}\n",
  };
  const roll = ["roll-forward", "2027/28", "--as-of", DAY];

  it("asks about each missed thing of a year, and takes the beginning of a word", () => {
    inFolder(year, (folder) => {
      const out = onTerminal(roll, folder, { NO_COLOR: "1" }, "what\nd\nNo funds: none\n\nQ3\n");
      assert.match(
        out,
        /1 of 2 Action "One" \(2026-27\/a\/one\) was missed: due Q1. Carry it into 2027\/28\? /,
      );
      assert.match(out, /2 of 2 Action "Two"/);
      assert.match(out, /Wrote 2027-28.delivery-plan.yaml for 2027\/28: 1 carried on, 1 dropped\n/);
      const text = readIn(folder, "2027-28.delivery-plan.yaml");
      assert.match(text, /\n {4}actions:\n {6}two: \{title: Two, due: Q3\}\n/);
      assert.match(
        text,
        /item: 2026-27\/a\/one\n {4}field: status\n.*\n.*\n {4}because: "No funds: none"\n$/,
      );
    });
  });

  it("asks nothing with --no-input or in a build, and writes nothing where the answers end", () => {
    inFolder(year, (folder) => {
      for (const [args, env] of [
        [[...roll, "--no-input"], {}],
        [roll, { CI: "true" }],
      ] as const) {
        const out = onTerminal(args, folder, env, "c\n\nc\n\n");
        assert.match(out, /stratkit: 2 missed things are not decided on \(a\/one, a\/two\): add --carry ID/);
      }
      const ended = onTerminal(roll, folder, {}, "c\n\u0004");
      assert.match(ended, /stratkit: The answers ended before the questions did, so nothing is written/);
      assert.deepEqual(readdirSync(folder).sort(), Object.keys(year).sort());
    });
  });
});
