// The nearest id to a text that is none: lower-case words and digits joined by single dashes.

import { isReservedName } from "../text/reservedNames.ts";

/** Undefined where nothing is left to make an id of, or a file cannot be called so. Ids of items begin with a letter, those of files need not. */
export function slugOf(text: string, of: "item" | "file"): string | undefined {
  const dashed = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    // Words that were run together: patientFlow, HTMLPage.
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1-$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1-$2")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/&/g, "-and-")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const slug = of === "file" ? dashed : dashed.replace(/^[0-9-]+/, "");
  return slug === "" || (of === "file" && isReservedName(slug)) ? undefined : slug;
}
