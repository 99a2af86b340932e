// An item with another title, as reading its file again would give it.

import type { Item } from "../items.ts";
import { promisedFigure } from "../promisedFigure.ts";

/** What its title says otherwise is worked out anew; the title of a scope may come from its measure and is left alone. */
export function retitledItem<Own extends Item>(item: Own, title: string): Own {
  return "promised" in item ? { ...item, title, promised: promisedFigure(title) } : { ...item, title };
}
