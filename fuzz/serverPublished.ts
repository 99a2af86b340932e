// What the server has published in the end, held against a check of the same texts.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { positionAt } from "../core/src/text/lines.ts";
import { uriOf } from "../server/test/client.ts";
import { readWorkspace, writeIn } from "./disk.ts";
import { checkLog } from "./serverRequests.ts";
import { inTime, type World } from "./serverWorld.ts";
import { Fault } from "./target.ts";
import { analyseFresh } from "./workspaces.ts";

/** Stands for a file that is new, and then gone: what the server says of it comes after everything else. */
const MARK = "zz-mark.measures.yaml";

export async function checkPublished(world: World): Promise<void> {
  await inTime(world, "what was asked", Promise.allSettled([...world.asked]));
  await settle(world);
  checkLog(world);
  const [found, expected] = [published(world), checked(world)];
  for (const uri of new Set([...found.keys(), ...expected.keys()])) {
    const [a, b] = [found.get(uri) ?? [], expected.get(uri) ?? []];
    if (JSON.stringify(a) !== JSON.stringify(b))
      throw new Fault(
        "the server says something else than a check",
        `${uri}\nserver:\n${a.join("\n")}\ncheck:\n${b.join("\n")}`,
      );
  }
}

async function settle(world: World): Promise<void> {
  const { client, folder } = world;
  const uri = uriOf(join(folder, MARK));
  const isSaid = () => client.pushed(uri).length > 0;
  writeIn(folder, MARK, "measures:\n  mark: {sort: x}\n");
  client.watched([uri, "created"]);
  await inTime(world, "a new file", client.until(isSaid));
  rmSync(join(folder, MARK));
  client.watched([uri, "deleted"]);
  await inTime(
    world,
    "a file that is gone",
    client.until(() => !isSaid() && client.isTold(uri)),
  );
}

function published({ client }: World): Map<string, string[]> {
  const lists = [...client.published].map(([uri, { diagnostics }]): [string, string[]] => [
    uri,
    diagnostics.map(({ range: { start, end }, code, message }) =>
      sayOne([start.line, start.character, end.line, end.character], `${code}`, String(message)),
    ),
  ]);
  return new Map(lists.filter(([, list]) => list.length > 0).map(([uri, list]) => [uri, list.sort()]));
}

function checked({ folder, open }: World): Map<string, string[]> {
  const { findings, files } = analyseFresh(readWorkspace(folder, open));
  const lists = new Map<string, string[]>();
  for (const { file, span, rule, message, help } of findings) {
    const lines = files.get(file)?.source.lines ?? { lineStarts: [0], length: 0 };
    const [start, end] = [positionAt(lines, span.start), positionAt(lines, span.end)];
    const uri = uriOf(join(folder, file));
    const one = sayOne([start.line, start.character, end.line, end.character], rule, `${message}\n${help}`);
    lists.set(uri, [...(lists.get(uri) ?? []), one].sort());
  }
  return lists;
}

function sayOne(range: readonly number[], rule: string, message: string): string {
  return JSON.stringify([range.join(" "), rule, message]);
}
