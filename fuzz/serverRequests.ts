// What a client asks while texts change: every request of an editor at places by chance, and such that make no sense.

import fc from "fast-check";
import type { Chance } from "./chance.ts";
import type { World } from "./serverWorld.ts";
import { Fault } from "./target.ts";

const AT_A_PLACE =
  "hover definition declaration references documentHighlight prepareRename rename completion prepareTypeHierarchy".split(
    " ",
  );
const OF_A_FILE =
  "documentSymbol foldingRange documentLink codeLens formatting rangeFormatting inlayHint codeAction selectionRange diagnostic".split(
    " ",
  );
const OF_ALL =
  "workspace/symbol stratkit/coverage stratkit/trace stratkit/tree stratkit/toFix stratkit/panel stratkit/facts stratkit/roots stratkit/rules stratkit/document stratkit/locate stratkit/guide stratkit/changes stratkit/bases stratkit/baseText".split(
    " ",
  );
const GUIDES =
  "init newObjective newMeasure linkMeasure setTarget addToPlan rollForward recordActuals waive retire renameId".split(
    " ",
  );

const ANY_VALUE = fc.jsonValue({ maxDepth: 2 });

/** Answers that are errors are answers too. */
export function ask(world: World, uri: string, chance: Chance): void {
  const method = chance.pick([
    ...AT_A_PLACE.map((name) => `textDocument/${name}`),
    ...OF_A_FILE.map((name) => `textDocument/${name}`),
    ...OF_ALL,
  ]);
  send(world, method, paramsOf(uri, chance));
}

/** Every request takes of these what it knows. */
function paramsOf(uri: string, chance: Chance): object {
  const position = placeOf(chance);
  const range = {
    start: position,
    end: { line: position.line + chance.below(9), character: chance.below(30) },
  };
  return {
    textDocument: { uri },
    uri,
    position,
    positions: [position],
    range,
    context: { includeDeclaration: chance.percent(50), diagnostics: [], triggerKind: 1 },
    newName: chance.pick(["another", "", "x y", "é"]),
    options: { tabSize: 2, insertSpaces: true },
    query: chance.pick(["", "a", "cut"]),
    panel: chance.pick(["map", "traceability", "plan"]),
    guide: chance.pick(GUIDES),
    answers: {},
  };
}

export function askNonsense(world: World, uri: string, chance: Chance): void {
  const [value] = fc.sample(ANY_VALUE, { numRuns: 1, seed: chance.below(2 ** 31) });
  const params = chance.pick<object>([
    {},
    { textDocument: {} },
    { textDocument: { uri: "nonsense:// \u0000" }, position: { line: -1, character: 1e12 } },
    {
      textDocument: { uri: chance.percent(50) ? uri : "file:///%E0%A4%A" },
      position: value,
      range: value,
      context: value,
    },
    { uri: value, guide: value, answers: value, about: value, panel: value, root: value, parent: value },
    { command: "stratkit.server.new", arguments: [value] },
    {
      command: chance.pick(["stratkit.server.guide", "stratkit.server.waive", "nothing"]),
      arguments: [{ uri, answers: value }],
    },
  ]);
  const method = chance.pick([
    "workspace/executeCommand",
    "textDocument/nothing",
    ...AT_A_PLACE.map((name) => `textDocument/${name}`),
    ...OF_A_FILE.map((name) => `textDocument/${name}`),
    ...OF_ALL,
  ]);
  send(world, method, params);
  if (!chance.percent(30)) return;
  world.client.notify(chance.pick(["$/nothing", "workspace/didChangeConfiguration", "$/cancelRequest"]), {
    settings: value ?? null,
    id: 99,
  });
}

function send({ client, asked }: World, method: string, params: object): void {
  const wait: Promise<unknown> = client.request(method, params).catch(() => undefined);
  asked.add(wait);
  void wait.then(() => asked.delete(wait));
}

/** Fails where a request was answered with nothing because something in it threw. */
export function checkLog({ client, nonsense }: World): void {
  if (nonsense) return;
  for (const { method, params } of client.heard) {
    if (method !== "window/logMessage" || typeof params !== "object" || params === null) continue;
    const [type, message]: unknown[] = [Reflect.get(params, "type"), Reflect.get(params, "message")];
    if (type !== 1) continue;
    const words = String(message);
    throw new Fault(
      `the server logs an error: ${/^[^:]*:.*\n\s+at ([^\n(]*)/.exec(words)?.[1] ?? words.slice(0, 80)}`,
      words,
    );
  }
}

function placeOf(chance: Chance) {
  return {
    line: chance.below(chance.percent(90) ? 40 : 100_000),
    character: chance.below(chance.percent(90) ? 40 : 100_000),
  };
}
