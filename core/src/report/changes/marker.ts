// The first line of a comment, by which whoever posts it finds the one that is there already.

import { fingerprintOf } from "../../findings/fingerprint.ts";
import type { VerdictState } from "./verdict.ts";

/** `<!-- stratkit:ROOT:STATE -->`, the root written so that nothing in it can end the marker or look like another. */
export function commentMarker(root: string, state: VerdictState): string {
  return `${markerStart(root)}${state} -->`;
}

/** Longer roots are cut, and told apart by their fingerprints. */
const MOST_OF_ROOT = 500;

/** What the comment of that root begins with, whatever its state. */
export function markerStart(root: string): string {
  const safe = root.replace(/\p{Cs}/gu, "\ufffd").replace(/--|[^\w./-]/gu, encodeText);
  const name = safe.length <= MOST_OF_ROOT ? safe : `${safe.slice(0, MOST_OF_ROOT)}~${fingerprintOf([root])}`;
  return `<!-- stratkit:${name}:`;
}

function encodeText(text: string): string {
  return [...text].map((letter) => (letter === "-" ? "%2D" : encodeURIComponent(letter))).join("");
}
