// Runs every check of the project: types, lint, tests. The last line counts them, and any failure fails the run. What is
// written behind "npm test --" goes to mocha.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Longer than any step takes; one that never ends must fail, and not hold up a build for hours. */
const LONGEST = 40 * 60 * 1000;

const types = await step("types", ["tsc", "-b"]);
const lint = await step("lint", ["biome", "check", "--error-on-warnings", "."]);
const tests = await step("tests", ["mocha", ...process.argv.slice(2)]);
const passing = countOf(tests.text, "passing");
const failing = countOf(tests.text, "failing");
// A run that ended before it could count has failed as well.
const broken = tests.isGood === (failing === 0) && passing > 0 ? 0 : 1;
const failed = failing + broken + [types, lint].filter(({ isGood }) => !isGood).length;

process.stdout.write(
  `${passing + [types, lint].filter(({ isGood }) => isGood).length} passed, ${failed} failed\n`,
);
process.exitCode = failed === 0 ? 0 : 1;

/** Shows what a step says while it runs, and keeps it. */
function step(name, [command, ...args]) {
  process.stdout.write(`\n${name}\n`);
  const program = join(ROOT, "node_modules/.bin", command);
  const shell = process.platform === "win32";
  const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"], shell });
  const patience = setTimeout(() => child.kill(), LONGEST);
  let text = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (piece) => {
    text += piece;
    process.stdout.write(piece);
  });
  return new Promise((resolve) => {
    const end = (isGood) => {
      clearTimeout(patience);
      resolve({ text, isGood });
    };
    child.on("error", () => end(false));
    child.on("close", (code) => end(code === 0));
  });
}

function countOf(text, word) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours stand around the counts on a terminal
  const plain = text.replace(/\u001b\[[0-9;]*m/g, "");
  const match = new RegExp(`^\\s*(\\d+) ${word}`, "m").exec(plain);
  return match === null ? 0 : Number(match[1]);
}
