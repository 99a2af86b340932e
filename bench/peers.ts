// Brings the programs that we are measured beside: installed by their own list, and where npm has not what is needed,
// made from what it has.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BENCH, CACHE, PEERS, ROOT } from "./paths.ts";

/** The kinds of file that the measured workspaces hold. */
export const KINDS = ["strategy", "measures", "enabler-strategy", "delivery-plan", "actuals", "organisation"];

export function installPeers(): void {
  if (isInstalled()) return;
  process.stderr.write("Installing the programs to measure beside\n");
  const args = ["ci", "--ignore-scripts", "--prefix", BENCH];
  const { status } = spawnSync("npm", args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) throw new Error("npm could not install what bench/package.json names");
}

/** npm notes what it has put there. */
function isInstalled(): boolean {
  const present = join(PEERS, ".package-lock.json");
  if (!existsSync(present)) return false;
  const wanted = packagesOf(join(BENCH, "package-lock.json"));
  const there = packagesOf(present);
  return peerNames().every((name) => {
    const path = `node_modules/${name}`;
    return wanted[path] !== undefined && wanted[path] === there[path];
  });
}

function packagesOf(lock: string): Record<string, string | undefined> {
  const { packages } = JSON.parse(readFileSync(lock, "utf8"));
  return Object.fromEntries(Object.keys(packages).map((path) => [path, packages[path].version]));
}

export function peerNames(): string[] {
  return Object.keys(JSON.parse(readFileSync(join(BENCH, "package.json"), "utf8")).dependencies);
}

export function peerVersion(name: string): string {
  return JSON.parse(readFileSync(join(PEERS, name, "package.json"), "utf8")).version;
}

/** The YAML server without the time that it waits after each change; gives where it lies. */
export function yamlServerWithoutWaiting(): string {
  const home = join(CACHE, "yaml-language-server-without-waiting");
  const copy = join(home, "package");
  const stamp = join(home, `.made-${peerVersion("yaml-language-server")}`);
  if (existsSync(stamp)) return copy;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  cpSync(join(PEERS, "yaml-language-server"), copy, { recursive: true });
  // What it loads is found as before.
  symlinkSync(PEERS, join(home, "node_modules"), "junction");
  const handler = join(copy, "out/src/languageserver/handlers/validationHandlers.js");
  const text = readFileSync(handler, "utf8");
  const waits = /setTimeout\((\(\) => \{[^}]*\}), this\.yamlSettings\.validationDelayMs\)/;
  if (!waits.test(text)) throw new Error("this version of yaml-language-server waits in another way");
  writeFileSync(handler, text.replace(waits, "void ($1)()"));
  writeFileSync(stamp, "");
  return copy;
}

/** Each kind's schema as one file that needs no other, for programs that cannot be given several; by kind. */
export function wholeSchemas(): Record<string, string> {
  const folder = join(CACHE, "schemas");
  mkdirSync(folder, { recursive: true });
  return Object.fromEntries(
    KINDS.map((kind) => {
      const path = join(folder, `${kind}.json`);
      writeFileSync(path, JSON.stringify(wholeSchema(kind)));
      return [kind, path];
    }),
  );
}

export function wholeSchema(kind: string): object {
  const own = JSON.parse(schemaText(kind).replaceAll("common.schema.json#/$defs/", "#/$defs/common/$defs/"));
  const common = JSON.parse(schemaText("common").replaceAll('"#/$defs/', '"#/$defs/common/$defs/'));
  delete own.$id;
  delete common.$id;
  delete common.$schema;
  return { ...own, $defs: { ...own.$defs, common } };
}

function schemaText(name: string): string {
  return readFileSync(join(ROOT, "schemas", `${name}.schema.json`), "utf8");
}
