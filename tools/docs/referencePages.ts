// Renders docs/reference: one page for each kind of file and for the settings, from the JSON Schemas, so that the pages
// and the hover texts of an editor never differ.

import { FILE_KINDS } from "../../core/src/model/fileName.ts";
import type { JsonSchema, SchemaSet } from "../../core/src/schema/jsonSchema.ts";
import { anchorOf, code, generatedBy, tableHead, tableRow, yamlInline } from "./markdown.ts";
import { hasKeys, type Resolved, resolve, sayShape } from "./shapes.ts";

const FOLDER = "docs/reference";
const SHARED_PAGE = "shared";

/** Keys that nearly everything has; they are described once, on the page of shared keys. */
const SHARED_KEYS = [
  "description",
  "why",
  "called",
  "label",
  "tags",
  "source",
  "unclear",
  "lead",
  "owner",
  "with",
  "for",
  "partners",
  "aligns-to",
  "governed-by",
  "waive",
  "formerly",
  "retired",
];

/** On which page a shape stands that several kinds of file use. */
const HOMES: Readonly<Record<string, string>> = {
  measure: "measures",
  scope: "measures",
  baseline: "measures",
  comparator: "measures",
  target: "measures",
  spc: "measures",
  rebase: "measures",
  objective: "strategy",
  action: "delivery-plan",
  milestone: "delivery-plan",
  change: "delivery-plan",
  fact: "organisation",
  meaning: "organisation",
  tolerance: "organisation",
  source: SHARED_PAGE,
  waiver: SHARED_PAGE,
  retired: SHARED_PAGE,
};

/** Where the words that may stand in a field are told at length. */
const GUIDES: Readonly<Record<string, string>> = {
  period: "../guides/targets-and-periods.md#periods",
  date: "../guides/targets-and-periods.md#periods",
  start: "../guides/targets-and-periods.md#periods",
  due: "../guides/targets-and-periods.md#periods",
  targets: "../guides/targets-and-periods.md#targets",
};

interface Section {
  readonly heading: string;
  readonly place: Resolved;
}

interface Page {
  readonly name: string;
  readonly schemas: SchemaSet;
  /** Sections of this page, in the order in which they were first met. */
  readonly sections: Section[];
  /** Keys that a table of this page has described already, with that table's heading. */
  readonly described: Map<string, string>;
}

export function referencePages(schemas: SchemaSet): Map<string, string> {
  const pages = new Map<string, string>();
  for (const name of [...FILE_KINDS, "config"]) pages.set(`${FOLDER}/${name}.md`, kindPage(name, schemas));
  pages.set(`${FOLDER}/${SHARED_PAGE}.md`, sharedPage(schemas));
  pages.set(`${FOLDER}/README.md`, overviewPage(schemas));
  return pages;
}

function kindPage(name: string, schemas: SchemaSet): string {
  const root = schemas[name];
  if (root === undefined) throw new Error(`There is no schema for ${name}`);
  const page: Page = { name, schemas, sections: [], described: new Map() };
  const main = keysTable({ schema: root, file: name, definition: undefined }, root.title ?? name, page);
  return (
    generatedBy(`schemas/${name}.schema.json`) +
    `# ${root.title}\n\n${root.description}\n\n` +
    fileNameNote(name) +
    oneOfNote(root) +
    main +
    homeSections(page)
  );
}

function fileNameNote(name: string): string {
  if (name === "config") return "";
  const csv =
    name === "actuals"
      ? " The same values may stand in a table instead, `<id>.actuals.csv`; see [recorded values as CSV](../guides/targets-and-periods.md#recorded-values-as-csv)."
      : "";
  return `A file of this kind is called \`<id>.${name}.yaml\`; the name before the first dot is its id.${csv}\n\n`;
}

/** The schemas say "one of these two keys" by an `anyOf` of lists of required keys. */
function oneOfNote({ anyOf }: JsonSchema): string {
  if (anyOf === undefined) return "";
  const keys = anyOf.flatMap((branch) => branch.required ?? []).map(code);
  return `At least one of ${keys.join(" and ")} is needed.\n\n`;
}

