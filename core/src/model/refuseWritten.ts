// What is refused about a written value: where it stands, on what, and under which key.

import type { Refusal } from "../findings/finding.ts";
import type { Span } from "../text/span.ts";
import { entityOf, type Item, type Written } from "./items.ts";

/** `part` is the stretch of the text that it is about, where that is not all of it. */
export function refuseWritten(
  rule: string,
  item: Item,
  written: Written,
  facts: unknown,
  part?: Span,
): Refusal {
  const place = { file: item.file, path: written.path, on: "value" } as const;
  return {
    rule,
    place: part === undefined ? place : { ...place, part },
    facts,
    entity: entityOf(item),
    field: written.path.slice(item.path.length).join("."),
    value: written.text,
  };
}
