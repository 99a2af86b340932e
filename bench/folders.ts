// The measured workspaces on disk. They are written once for each form of the generator.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { BENCH, CACHE } from "./paths.ts";
import { type GeneratedFile, generateWorkspace, longLibrary } from "./workspace.ts";

export interface Folder {
  readonly path: string;
  readonly files: number;
}

/** `defective` of a hundred files have a fault. */
export function workspaceFolder(files: number, defective = 0): Folder {
  const name = `${files}-files${defective === 0 ? "" : `-${defective}-in-100-defective`}`;
  return { path: laidOut(name, () => generateWorkspace(files, defective)), files };
}

/** A copy that may be changed; it is written anew in each run. */
export function ownFolder(name: string, files: number): Folder {
  const path = join(CACHE, "workspaces", name);
  rmSync(path, { recursive: true, force: true });
  write(path, generateWorkspace(files));
  return { path, files };
}

/** One library of measures as long as asked for. Nothing uses them, and the config says that this is no news. */
export function longFolder(lines: number): Folder & { readonly file: string } {
  const file = "long.measures.yaml";
  const path = laidOut(`${lines}-lines`, () => [
    { path: "stratkit.config.yaml", text: "extends: review\nrules:\n  trace/measure-unused: off\n" },
    ...generateWorkspace(2).filter(({ path }) => path === "body.organisation.yaml"),
    { path: file, text: longLibrary(lines) },
  ]);
  return { path, files: 3, file };
}

/** The strategy in the middle of a generated workspace, and things that stand in it. */
export function middleStrategy({ path, files }: Folder) {
  const id = `trust-${Math.floor(files / 40)}`;
  return { id, ...fileIn(path, `${id}/${id}.strategy.yaml`) };
}

export function fileIn(folder: string, name: string) {
  const path = join(folder, name);
  return { uri: pathToFileURL(path).href, path, text: readFileSync(path, "utf8") };
}

function laidOut(name: string, make: () => GeneratedFile[]): string {
  const folder = join(CACHE, "workspaces", name);
  const stamp = join(CACHE, "workspaces", `${name}.made-by`);
  const maker = createHash("sha256").update(makerText()).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === maker) return folder;
  rmSync(folder, { recursive: true, force: true });
  write(folder, make());
  writeFileSync(stamp, maker);
  return folder;
}

function makerText(): string {
  return ["workspace.ts", "folders.ts"].map((name) => readFileSync(join(BENCH, name), "utf8")).join("");
}

function write(folder: string, files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
