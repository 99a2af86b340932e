// All generated pages as texts by their path, and which generated pages stand in the folder now.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHANGES_PAGE, changesPage } from "./changesPage.ts";
import { referencePages } from "./referencePages.ts";
import { rulePages } from "./rulePages.ts";
import { markdownFiles, ROOT, readSchemas } from "./sources.ts";

/** Paths relative to the project's root, with `/`. */
export async function docsPages(): Promise<Map<string, string>> {
  return new Map([...(await rulePages()), ...referencePages(readSchemas()), [CHANGES_PAGE, changesPage()]]);
}

/** Pages that say in their first line that they are generated. */
export function generatedFiles(): string[] {
  return markdownFiles().filter((path) =>
    readFileSync(join(ROOT, path), "utf8").startsWith("<!-- Made by tools/docs.ts"),
  );
}
