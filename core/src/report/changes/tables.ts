// A section whose rows are those of a table.

import { markdownTable } from "../traceMarkdown.ts";
import type { Section } from "./sections.ts";

export interface TableRequest {
  /** Lines before the table. */
  readonly head: readonly string[];
  readonly heads: readonly string[];
  /** Markdown already. */
  readonly rows: readonly (readonly string[])[];
  readonly weight: number;
}

export function tableSection({ head, heads, rows, weight }: TableRequest): Section {
  const [first = "", second = "", ...body] = markdownTable(heads, rows);
  return { head, lead: [first, second], rows: body.slice(0, rows.length), weight };
}
