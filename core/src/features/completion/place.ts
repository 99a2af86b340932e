// The cursor's place with all that the workspace knows about it: schema, model, the thing on which it stands.

import { resolveContext } from "../../link/context.ts";
import type { StrategyModel } from "../../link/model.ts";
import { indexNames, type NameIndex, patchNames } from "../../link/names.ts";
import type { ResolveContext } from "../../link/resolve.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { type FileKind, parseFileName } from "../../model/fileName.ts";
import { type FileSummary, type Item, keyOf } from "../../model/items.ts";
import { project } from "../../model/project/project.ts";
import type { SchemaSet } from "../../schema/jsonSchema.ts";
import { type Spot, spotsTo } from "../../schema/spots.ts";
import type { Analysis } from "../../workspace/analyse.ts";
import type { Cursor } from "./cursor.ts";

export interface Place {
  readonly lookup: Lookup;
  readonly analysis: Analysis;
  readonly model: StrategyModel;
  readonly schemas: SchemaSet;
  readonly kind: FileKind | "config";
  readonly cursor: Cursor;
  /** From the file to the cursor's map or value. */
  readonly spots: readonly Spot[];
  /** The thing on which the cursor stands, as the throwaway copy has it; undefined in the config. */
  readonly holder?: Item;
  /** The same thing in the linked workspace, else the file's own. */
  readonly known?: Item;
  readonly names: ResolveContext;
}

export function placeOf(lookup: Lookup, kind: Place["kind"], cursor: Cursor): Place {
  const { analysis, model } = lookup;
  const { schemas } = analysis.engine.schemas;
  const name = parseFileName(cursor.source.path);
  const isCopy = cursor.source !== cursor.original;
  const summary =
    name === undefined
      ? undefined
      : isCopy
        ? project(cursor.source, name)
        : analysis.files.get(cursor.source.path)?.summary;
  const holder = nearest(summary?.items ?? [], cursor);
  const known = holder === undefined ? undefined : knownOf(model, holder, summary);
  return {
    lookup,
    analysis,
    model,
    schemas,
    kind,
    cursor,
    spots: spotsTo(schemas, kind, cursor.source, cursor.path),
    ...(holder === undefined ? {} : { holder }),
    ...(known === undefined ? {} : { known }),
    names: resolveContext(isCopy ? indexOf(lookup, summary) : model.names, []),
  };
}

function nearest(items: readonly Item[], { path }: Cursor): Item | undefined {
  return items
    .filter((item) => item.path.length <= path.length && item.path.every((step, at) => path[at] === step))
    .reduce<Item | undefined>(
      (best, item) => (best === undefined || item.path.length >= best.path.length ? item : best),
      undefined,
    );
}

function knownOf(model: StrategyModel, holder: Item, summary: FileSummary | undefined): Item | undefined {
  const [file] = summary?.items ?? [];
  return model.byKey.get(keyOf(holder)) ?? (file === undefined ? undefined : model.byKey.get(keyOf(file)));
}

/** The copy's own names go before those of the file as it stands, unless the copy cannot be read whole either. */
function indexOf({ model, summaryOf }: Lookup, summary: FileSummary | undefined): NameIndex {
  const known = summary && summaryOf(summary.file);
  if (summary === undefined || summary.damaged) return model.names;
  const patched = known === undefined ? undefined : patchNames(model.names, { before: known, now: summary });
  if (patched !== undefined) return patched;
  return indexNames([...model.summaries.filter((other) => other !== known), summary]);
}
