// Skeletons of new files: only what a file of the kind must have is written; the rest is for the author.

import { type Field, newKeys } from "../edit/fields.ts";
import { blockLines } from "../edit/insertKeys.ts";
import { quoteText } from "../edit/quote.ts";
import type { Refused } from "../findings/refused.ts";
import { fittedTemplate } from "../lookup/fittedTemplate.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayIllFormed, sayTaken } from "../lookup/sayId.ts";
import { takenId } from "../lookup/takenId.ts";
import { type FileKind, isFileId } from "../model/fileName.ts";
import { slugOf } from "../schema/slug.ts";
import { smallestTemplate } from "../schema/templates.ts";
import { isReservedName, sayReserved } from "../text/reservedNames.ts";

export interface NewFileRequest {
  readonly title?: string;
  /** Without it, one is made of the title. */
  readonly id?: string;
  /** Folder in the workspace; its root where left out. */
  readonly folder?: string;
  /** What the file holds in place of the kind's usual skeleton, behind the title. */
  readonly fields?: readonly Field[];
}

export interface NewFile {
  readonly id: string;
  readonly createFile: { readonly path: string; readonly text: string };
}

/** Nothing that exists is overwritten. */
export function newFile(lookup: Lookup, kind: FileKind, request: NewFileRequest): NewFile | Refused {
  const { title, fields, folder = "" } = request;
  const id = request.id ?? slugOf(title ?? DEFAULT_IDS[kind], "file");
  const refused = refuseFileId(lookup, kind, id ?? title ?? "", folder);
  if (id === undefined || refused !== undefined)
    return { refused: refused ?? sayIllFormed(title ?? "", "file") };
  const text =
    fields === undefined ? withTitle(skeleton(lookup, kind), title) : textOf(titled(title, fields));
  return { id, createFile: { path: pathOf(kind, id, folder), text } };
}

/** Why a file of the kind cannot have this id, in one sentence. */
export function refuseFileId(lookup: Lookup, kind: FileKind, id: string, folder = ""): string | undefined {
  if (!isFileId(id)) return sayIllFormed(id, "file");
  if (isReservedName(id)) return sayReserved(id);
  // Nothing refers to a library or to recorded values, so their files may share a name in two folders.
  const repeats = kind === "measures" || kind === "actuals";
  const taken = repeats ? undefined : takenId(lookup.model, kind, id);
  if (taken !== undefined) return sayTaken(lookup, id, taken);
  const path = pathOf(kind, id, folder);
  const isThere = lookup.analysis.workspace.files.has(path);
  return isThere ? `The file ${path} exists already: choose another id` : undefined;
}

function pathOf(kind: FileKind, id: string, folder: string): string {
  return `${folder === "" ? "" : `${folder}/`}${id}.${kind}.yaml`;
}

const DEFAULT_IDS: Readonly<Record<FileKind, string>> = {
  organisation: "our-organisation",
  strategy: "our-strategy",
  measures: "our-measures",
  "enabler-strategy": "our-enabler-strategy",
  "delivery-plan": "our-plan",
  actuals: "our-values",
  "progress-report": "our-progress",
};

function skeleton(lookup: Lookup, kind: FileKind): string {
  const { asOf } = lookup.analysis.workspace;
  return fittedTemplate(smallestTemplate(kind), { model: lookup.model, asOf });
}

/** The title is the template's own where none is given; a file that has none gets it first. */
function withTitle(template: string, title: string | undefined): string {
  if (title === undefined) return template;
  const line = `title: ${quoteText(title)}\n`;
  return /^title: .*\n/.test(template) ? template.replace(/^title: .*\n/, () => line) : line + template;
}

function titled(title: string | undefined, fields: readonly Field[]): readonly Field[] {
  return title === undefined ? fields : [{ key: "title", value: title }, ...fields];
}

function textOf(fields: readonly Field[]): string {
  return blockLines(newKeys(fields, "block"), 0, { eol: "\n", step: 2 })
    .map((line) => `${line}\n`)
    .join("");
}
