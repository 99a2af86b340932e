// Makes a checkout ready to run: installs, generates and builds, each only where it is needed. Needs nothing but Node.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isOlder } from "./stale.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GENERATED = join(ROOT, "core/src/generated/.made");
const GENERATED_FROM = ["schemas", "ci", "product.json", "tools/generate.ts"];

if (!isInstalled()) run("npm", ["ci"]);
if (
  isOlder(
    GENERATED,
    GENERATED_FROM.map((source) => join(ROOT, source)),
  )
) {
  run("npm", ["run", "--silent", "generate"]);
  writeFileSync(GENERATED, "");
}
run(process.execPath, [join(ROOT, "tools/build.mjs")]);

/** True where node_modules holds exactly what package-lock.json asks for, by npm's own list of what it put there. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, one]) => {
    if (!path.startsWith("node_modules/") && !path.includes("/node_modules/")) return true;
    const other = present[path];
    // Of packages for other systems only ours is there.
    if (other === undefined) return one.optional === true;
    return other.version === one.version && other.link === one.link && other.integrity === one.integrity;
  });
}

function packagesOf(lock) {
  try {
    return JSON.parse(readFileSync(join(ROOT, lock), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** What a step says goes to the error stream, so that the output is the product's alone. */
function run(command, args) {
  const shell = process.platform === "win32" && command === "npm";
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ["ignore", 2, 2], shell });
  if (status !== 0) process.exit(status ?? 1);
}
