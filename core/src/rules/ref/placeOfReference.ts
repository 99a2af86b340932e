// Where a reference stands, for rules that mark one.

import type { Place } from "../../findings/finding.ts";
import type { Item, Reference } from "../../model/items.ts";

export function placeOfReference({ file }: Item, { path, on, within }: Reference): Place {
  return { file, path, on, ...(within === undefined ? {} : { part: within }) };
}
