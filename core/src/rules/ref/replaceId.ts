// The repair that all rules about references share: other words in place of exactly the id, inside its quotes.

import { hasSibling } from "../../edit/replaceText.ts";
import type { Fix } from "../../findings/finding.ts";
import { findCursor } from "../../syntax/cursor.ts";
import type { Span } from "../../text/span.ts";
import type { FixContext } from "../rule.ts";

/**
 * No fix where the marked text is not the id as it was read (it was put together, or holds escapes), nor where it is a key
 * and the new id stands beside it.
 */
export function replaceId(
  { finding, source }: Pick<FixContext<unknown>, "finding" | "source">,
  id: string,
  newId: string,
  title: string,
): Fix[] {
  const file = source(finding.file);
  if (file === undefined) return [];
  const span = withoutQuotes(file.text, finding.span);
  if (file.text.slice(span.start, span.end) !== id) return [];
  const { on, path } = findCursor(file, span.start);
  if (on === "key" && hasSibling(file, path, newId)) return [];
  return [{ title, safety: "unsafe", edits: [{ file: finding.file, span, newText: newId }] }];
}

function withoutQuotes(text: string, span: Span): Span {
  const written = text.slice(span.start, span.end);
  return /^(".*"|'.*')$/s.test(written) ? { start: span.start + 1, end: span.end - 1 } : span;
}
