// The command line's beginning: answers --version at once, and loads the rest only when there is more to do.

import manifest from "../package.json" with { type: "json" };

const args = process.argv.slice(2);

if (args.length === 1 && args[0] === "--version") {
  process.stdout.write(`${manifest.version}\n`);
} else {
  const [{ run }, { processShell }] = await Promise.all([import("./run.ts"), import("./shell.ts")]);
  process.exitCode = await run(args, processShell());
}