/** Renders the sections that the tables have asked for; doing so may ask for more. */
function homeSections(page: Page): string {
  let text = "";
  for (let index = 0; index < page.sections.length; index += 1) {
    const section = page.sections[index];
    if (section === undefined) break;
    const { title, description } = section.place.schema;
    const intro = description ?? title ?? "";
    text += `## ${section.heading}\n\n${intro}\n\n${keysTable(section.place, section.heading, page)}`;
  }
  return text;
}

function keysTable(place: Resolved, heading: string, page: Page): string {
  const { schema, file } = place;
  const shared: string[] = [];
  const elsewhere: [key: string, heading: string][] = [];
  let rows = "";
  for (const [key, held] of Object.entries(schema.properties ?? {})) {
    const before = page.described.get(key);
    if (isSharedKey(key, held)) shared.push(key);
    else if (before !== undefined && isPlainRef(key, held)) elsewhere.push([key, before]);
    else {
      const field = resolve(held, file, page.schemas);
      const needed = schema.required?.includes(key) === true ? " **needed**" : "";
      rows += tableRow([code(key) + needed, shapeCell(field, page), meaningCell(field, key, page)]);
      if (key !== "title" && isPlainRef(key, held)) page.described.set(key, heading);
    }
  }
  const table = rows === "" ? "" : `${tableHead(["Key", "What may stand there", "Meaning"])}${rows}\n`;
  return table + restNote(place, page) + elsewhereNote(elsewhere) + sharedNote(shared, page);
}

function isSharedKey(key: string, schema: JsonSchema): boolean {
  return SHARED_KEYS.includes(key) && isPlainRef(key, schema);
}

/** A key that a kind describes in words of its own is no plain reference, and stays in its table. */
function isPlainRef(key: string, schema: JsonSchema): boolean {
  return Object.keys(schema).length === 1 && (schema.$ref ?? "").endsWith(`#/$defs/${key}`);
}

function elsewhereNote(keys: readonly (readonly [key: string, heading: string])[]): string {
  const headings = [...new Set(keys.map(([, heading]) => heading))];
  return headings
    .map((heading) => {
      const own = keys.filter(([, of]) => of === heading).map(([key]) => code(key));
      return `As described under [${heading}](#${anchorOf(heading)}): ${own.join(", ")}.\n\n`;
    })
    .join("");
}

function sharedNote(keys: readonly string[], page: Page): string {
  if (keys.length === 0) return "";
  const base = page.name === SHARED_PAGE ? "" : `${SHARED_PAGE}.md`;
  const links = keys.map((key) => `[${code(key)}](${base}#${anchorOf(key)})`);
  return `As nearly everywhere: ${links.join(", ")}. Keys of your own begin with \`x-\`.\n\n`;
}

