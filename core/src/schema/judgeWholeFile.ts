// A file that holds no keys at all: empty, only comments, only a text, or a list. One friendly finding each.

import type { CheckContext, Departure } from "./departure.ts";
import type { MissingKey } from "./facts.ts";
import { alternativesOf, shapesOf } from "./lookup.ts";
import { kindWordOf, spotsTo, withArticle } from "./spots.ts";

export function judgeWholeFile({ file, kind, schemas }: CheckContext): Departure[] {
  const spots = spotsTo(schemas, kind, file, []);
  const located = spots[0]?.located;
  if (located === undefined) return [];
  const { schema } = located;
  const word = withArticle(kindWordOf(located));
  const lacks: MissingKey = {
    who: word,
    kind,
    missing: schema.required ?? [],
    either: alternativesOf(schema).length > 0 ? [alternativesOf(schema).flat()] : [],
    path: [],
    file: file.text.includes("#") ? "comments" : "empty",
  };
  const place = { file: file.path, span: file.root?.span ?? { start: 0, end: 0 } };
  const common = { spots, place, field: "", needs: "reach" as const };
  if (file.root === undefined) {
    // Settings all have a value of their own, so an empty file of them is as good as any.
    return kind === "config" ? [] : [{ rule: "schema/missing-key", facts: lacks, ...common }];
  }
  const facts = {
    what: "The file",
    key: "",
    path: [],
    found: file.root.kind === "list" ? ("list" as const) : ("text" as const),
    expected: shapesOf(schema),
    cause: "file" as const,
    kind: word,
    needs: lacks,
  };
  return [{ rule: "schema/wrong-shape", facts, ...common }];
}
