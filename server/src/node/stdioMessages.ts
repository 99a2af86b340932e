// Messages over two streams of bytes, each with the head that the protocol puts before it. The library's own reader and
// writer go through several promises and two writes for each message, which takes as long as a small answer does; these
// take each message in one step.

import type { Readable, Writable } from "node:stream";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver/node";

const END_OF_HEAD = Buffer.from("\r\n\r\n");
const LENGTH = /^content-length:[ \t]*(\d+)[ \t]*$/im;
/** A head is two short lines; whatever is longer and has no end is none. */
const LONGEST_HEAD = 4096;

/** Where one message ends and the next begins cannot be known any more. */
export class NoMessage extends Error {}

/** Tells of a body that is no JSON by a SyntaxError and reads on; of a head that is none by `NoMessage`, and then no more. */
export class StdioReader extends AbstractMessageReader implements MessageReader {
  readonly #input: Readable;
  /** What has come and was not taken yet, and how long it is. Kept in pieces: a long message comes in many. */
  #pieces: Buffer[] = [];
  #length = 0;
  /** Length of the body that comes next; undefined before its head is whole. */
  #expected: number | undefined;

  constructor(input: Readable) {
    super();
    this.#input = input;
  }

  listen(callback: DataCallback): Disposable {
    const take = (piece: Buffer) => {
      this.#pieces.push(piece);
      this.#length += piece.length;
      try {
        this.#deliver(callback);
      } catch (error) {
        this.#input.off("data", take);
        this.fireError(error);
      }
    };
    this.#input.on("data", take);
    this.#input.on("error", (error) => this.fireError(error));
    this.#input.on("close", () => this.fireClose());
    return { dispose: () => this.#input.off("data", take) };
  }

  #deliver(callback: DataCallback): void {
    for (;;) {
      this.#expected ??= this.#takeHead();
      if (this.#expected === undefined || this.#length < this.#expected) return;
      const body = this.#take(this.#expected).toString("utf8");
      this.#expected = undefined;
      try {
        callback(JSON.parse(body));
      } catch (error) {
        // No JSON, or JSON that the listener can do nothing with; the next message may be a good one.
        this.fireError(error);
      }
    }
  }

  #takeHead(): number | undefined {
    // A head can begin in one piece and end in the next.
    const start = this.#pieces.length < 2 ? this.#pieces[0] : this.#join();
    if (start === undefined) return undefined;
    const end = start.indexOf(END_OF_HEAD);
    if (end < 0 && start.length <= LONGEST_HEAD) return undefined;
    const head = start.toString("latin1", 0, end < 0 ? LONGEST_HEAD : end);
    const length = end < 0 ? undefined : LENGTH.exec(head)?.[1];
    if (length === undefined) throw new NoMessage(head);
    this.#take(end + END_OF_HEAD.length);
    return Number(length);
  }

  #take(length: number): Buffer {
    const all = this.#join();
    const rest = all.subarray(length);
    this.#pieces = rest.length === 0 ? [] : [rest];
    this.#length = rest.length;
    return all.subarray(0, length);
  }

  #join(): Buffer {
    const [first] = this.#pieces;
    const all = first !== undefined && this.#pieces.length === 1 ? first : Buffer.concat(this.#pieces);
    this.#pieces = [all];
    return all;
  }
}

/** Writes head and body at once; what is written first arrives first. */
export class StdioWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  #failures = 0;

  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on("error", (error) => this.fireError(error));
    output.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.#output.write(text, "utf8", (error) => {
        if (error === undefined || error === null) return resolve();
        this.#failures += 1;
        this.fireError(error, message, this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#output.end();
  }
}
