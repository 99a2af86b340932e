// What comes along when a text is pasted from a word processor: spaces and letters that nobody sees, curly quotes
// around a whole text.

import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import type { Entry, ScalarNode, TreeNode } from "./tree.ts";

export interface Pasted {
  readonly kind: "hard-space" | "no-width" | "curly-quotes";
  /** The first of them, or the whole text for quotes. */
  readonly span: Span;
  /** How many there are. */
  readonly count: number;
  /** What to put in place of each; empty for quotes. */
  readonly repairs: readonly TextEdit[];
  /** What stands between the curly quotes. */
  readonly inner?: string;
  /** The whole text, where it has no quotes: without what is repaired it may need some. */
  readonly plain?: Span;
}

/** Hard spaces, and letters without width; joiners count only between Latin letters, since other scripts need them. */
const INVISIBLE =
  /[\u00A0\u2007\u202F]|[\u00AD\u200B\u2060\uFEFF]|(?<=[\p{Script=Latin}\s])[\u200C\u200D](?=[\p{Script=Latin}\s])/gu;
const HARD_SPACE = /[\u00A0\u2007\u202F]/;

/** A quick look, before anything is worked out: false means that there is surely none. */
export function mayHoldPasted(text: string): boolean {
  return /[\u00A0\u2007\u202F\u00AD\u200B-\u200D\u2060\uFEFF“„‘«]/.test(text);
}

/** What a text holds of it, one finding for each kind. `text` is the whole file's. */
export function findPasted(text: string, scalar: ScalarNode): readonly Pasted[] {
  const { span } = scalar;
  const written = text.slice(span.start, span.end);
  const found = [...written.matchAll(INVISIBLE)].map(({ 0: letter, index }) => ({
    letter,
    repair: {
      span: { start: span.start + index, end: span.start + index + 1 },
      newText: HARD_SPACE.test(letter) ? " " : "",
    },
  }));
  const pasted: Pasted[] = [];
  const [first] = found;
  if (first !== undefined) {
    const kind = HARD_SPACE.test(first.letter) ? "hard-space" : "no-width";
    const repairs = found.map(({ repair }) => repair);
    const plain = scalar.style === "plain" ? { plain: span } : {};
    pasted.push({ kind, span: first.repair.span, count: found.length, repairs, ...plain });
  }
  const inner =
    scalar.style === "plain" ? /^(?:“([^“”]*)”|„([^„“]*)“|‘([^‘]*)’|«([^«»]*)»)$/.exec(written) : null;
  const between = inner?.slice(1).find((group) => group !== undefined);
  if (between !== undefined)
    pasted.push({ kind: "curly-quotes", span, count: 1, repairs: [], inner: between });
  return pasted;
}

/** Keys whose texts talk about a text, or belong to the author alone. */
const ABOUT = new Set(["source", "unclear", "because", "note", "notes"]);

/** The texts that stand below a node itself, not those that an alias or a merge key brings in. */
export function writtenTexts(node: TreeNode | undefined, goesInto: (entry: Entry) => boolean): ScalarNode[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return node.value === null ? [] : [node];
  if (node.kind === "list") {
    return node.items.flatMap((item) =>
      item !== undefined && isInside(item.span, node.span) ? writtenTexts(item, goesInto) : [],
    );
  }
  return node.entries.flatMap((entry) => {
    const { value } = entry;
    if (entry.merged || value === undefined || !isInside(value.span, entry.span)) return [];
    const isAbout = ABOUT.has(entry.key.text) || entry.key.text.startsWith("x-");
    return isAbout || !goesInto(entry) ? [] : writtenTexts(value, goesInto);
  });
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
