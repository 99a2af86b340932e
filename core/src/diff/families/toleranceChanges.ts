// Where amber and red begin.

import { toleranceInForce } from "../../judge/tolerance.ts";
import type { WrittenTolerance } from "../../model/items.ts";
import { readTolerance } from "../../model/project/read.ts";
import { sayNode } from "../../syntax/fold.ts";
import type { Draft } from "../change.ts";
import { draftOf, type FieldPair, values } from "../comparing.ts";
import { readingDraft } from "./measureFields.ts";

/** Where amber and red begin, after what is left out was filled in. */
export function compareTolerance(field: FieldPair): Draft[] {
  const { base, head } = field.comparing;
  const [old, now] = [
    readTolerance(base.nodeOf(field.pair.base)),
    readTolerance(head.nodeOf(field.pair.head)),
  ];
  return toleranceDrafts(old, now).map((draft) => ({
    ...draftOf(field, draft),
    ...values(sayNode(field.old) || "the usual", sayNode(field.now) || "the usual"),
  }));
}

export function toleranceDrafts(
  written: WrittenTolerance | undefined,
  writtenNow: WrittenTolerance | undefined,
): Omit<Draft, "base" | "head" | "field" | "path">[] {
  const [old, now] = [
    toleranceInForce(written, undefined, undefined),
    toleranceInForce(writtenNow, undefined, undefined),
  ];
  if (old.amber === now.amber && old.red === now.red && old.of === now.of) return [];
  if (old.of !== now.of) return [readingDraft("", "", "tolerance")];
  const [amber, red] = [now.amber - old.amber, now.red - old.red];
  if (amber >= 0 && red >= 0)
    return [{ id: "tolerance-eased", what: "turns amber or red later", why: "A larger miss now looks well" }];
  if (amber <= 0 && red <= 0)
    return [{ id: "tolerance-tightened", what: "turns amber or red sooner", why: "A miss is seen sooner" }];
  return [readingDraft("", "", "tolerance")];
}
