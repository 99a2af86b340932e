// Repairs a reference to a measure that does not exist by defining it: in place, in a library, in a new library.

import { insertKeys, type NewKey } from "../../edit/insertKeys.ts";
import type { Fix } from "../../findings/finding.ts";
import { itemsOf, type StrategyModel, targetsOf } from "../../link/model.ts";
import type { NotFoundFacts } from "../../link/refusals.ts";
import { baseName, folderOf, isItemId } from "../../model/fileName.ts";
import { type Item, type ItemKind, keyIn } from "../../model/items.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { TextEdit } from "../../text/edits.ts";
import type { FixContext } from "../rule.ts";

const MEASURE_KEYS = ["measures", "moves", "when", "trajectory", "actuals", "parts", "report-measures"];

export function defineMeasure(context: FixContext<NotFoundFacts>): readonly Fix[] {
  const { facts } = context;
  if (!MEASURE_KEYS.includes(facts.referenceKey) || !isItemId(facts.text)) return [];
  return [...defineHere(context), ...defineInLibrary(context)];
}

/** In a map of definitions, an entry without a value refers; with a title it defines. */
function defineHere({ finding, facts, model, source }: FixContext<NotFoundFacts>): Fix[] {
  if (facts.referenceKey !== "measures" || finding.entity === undefined) return [];
  const holder = model.byKey.get(keyIn(finding.entity.kind as ItemKind, finding.entity.id));
  const reference = holder?.references.find(
    ({ key, on, text }) => key === "measures" && on === "key" && text === facts.text,
  );
  const file = source(finding.file);
  if (holder?.file !== finding.file || reference === undefined || file === undefined) return [];
  const edit = insertKeys(file, reference.path, [titleKey(facts.text)]);
  if (edit === undefined) return [];
  const title = `Define measure "${facts.text}" here`;
  return [{ title, safety: "unsafe", edits: [{ file: finding.file, ...edit }] }];
}

function defineInLibrary({ finding, facts, model, source }: FixContext<NotFoundFacts>): Fix[] {
  const path = libraryNear(finding.file, model);
  if (path === undefined) return [createLibrary(finding.file, facts.text)];
  const file = source(path);
  const edit = file === undefined ? undefined : define(file, facts.text);
  if (edit === undefined) return [];
  const title = `Define measure "${facts.text}" in ${baseName(path)}`;
  return [{ title, safety: "unsafe", edits: [{ file: path, ...edit }] }];
}

/** Its id may stand there already, with nothing behind it. */
function define(library: SourceFile, id: string): TextEdit | undefined {
  const title = [titleKey(id)];
  return (
    insertKeys(library, ["measures"], [{ key: id, value: title }]) ??
    insertKeys(library, ["measures", id], title)
  );
}

function createLibrary(beside: string, id: string): Fix {
  const folder = folderOf(beside);
  const name = `${id}.measures.yaml`;
  return {
    title: `Create ${name}`,
    safety: "unsafe",
    edits: [],
    createFile: {
      path: folder === "" ? name : `${folder}/${name}`,
      text: `measures:\n  ${id}:\n    title: ${titleFor(id)}\n`,
    },
  };
}

/** The library that the file's own references lead to most often, else the first of the workspace. */
function libraryNear(file: string, model: StrategyModel): string | undefined {
  const libraries = itemsOf(model, "measures").map((item) => item.file);
  const uses = new Map(libraries.map((library) => [library, 0]));
  const own = model.summaries.find((summary) => summary.file === file)?.items ?? [];
  for (const to of own.flatMap((item) => targetsOf(model, item))) {
    const count = uses.get(to.file);
    if (isMeasure(to) && count !== undefined) uses.set(to.file, count + 1);
  }
  return libraries.sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))[0];
}

function isMeasure(item: Item): boolean {
  return item.kind === "measure" || item.kind === "scope";
}

function titleKey(id: string): NewKey {
  return { key: "title", value: titleFor(id) };
}

/** `sickness-days` becomes `Sickness days`, in quotes where YAML would read another thing than text. */
function titleFor(id: string): string {
  const words = id.replaceAll("-", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return /^(true|false|null)$/i.test(title) ? `"${title}"` : title;
}
