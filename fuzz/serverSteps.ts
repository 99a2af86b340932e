// One step of an input, made as an editor or somebody at the folder makes it: typed or on disk, with a rename or without.

import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { uriOf } from "../server/test/client.ts";
import type { Chance } from "./chance.ts";
import { writeIn } from "./disk.ts";
import type { Step } from "./input.ts";
import { ask, askNonsense } from "./serverRequests.ts";
import type { World } from "./serverWorld.ts";

export async function takeStep(world: World, { path, text }: Step, chance: Chance): Promise<void> {
  const { client, folder, open } = world;
  const uri = uriOf(join(folder, path));
  const isThere = existsSync(join(folder, path));
  if (text === undefined) {
    if (!isThere) return;
    if (chance.percent(40)) moveFile(world, path, chance);
    else {
      rmSync(join(folder, path));
      client.watched([uri, "deleted"]);
      if (chance.percent(50) && open.delete(path)) client.close(uri);
    }
  } else if (open.has(path) || chance.percent(60)) type(world, path, uri, text, chance);
  else {
    writeIn(folder, path, text);
    client.watched([uri, isThere ? "changed" : "created"]);
  }
  if (open.has(path) && chance.percent(15)) {
    open.delete(path);
    client.close(uri);
  }
  if (open.has(path) && chance.percent(20)) {
    writeIn(folder, path, open.get(path) ?? "");
    client.save(uri);
    client.watched([uri, "changed"]);
  }
  for (let asked = chance.below(4); asked > 0; asked -= 1) ask(world, uri, chance);
  if (world.nonsense && chance.percent(50)) askNonsense(world, uri, chance);
  if (chance.percent(20)) await Promise.race([Promise.allSettled([...world.asked]), world.death]);
}

/** The text comes in whole, or only the stretch that is another. */
function type({ client, open }: World, path: string, uri: string, text: string, chance: Chance): void {
  const shown = open.get(path);
  open.set(path, text);
  if (shown === undefined) client.open(uri, text, path.endsWith(".csv") ? "csv" : "yaml");
  else if (chance.percent(30)) client.change(uri, text);
  else {
    const { start, end, put } = stretchOf(shown, text);
    client.edit(uri, [
      { range: { start: positionIn(shown, start), end: positionIn(shown, end) }, text: put },
    ]);
  }
}

function moveFile({ client, folder, open, asked }: World, path: string, chance: Chance): void {
  const to = path.replace(/[^/]*?(?=\.)/, (id) => `${id}${chance.below(9)}`);
  if (to === path || existsSync(join(folder, to))) return;
  const [oldUri, newUri] = [uriOf(join(folder, path)), uriOf(join(folder, to))];
  if (chance.percent(50)) {
    const wait = client
      .request("workspace/willRenameFiles", { files: [{ oldUri, newUri }] })
      .catch(() => undefined);
    asked.add(wait);
  }
  renameSync(join(folder, path), join(folder, to));
  const shown = open.get(path);
  if (shown !== undefined) {
    open.delete(path);
    client.close(oldUri);
    open.set(to, shown);
    client.open(newUri, shown);
  }
  client.watched([oldUri, "deleted"], [newUri, "created"]);
}

function stretchOf(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  // The place between the two signs of one line end is none that an editor could name.
  if (before[start - 1] === "\r" || after[start - 1] === "\r") start -= 1;
  if (tail > 0 && before[before.length - tail] === "\n") tail -= 1;
  return { start, end: before.length - tail, put: after.slice(start, after.length - tail) };
}

function positionIn(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

export function storedText(folder: string, path: string): string | undefined {
  const place = join(folder, path);
  return existsSync(place) ? readFileSync(place, "utf8") : undefined;
}
