// `npm run fuzz -- --minutes 10 [--seed N] [--target NAME]`: tries the project with inputs that nobody would write, until
// the time is over. `--input FILE --target NAME` tries one again that an earlier run has written down.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readCorpus } from "./corpus.ts";
import { readInput } from "./input.ts";
import { runTargets, tryInput } from "./rounds.ts";
import { allTargets } from "./targets.ts";

const SLICE = 3_000;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string" },
    target: { type: "string", multiple: true },
    input: { type: "string" },
  },
});
const names = values.target;
const all = allTargets(readCorpus());
const targets = names === undefined ? all : all.filter(({ name }) => names.includes(name));
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);

if (targets.length === 0 || !(minutes > 0) || !Number.isInteger(seed)) {
  say(`Usage: npm run fuzz -- --minutes 10 [--seed N] [--target ${all.map(({ name }) => name).join("|")}]`);
  process.exitCode = 2;
} else if (values.input === undefined) {
  say(`${minutes} minutes, --seed ${seed}`);
  const results = await runTargets(targets, { seed, milliseconds: minutes * 60_000, slice: SLICE, say });
  const faults = results.filter(({ fault }) => fault !== undefined);
  say(
    faults.length === 0 ? "Nothing was found" : `${faults.length} of ${results.length} targets found a fault`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} else {
  const input = readInput(readFileSync(values.input, "utf8"));
  for (const target of targets) {
    const fault = await tryInput(target, input);
    say(`${target.name}: ${fault?.message ?? "all is well"}`);
    if (fault !== undefined) process.exitCode = 1;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
