// The thread in which workspaces are compared, so that whoever types never waits for git or for a comparison. It answers
// one question after the other.

import { parentPort } from "node:worker_threads";
import {
  CONFIG_FILE,
  createEngine,
  decodeBytes,
  FileMap,
  MOST_BYTES,
  sameOr,
  type Workspace,
  type WorkspaceFile,
} from "@stratkit/core";
import { GitError, listRevisions, readTree, realFolder } from "@stratkit/disk";
import { NO_BASES } from "../comparer.ts";
import { pathOf } from "../uris.ts";
import { compareInThread, type Known, repositoryAround } from "./compareInThread.ts";
import type { Answered, AskBaseText, AskCompare, Asked, Question } from "./threadMessages.ts";

/** As many as anybody looks through. */
const MOST_BASES = 100;

export function answerInThread(): void {
  const port = parentPort;
  if (port === null) return;
  const answer = answerer();
  let last: Promise<void> = Promise.resolve();
  port.on("message", ({ number, question }: Asked) => {
    last = last
      .then(() => answer(question))
      .then(
        (value): Answered => ({ number, value }),
        (error: unknown): Answered => ({ number, fault: sayFault(error) }),
      )
      .then((answered) => port.postMessage(answered));
  });
}

function sayFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

interface OfRoot extends Known {
  workspace?: Workspace;
}

function answerer(): (question: Question) => Promise<unknown> {
  const engine = createEngine();
  const roots = new Map<string, OfRoot>();
  const ofRoot = (root: string) => {
    const known = roots.get(root) ?? {};
    roots.set(root, known);
    return known;
  };
  return async (question) => {
    switch (question.kind) {
      case "compare": {
        const known = ofRoot(question.root);
        known.workspace = nextWorkspace(known.workspace, question);
        const request = { head: known.workspace, base: question.base, ...knownCommit(question) };
        return compareInThread(known, pathOf(question.root), request, engine);
      }
      case "baseText":
        return orWithoutGit(() => readBaseText(ofRoot(question.root), question), undefined);
      case "bases":
        return orWithoutGit(
          () => listRevisions(repositoryAround(pathOf(question.root)), MOST_BASES),
          NO_BASES,
        );
      case "forget":
        roots.delete(question.root);
        return undefined;
    }
  };
}

function knownCommit({ known }: AskCompare): { readonly known?: string } {
  return known === undefined ? {} : { known };
}

/** Files that say what they said keep their value, so that nothing is worked out twice. */
function nextWorkspace(before: Workspace | undefined, { files, isWhole, around }: AskCompare): Workspace {
  const taken = files.map(([path, file]) => [path, sameOr(before?.files.get(path), file)] as const);
  const base = isWhole || before === undefined ? FileMap.of<WorkspaceFile>([]) : FileMap.of(before.files);
  return { ...around, files: base.size === 0 ? FileMap.of(taken) : base.with(taken) };
}

async function readBaseText(
  { base }: Known,
  { root, path, commit }: AskBaseText,
): Promise<string | undefined> {
  // A client may leave it out.
  if (typeof commit !== "string" || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  if (base?.revision.commit === commit) {
    const { reading, ownConfig, records } = base.side;
    if (path === CONFIG_FILE) return ownConfig?.text;
    const file = [...reading.files, ...records].find((one) => one.path === path);
    if (file !== undefined) return file.text;
  }
  const folder = realFolder(pathOf(root));
  const { fileSystem } = await readTree(repositoryAround(folder), commit);
  const absolute = `${folder}/${path}`;
  if (!fileSystem.isFile(absolute)) return undefined;
  const bytes = fileSystem.read(absolute, MOST_BYTES);
  return bytes === "too-large" ? undefined : decodeBytes(bytes).text;
}

/** Where git can tell nothing, there is nothing to show. */
async function orWithoutGit<Value>(ask: () => Value | Promise<Value>, nothing: Value): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitError) return nothing;
    throw error;
  }
}
