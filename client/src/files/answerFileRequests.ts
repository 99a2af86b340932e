// Reads files for the server where it cannot do so itself: in a browser, and in folders that are not on a disk.

import { type Disposable, FileSystemError, FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Questions } from "../protocol.ts";
import { toBase64 } from "./base64.ts";
import { walk } from "./walk.ts";

type ListQuestion = Questions["stratkit/files/list"];
type ReadQuestion = Questions["stratkit/files/read"];
type ReadFile = ReadQuestion["result"]["files"][number];

/** Larger files are not strategies; the server says so of them. */
const MOST_BYTES = 5 * 1024 * 1024;

export function answerFileRequests(client: BaseLanguageClient): Disposable {
  const answers = [
    client.onRequest("stratkit/files/list", (params: ListQuestion["params"]) => list(params)),
    client.onRequest("stratkit/files/read", (params: ReadQuestion["params"]) => read(params)),
  ];
  return { dispose: () => answers.forEach((answer) => void answer.dispose()) };
}

/** The search of a virtual file system may know nothing; then its folders are walked. */
async function list({ root, patterns, ignore }: ListQuestion["params"]): Promise<ListQuestion["result"]> {
  const base = Uri.parse(root);
  const left = ignore.length === 0 ? undefined : oneOf(ignore);
  const found = await workspace.findFiles(
    new RelativePattern(base, `**/${oneOf(patterns)}`),
    left === undefined ? null : new RelativePattern(base, left),
  );
  if (found.length > 0) return { uris: found.map(String) };
  return walk(base, patterns);
}

async function read({ uris }: ReadQuestion["params"]): Promise<ReadQuestion["result"]> {
  return { files: await Promise.all(uris.map(readOne)) };
}

async function readOne(address: string): Promise<ReadFile> {
  const uri = Uri.parse(address);
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0) return { uri: address, problem: "absent" };
    if (size > MOST_BYTES) return { uri: address, problem: "too-large" };
    return { uri: address, base64: toBase64(await workspace.fs.readFile(uri)) };
  } catch (error) {
    const isAbsent = error instanceof FileSystemError && error.code === "FileNotFound";
    return { uri: address, problem: isAbsent ? "absent" : "unreadable" };
  }
}

function oneOf(patterns: readonly string[]): string {
  const [only, ...others] = patterns;
  return only !== undefined && others.length === 0 ? only : `{${patterns.join(",")}}`;
}
