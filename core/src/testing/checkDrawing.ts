// What must hold of every drawing, whatever it draws: nothing that runs, nothing without a name, tables that can be read
// aloud, headings in order, and a place for each thing.

import assert from "node:assert/strict";
import { createLookup, type Lookup } from "../lookup/lookup.ts";
import { drawPanel, type Panel, type PanelDrawing } from "../report/page/panel.ts";
import { analyse } from "../workspace/analyse.ts";
import { analyseFixture, type CheckOptions, testEngine } from "./checkFindings.ts";
import { exampleWorkspace } from "./exampleWorkspace.ts";
import { findTags, readHtml, type Tag, tagsIn, textIn } from "./readHtml.ts";

export interface Drawn extends PanelDrawing {
  readonly page: Tag;
  readonly lookup: Lookup;
}

export function lookUpExample(name: string): Lookup {
  return createLookup(analyse(exampleWorkspace(name), testEngine));
}

export function drawFixture(fixture: string, panel: Panel, options: CheckOptions = {}): Drawn {
  return drawFrom(createLookup(analyseFixture(fixture, options)), panel);
}

/** Draws, and checks what must hold of every drawing. */
export function drawFrom(
  lookup: Lookup,
  panel: Panel,
  more: { strategy?: string; year?: string } = {},
): Drawn {
  const drawing = drawPanel(lookup, { panel, isWhole: true, ...more });
  const page = readHtml(drawing.html);
  checkMarkup(page);
  checkTargets(page, drawing, lookup);
  return { ...drawing, page, lookup };
}

const TAGS = new Set(
  "a bdi caption dd div dl dt h2 h3 h4 h5 h6 header input label li ol p section span svg symbol path circle rect use table tbody td th thead tr ul".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "aria-hidden aria-label class colspan cx cy d data-gap data-target fill fill-rule focusable height href id preserveAspectRatio r role rx scope stroke stroke-dasharray stroke-linejoin stroke-width type viewBox width x y".split(
    " ",
  ),
);

/** A closed list: whatever an author writes, no other tag or attribute comes out. */
export function checkMarkup(page: Tag): void {
  const ids: string[] = [];
  for (const tag of tagsIn(page)) {
    assert.ok(TAGS.has(tag.name), `<${tag.name}>`);
    for (const [name, value] of tag.attributes) {
      assert.ok(ATTRIBUTES.has(name), `${name} on <${tag.name}>`);
      if (name === "href") assert.match(value, /^#sk-shape-[\w-]+$/);
      if (name === "id") ids.push(value);
    }
  }
  assert.equal(new Set(ids).size, ids.length, "ids stand once");
  const hrefs = findTags(page, "use").map((tag) => tag.attributes.get("href")?.slice(1) ?? "");
  for (const href of hrefs) assert.ok(ids.includes(href), `no form ${href}`);
  checkHeadings(page);
  for (const table of findTags(page, "table")) checkTable(table);
}

function checkHeadings(page: Tag): void {
  const levels = tagsIn(page).flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name[1])] : []));
  for (const [at, level] of levels.entries())
    assert.ok(level <= (levels[at - 1] ?? 1) + 1, `h${level} after h${levels[at - 1]}`);
}

/** Every cell has a head of its column, every row a head of its own or of its group. */
function checkTable(table: Tag): void {
  assert.equal(findTags(table, "caption").length, 1);
  const columns = findTags(table, "thead").flatMap((head) => findTags(head, "th"));
  assert.ok(columns.length > 0);
  for (const head of columns) assert.equal(head.attributes.get("scope"), "col");
  for (const group of findTags(table, "tbody")) {
    const rows = findTags(group, "tr");
    assert.ok(rows.length > 0, "a group without rows");
    const hasGroupHead = findTags(group, "th").some((head) => head.attributes.get("scope") === "rowgroup");
    for (const row of rows) {
      const cells = tagsIn(row).filter(({ name }) => name === "th" || name === "td");
      const width = cells.reduce((sum, cell) => sum + Number(cell.attributes.get("colspan") ?? 1), 0);
      assert.equal(width, columns.length, textIn(row));
      const isNamed = cells.some(({ name, attributes }) => name === "th" && attributes.has("scope"));
      assert.ok(isNamed || hasGroupHead, `nothing names the row: ${textIn(row)}`);
    }
  }
  for (const tag of tagsIn(table).filter(({ name }) => /^(t[rdh]|tbody|thead)$/.test(name)))
    assert.ok(tag.attributes.has("role"), `<${tag.name}> loses its meaning when it becomes a box`);
}

function checkTargets(page: Tag, { targets }: PanelDrawing, lookup: Lookup): void {
  const drawn = tagsIn(page).flatMap((tag) => tag.attributes.get("data-target") ?? []);
  assert.deepEqual([...new Set(drawn)].sort(), [...targets.keys()].sort());
  for (const [name, item] of targets) {
    assert.equal(name, `${item.kind}:${item.id}`);
    const { file, name: key, whole } = lookup.placeOf(item);
    assert.ok(lookup.sourceOf(file) !== undefined, file);
    assert.ok(whole.end > whole.start && key.end <= whole.end, name);
  }
  for (const tag of findTags(page, "a")) assert.notEqual(textIn(tag), "", "a name without a word");
}
