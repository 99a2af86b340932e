// P8: what an editor asks while somebody reads and writes, in a workspace of ten thousand files.

import { middleStrategy, workspaceFolder } from "../folders.ts";
import type { LspPeer } from "../lspPeer.ts";
import { AT_WORK, inRounds, pause } from "../rounds.ts";
import { atMost, OURS, type Row } from "../row.ts";
import { ECHO, echoServer, LIBRARY_ECHO, libraryEchoServer, ourServer, startServer } from "../servers.ts";
import { median, p95 } from "../statistics.ts";
import { placeBehind } from "../typist.ts";

export interface Question {
  readonly what: string;
  readonly method: string;
  readonly params: object;
  /** Whether an answer says anything, so that no error or empty list is measured. */
  isGood(result: unknown): boolean;
}

export const p8Questions: Row = {
  id: "P8",
  title: "Questions at 10,000 files",
  async measure() {
    const folder = workspaceFolder(10_000);
    const document = middleStrategy(folder);
    const questions = questionsAbout(document);
    const [usual, long] = [questions.filter((one) => !hasManyHits(one)), questions.filter(hasManyHits)];
    const ours = await startServer(ourServer(), folder.path);
    const echo = await startServer(echoServer(), folder.path);
    const libraryEcho = await startServer(libraryEchoServer(), folder.path);
    for (const peer of [ours, echo, libraryEcho]) await peer.open(document.uri, document.text);
    const nothing = { ...HOVER(document), isGood: () => true };
    const asked = (some: readonly Question[]) =>
      Object.fromEntries(some.map((one) => [one.what, () => ask(ours, one)]));
    const values = await inRounds<string>(
      {
        ...asked(usual),
        [ECHO]: () => ask(echo, nothing),
        [LIBRARY_ECHO]: () => ask(libraryEcho, nothing),
      },
      { rounds: 15, each: 15, warmUp: AT_WORK, seconds: 45 },
    );
    // Apart: it leaves so much to tidy up that what is asked next would pay for it.
    const longValues = await inRounds<string>(asked(long), { rounds: 10, warmUp: 2 });
    await Promise.all([ours.stop(), echo.stop(), libraryEcho.stop()]);
    const of = (what: string) => values[what] ?? longValues[what] ?? [];
    const floors = [ECHO, LIBRARY_ECHO];
    return {
      samples: [
        ...floors.map((who) => ({ what: "nothing", who, unit: "ms" as const, values: of(who) })),
        ...questions.map(({ what }) => ({ what, who: OURS, unit: "ms" as const, values: of(what) })),
      ],
      aims: usual.flatMap(({ what }) =>
        floors.flatMap((floor) => [
          atMost(`${what}, p50 to that of ${floor}`, 3, median(of(what)) / median(of(floor))),
          atMost(`${what}, p95 to that of ${floor}`, 8, p95(of(what)) / p95(of(floor))),
        ]),
      ),
      notes: [
        `"${MANY_HITS}" has no aim: its answer is what takes the time.`,
        "Each answer is looked at: an empty one fails the run.",
      ],
    };
  },
};

const MANY_HITS = "references of the organisation's busiest team";

function hasManyHits({ what }: Question): boolean {
  return what === MANY_HITS;
}

const HOVER = ({ uri, text }: { uri: string; text: string }) => ({
  what: "hover",
  method: "textDocument/hover",
  params: { textDocument: { uri }, position: placeBehind(text, /\[trust-\d+-m\d/) },
});

/** About a strategy of a generated workspace. */
export function questionsAbout(document: { id: string; uri: string; text: string }): Question[] {
  const { id, uri, text } = document;
  const textDocument = { uri };
  const measure = placeBehind(text, /\[trust-\d+-m\d/);
  const objective = placeBehind(text, /^ {6}objective-1-/);
  const team = placeBehind(text, /owner: \w/);
  const context = { includeDeclaration: true };
  const at = (position: object) => ({ textDocument, position });
  return [
    { ...HOVER(document), isGood: isSomething },
    {
      what: "completion",
      method: "textDocument/completion",
      params: at(measure),
      isGood: (result) => countIn(result, "items") > 0,
    },
    { what: "definition", method: "textDocument/definition", params: at(measure), isGood: isSomething },
    {
      what: "references",
      method: "textDocument/references",
      params: { ...at(objective), context },
      isGood: (result) => Array.isArray(result) && result.length > 3,
    },
    {
      what: MANY_HITS,
      method: "textDocument/references",
      params: { ...at(team), context },
      isGood: (result) => Array.isArray(result) && result.length > 50,
    },
    {
      what: "prepare rename",
      method: "textDocument/prepareRename",
      params: at(objective),
      isGood: isSomething,
    },
    {
      what: "rename",
      method: "textDocument/rename",
      params: { ...at(objective), newName: "renamed-objective" },
      isGood: (result) => countIn(result, "documentChanges") > 1,
    },
    {
      what: "workspace symbols",
      method: "workspace/symbol",
      params: { query: `${id}-m1-3` },
      isGood: (result) => Array.isArray(result) && result.length > 0,
    },
  ];
}

/** A person rests between two questions. */
const BETWEEN_MS = 2;

export async function ask(peer: LspPeer, { what, method, params, isGood }: Question): Promise<number> {
  await pause(BETWEEN_MS);
  const { milliseconds, result } = await peer.request(method, params);
  if (!isGood(result)) throw new Error(`${what}: the answer is ${JSON.stringify(result)?.slice(0, 300)}`);
  return milliseconds;
}

function isSomething(result: unknown): boolean {
  return result !== null && result !== undefined && !(Array.isArray(result) && result.length === 0);
}

/** Completion gives a list or an object with one. */
export function countIn(result: unknown, key: string): number {
  if (Array.isArray(result)) return result.length;
  const list: unknown = typeof result === "object" && result !== null ? Reflect.get(result, key) : undefined;
  return Array.isArray(list) ? list.length : 0;
}
