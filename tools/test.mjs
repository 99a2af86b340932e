// Runs every check of the project: types, lint, tests, and the tests in a real VS Code. The last line counts them, above it
// stands once more what failed, and any failure fails the run. What is written behind "npm test --" goes to mocha, and then
// VS Code is left out.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Longer than any step takes; one that never ends must fail, and not hold up a build for hours. */
const LONGEST = 40 * 60 * 1000;

const BIN = join(ROOT, "node_modules/.bin");
const asked = process.argv.slice(2);

const checks = [
  await step("types", join(BIN, "tsc"), ["-b"]),
  await step("lint", join(BIN, "biome"), ["check", "--error-on-warnings", "."]),
];
const tests = [await step("tests", join(BIN, "mocha"), asked)];
if (asked.length === 0) {
  tests.push(await step("tests in VS Code", process.execPath, ["--import", "tsx", "tools/vscode/run.ts"]));
}

const passed = sum(tests.map(({ text }) => countOf(text, "passing"))) + checks.filter(isGood).length;
const failed = sum(tests.map(failuresOf)) + checks.length - checks.filter(isGood).length;
const bad = [...checks.filter((check) => !isGood(check)), ...tests.filter((test) => failuresOf(test) > 0)];
const told = bad.flatMap(tellFailures);
// Thousands of lines may stand between a failure and the end, and a build's record often keeps the end alone.
if (told.length > 0) process.stdout.write(`\nwhat failed, once more\n${told.join("\n")}\n\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function isGood(step) {
  return step.isGood;
}

/** A run that ended before it could count, or that counted nothing, has failed as well. */
function failuresOf({ text, isGood }) {
  const failing = countOf(text, "failing");
  const isWhole = isGood === (failing === 0) && countOf(text, "passing") > 0;
  return failing + (isWhole ? 0 : 1);
}

/** Shows what a step says while it runs, and keeps it. */
function step(name, program, args) {
  process.stdout.write(`\n${name}\n`);
  // The commands of packages are scripts of the shell there.
  const shell = process.platform === "win32" && program.startsWith(BIN);
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
      resolve({ name, text, isGood });
    };
    child.on("error", () => end(false));
    child.on("close", (code) => end(code === 0));
  });
}

/** What a step says of its failures: from their count to two empty lines, with which each part of a run ends. */
function tellFailures({ name, text }) {
  return plain(text).match(/^ *\d+ failing\n[\s\S]*?(?=\n\n\n|\n*$(?![\s\S]))/gm) ?? [`  ${name}: see above`];
}

/** What all parts of a run say together. */
function countOf(text, word) {
  return sum(
    [...plain(text).matchAll(new RegExp(`^\\s*(\\d+) ${word}`, "gm"))].map(([, count]) => Number(count)),
  );
}

function plain(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours stand around the words on a terminal
  return text.replace(/\u001b\[[0-9;]*m/g, "");
}

function sum(numbers) {
  return numbers.reduce((all, one) => all + one, 0);
}
