// The repair that all rules about references share: other words in place of exactly the id, inside its quotes.

import type { Fix } from "../../findings/finding.ts";
import type { Span } from "../../text/span.ts";
import type { FixContext } from "../rule.ts";

/** No fix where the marked text is not the id as it was read (it was put together, or holds escapes). */
export function replaceId(
  { finding, source }: Pick<FixContext<unknown>, "finding" | "source">,
  id: string,
  newId: string,
  title: string,
): Fix[] {
  const text = source(finding.file)?.text ?? "";
  const span = withoutQuotes(text, finding.span);
  if (text.slice(span.start, span.end) !== id) return [];
  return [{ title, safety: "unsafe", edits: [{ file: finding.file, span, newText: newId }] }];
}

function withoutQuotes(text: string, span: Span): Span {
  const written = text.slice(span.start, span.end);
  return /^(".*"|'.*')$/s.test(written) ? { start: span.start + 1, end: span.end - 1 } : span;
}
