// What is shown on a real terminal, through the program `script`, which makes one.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { BINARY, checkGolden, cleanEnvironment, DAY, inFolder, STRATEGY, showEscapes } from "./support.ts";

function onTerminal(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): string {
  const command = [process.execPath, BINARY, ...args].map((word) => `'${word}'`).join(" ");
  const result = spawnSync("script", ["-qec", `stty cols 100; ${command}`, "/dev/null"], {
    cwd,
    encoding: "utf8",
    env: cleanEnvironment({ TERM: "xterm", SHELL: "/bin/sh", ...env }),
    input: "",
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
});