/** What stands beside the known keys, such as a baseline's value under its period. */
function restNote({ schema, file }: Resolved, page: Page): string {
  if (schema.properties === undefined || typeof schema.additionalProperties !== "object") return "";
  const rest = resolve(schema.additionalProperties, file, page.schemas);
  return `Under any other key stands ${sayShape(rest, page.schemas)}: ${lowerFirst(rest.schema.description ?? "")}\n\n`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function shapeCell(field: Resolved, page: Page): string {
  const guide = GUIDES[field.definition ?? ""];
  const said = sayShape(field, page.schemas);
  const shape = guide === undefined ? said : `[${said}](${guide})`;
  const links = shapesWithin(field, page);
  return links.length === 0 ? shape : `${shape}: ${links.join(", ")}`;
}

/** Links to the sections of the maps that may stand at a place. */
function shapesWithin(field: Resolved, page: Page): string[] {
  if (hasKeys(field)) return [linkTo(field, page)];
  const { schema, file } = field;
  const held = [schema.additionalProperties, schema.items]
    .filter((below): below is JsonSchema => typeof below === "object")
    .map((below) => resolve(below, file, page.schemas));
  return [...new Set(held.flatMap((below) => shapesWithin(below, page)))];
}

function linkTo(place: Resolved, page: Page): string {
  const shared = place.file === "common" ? page.schemas.common?.$defs?.[place.definition ?? ""] : undefined;
  const heading = (shared ?? place.schema).title ?? "";
  const home = place.file === "common" ? HOMES[place.definition ?? ""] : page.name;
  if (home === undefined) throw new Error(`The shape ${place.definition} has no page; give it one in HOMES`);
  if (home !== page.name) return `[${heading}](${home}.md#${anchorOf(heading)})`;
  const known = page.sections.find((section) => section.place.schema.properties === place.schema.properties);
  if (known !== undefined) return `[${known.heading}](#${anchorOf(known.heading)})`;
  const twin = page.sections.some((section) => section.heading === heading);
  if (twin) throw new Error(`Two shapes of ${page.name} are called "${heading}"; give one another title`);
  page.sections.push({ heading, place });
  return `[${heading}](#${anchorOf(heading)})`;
}

function meaningCell(field: Resolved, key: string, page: Page): string {
  const { schema } = field;
  const words = Object.entries(wordsOf(field, page)).map(
    ([word, meaning]) => `<br>${code(word)}: ${meaning}`,
  );
  const examples = (schema.examples ?? [])
    .slice(0, 4)
    .map((example) => code(`${key}: ${yamlInline(example)}`));
  const fallback =
    schema.default === undefined || /\bwithout (one|it)\b/i.test(schema.description ?? "")
      ? ""
      : ` Without it: ${code(yamlInline(schema.default))}.`;
  return [
    `${schema.title === undefined ? "" : `**${schema.title}.** `}${schema.description ?? ""}${fallback}`,
    ...words,
    ...(examples.length === 0 ? [] : [`<br>Such as ${examples.join(", ")}`]),
  ].join("");
}

/** The words that may stand at a place, or in the list or map there. */
function wordsOf({ schema, file }: Resolved, page: Page): Readonly<Record<string, string>> {
  const within = [schema, schema.additionalProperties, schema.items]
    .filter((one): one is JsonSchema => typeof one === "object")
    .map((one) => resolve(one, file, page.schemas).schema["x-words"]);
  return within.find((words) => words !== undefined) ?? {};
}

function sharedPage(schemas: SchemaSet): string {
  const common = schemas.common;
  if (common === undefined) throw new Error("There is no schema of shared definitions");
  const page: Page = { name: SHARED_PAGE, schemas, sections: [], described: new Map() };
  const sections = SHARED_KEYS.map((key) => {
    const field = resolve({ $ref: `common.schema.json#/$defs/${key}` }, "common", schemas);
    const shape = shapeCell(field, page);
    return `## ${key}\n\n${shape.charAt(0).toUpperCase()}${shape.slice(1)}.\n\n${meaningCell(field, key, page).replaceAll("<br>", "\n\n")}\n\n`;
  });
  return (
    generatedBy("schemas/common.schema.json") +
    "# Shared keys\n\nKeys that nearly everything may have: a strategy, an aim, an objective, a measure, an action. They mean the same everywhere.\n\n" +
    sections.join("") +
    homeSections(page)
  );
}

function overviewPage(schemas: SchemaSet): string {
  const rows = [...FILE_KINDS].map((kind) =>
    tableRow([
      `[${schemas[kind]?.title}](${kind}.md)`,
      code(`<id>.${kind}.yaml`),
      schemas[kind]?.description ?? "",
    ]),
  );
  return (
    generatedBy("schemas/*.schema.json") +
    "# Reference of files\n\nA workspace is a folder of small files. The end of a file's name says what kind it is; every other file is left alone.\n\n" +
    tableHead(["Kind", "File name", "What it holds"]) +
    rows.join("") +
    tableRow(["[Settings](config.md)", "`stratkit.config.yaml`", schemas.config?.description ?? ""]) +
    "\nKeys that nearly everything may have stand on the page of [shared keys](shared.md). " +
    "How targets and periods are written stands in [targets and periods](../guides/targets-and-periods.md).\n\n" +
    "`npx stratkit schema strategy` prints the JSON Schema of a kind, for editors and other programs.\n"
  );
}
