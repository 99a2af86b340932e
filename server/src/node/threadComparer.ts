// Asks the comparing thread: begins it with the first question, tells it of each file once, and ends it when nobody has
// asked for a while, because it holds a second picture of the workspace.

import { Worker } from "node:worker_threads";
import { FileMap, type Workspace, type WorkspaceFile } from "@stratkit/core";
import type { Comparer } from "../comparer.ts";
import type { UriKey } from "../uris.ts";
import type { Answered, Answers, AskCompare, Question } from "./threadMessages.ts";

/** `program` answers with `answerInThread` where it is run as a thread. */
export function threadComparer(program: URL): Comparer {
  let thread: Thread | undefined;
  const ask = <Kind extends Question["kind"]>(
    question: Extract<Question, { kind: Kind }> | ((told: Told) => Extract<Question, { kind: Kind }>),
  ): Promise<Answers[Kind]> => {
    thread ??= openThread(program, () => {
      thread = undefined;
    });
    return thread.ask(question) as Promise<Answers[Kind]>;
  };
  return {
    compare: (root, { head, base, known }) =>
      ask<"compare">((told) => ({
        kind: "compare",
        root,
        base,
        known,
        ...filesToTell(told, root, head),
        around: aroundOf(head),
      })),
    baseText: (root, path, commit) => ask<"baseText">({ kind: "baseText", root, path, commit }),
    bases: (root) => ask<"bases">({ kind: "bases", root }),
    forget(root) {
      if (thread?.told.delete(root) === true) void ask<"forget">({ kind: "forget", root });
    },
  };
}

/** The files of each root that the thread knows. */
type Told = Map<UriKey, ReadonlyMap<string, WorkspaceFile>>;

function filesToTell(told: Told, root: UriKey, { files }: Workspace): Pick<AskCompare, "files" | "isWhole"> {
  const before = told.get(root);
  told.set(root, files);
  const changed = before === undefined ? undefined : FileMap.of(files).changedSince(before);
  if (changed === undefined) return { files: [...files], isWhole: true };
  return {
    files: [...changed].flatMap((path) => {
      const file = files.get(path);
      return file === undefined ? [] : [[path, file] as const];
    }),
    isWhole: false,
  };
}

function aroundOf({ files: _files, ...around }: Workspace): Omit<Workspace, "files"> {
  return around;
}

interface Thread {
  readonly told: Told;
  ask(question: Question | ((told: Told) => Question)): Promise<unknown>;
}

const IDLE_MS = 10 * 60 * 1000;

function openThread(program: URL, onEnd: () => void): Thread {
  const worker = new Worker(program, { argv: [] });
  // It never keeps the process alive.
  worker.unref();
  const waiting = new Map<number, PromiseWithEnds>();
  const told: Told = new Map();
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;
  let isEnded = false;
  const end = (why: string) => {
    if (isEnded) return;
    isEnded = true;
    clearTimeout(idle);
    onEnd();
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  const rest = () => {
    end("Nobody has asked for a while");
    void worker.terminate();
  };
  worker.on("message", (answered: Answered) => {
    const promise = waiting.get(answered.number);
    waiting.delete(answered.number);
    if ("fault" in answered) promise?.reject(new Error(answered.fault));
    else promise?.resolve(answered.value);
    if (waiting.size === 0) idle = setTimeout(rest, IDLE_MS).unref();
  });
  worker.on("error", (error: Error) => end(error.stack ?? error.message));
  worker.on("exit", () => end("The comparing thread has ended"));
  return {
    told,
    ask(question) {
      clearTimeout(idle);
      const number = asked;
      asked += 1;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        worker.postMessage({ number, question: typeof question === "function" ? question(told) : question });
      });
    },
  };
}

interface PromiseWithEnds {
  resolve(value: unknown): void;
  reject(error: Error): void;
}
