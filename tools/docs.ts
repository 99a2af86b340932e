// Writes the generated pages below docs/: the rules and the reference of files; the outputs that the
// guides show; the picture of the front page. `npm run docs` runs it; a test compares its pages with the files.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderGuides } from "./docs/guidePages.ts";
import { docsPages, generatedFiles } from "./docs/pages.ts";
import { PICTURE_PATH, renderPicture } from "./docs/picture.ts";
import { ROOT } from "./docs/sources.ts";

const pages = await docsPages();
for (const path of generatedFiles()) {
  if (!pages.has(path)) rmSync(join(ROOT, path));
}
for (const [path, text] of pages) writeIfChanged(join(ROOT, path), text);
writeIfChanged(join(ROOT, PICTURE_PATH), await renderPicture());
for (const { path, text, problems } of await renderGuides()) {
  writeIfChanged(join(ROOT, path), text);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

function writeIfChanged(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    // It is not there yet.
  }
  writeFileSync(path, text);
}
