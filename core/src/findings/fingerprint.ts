// A finding's fingerprint: what stays the same when lines move, wording changes or an item is renamed.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const DIGITS = 12;

/** The first 12 hex digits of SHA-256 over the parts, which are kept apart by line breaks. */
export function fingerprintOf(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join("\n")))).slice(0, DIGITS);
}
