// Bytes of a file to its text. UTF-8 is what files are kept in; two other encodings are read all the same, so that the
// finding about them can stand on a readable text.

import { once } from "./once.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "binary";

export interface DecodedText {
  /** A byte order mark of UTF-8 stays in it as its first letter, so that a change to the file keeps it. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** The platform's decoder: every browser and Node have it, but the library of plain ECMAScript does not name it. */
declare class TextDecoder {
  constructor(label: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

/**
 * UTF-8 where the bytes are exactly that, UTF-16 where a byte order mark says so, else Windows-1252, which takes any
 * bytes. A zero byte is in no text: the file is `binary`, and its text keeps the zeros, so that nobody reads on.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", bytes);
  const text = decodeStrictly(bytes);
  // Of all encodings here a zero byte makes the same letter, and a text is searched in less time than bytes are.
  if (text !== undefined && !text.includes("\0")) return { text, encoding: "utf-8" };
  const read = decodeAs("windows-1252", bytes);
  return read.text.includes("\0") ? { text: read.text, encoding: "binary" } : read;
}

function decodeAs(encoding: "utf-16le" | "utf-16be" | "windows-1252", bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: encoding === "windows-1252" ? withSigns(text) : text, encoding };
}

/** What Windows-1252 holds from 0x80 to 0x9F; Node 20 leaves the bare numbers there. */
const SIGNS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (letter) => SIGNS[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Keeps nothing from one text to the next, so that one serves them all; to make one takes longer than a text does. */
const strictDecoder = once(() => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }));

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
