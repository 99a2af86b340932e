// Reads many objects of a repository through one process of git that is asked for one after the other.

import type { Repository } from "./repository.ts";
import { startGit } from "./runGit.ts";

/** "missing" is what a clone without all contents does not hold. */
export type Blob = Uint8Array | "too-large" | "missing";

export interface BlobReader {
  /** By their ids; what has more than `most` bytes is passed over. */
  read(ids: Iterable<string>, most: number): Promise<ReadonlyMap<string, Blob>>;
  end(): void;
}

export function openBlobs({ top, env }: Repository): BlobReader {
  const git = startGit(top, ["cat-file", "--batch"], env);
  // A process that ends early is seen by what it did not answer.
  git.on("error", () => undefined);
  git.stdin.on("error", () => undefined);
  git.stderr.resume();
  const bytes = byteReader(git.stdout);
  return {
    async read(ids, most) {
      const asked = [...new Set(ids)];
      git.stdin.write(asked.map((id) => `${id}\n`).join(""));
      const blobs = new Map<string, Blob>();
      for (const id of asked) blobs.set(id, await readBlob(bytes, most));
      return blobs;
    },
    end() {
      git.stdin.end();
      git.kill();
    },
  };
}

/** The answer is `<id> blob <size>`, a line break, the bytes and a line break, or `<id> missing`. */
async function readBlob(bytes: ByteReader, most: number): Promise<Blob> {
  const head = (await bytes.line()) ?? "";
  const match = /^[0-9a-f]+ ([a-z]+) (\d+)$/.exec(head);
  if (match === null) return "missing";
  const size = Number(match[2]);
  const content = size > most ? await bytes.skip(size) : await bytes.take(size);
  await bytes.skip(1);
  if (size > most) return "too-large";
  return match[1] === "blob" && content !== undefined ? content : "missing";
}

interface ByteReader {
  /** Without the line break; undefined at the end. */
  line(): Promise<string | undefined>;
  take(count: number): Promise<Uint8Array | undefined>;
  skip(count: number): Promise<undefined>;
}

function byteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await nextOf(chunks);
    rest = done === true ? Buffer.alloc(0) : value;
    return done !== true;
  };
  const cut = (count: number) => {
    const part = rest.subarray(0, count);
    rest = rest.subarray(count);
    return part;
  };
  const gather = async (count: number, keep: (part: Buffer) => void) => {
    let left = count;
    while (left > 0) {
      if (rest.length === 0 && !(await more())) return false;
      const part = cut(left);
      left -= part.length;
      keep(part);
    }
    return true;
  };
  return {
    async line() {
      const parts: Buffer[] = [];
      for (;;) {
        if (rest.length === 0 && !(await more())) return undefined;
        const end = rest.indexOf(10);
        parts.push(cut(end < 0 ? rest.length : end));
        if (end < 0) continue;
        cut(1);
        return Buffer.concat(parts).toString("latin1");
      }
    },
    async take(count) {
      const parts: Buffer[] = [];
      return (await gather(count, (part) => parts.push(part))) ? Buffer.concat(parts) : undefined;
    },
    async skip(count) {
      await gather(count, () => undefined);
    },
  };
}

async function nextOf(chunks: AsyncIterator<Buffer>): Promise<IteratorResult<Buffer>> {
  try {
    return await chunks.next();
  } catch {
    return { done: true, value: undefined };
  }
}
