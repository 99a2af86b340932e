#!/usr/bin/env node
// Starts what was built; in a checkout that was not built yet it says so.

import { existsSync } from "node:fs";

const built = new URL("../dist/main.js", import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write("stratkit-language-server: It is not built yet: run npm run build first\n");
  process.exitCode = 2;
}
