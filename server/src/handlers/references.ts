// `textDocument/references`: every place of the root where a thing is meant.

import { references as findReferences } from "@stratkit/core";
import { type Location, type ReferenceParams, ReferencesRequest } from "vscode-languageserver";
import { deskFor } from "../desk.ts";
import { handler } from "./handler.ts";

export const references = handler<ReferenceParams, Location[]>(ReferencesRequest.type, {
  capabilities: () => ({ referencesProvider: true }),
  empty: [],
  async handle({ textDocument, position, context }, { session }) {
    const desk = await deskFor(session, textDocument.uri);
    if (desk === undefined) return [];
    const include = context.includeDeclaration ? "with-definition" : "references-only";
    const places = findReferences(desk.lookup, desk.path, desk.offset(position), include);
    return places.map(({ file, span }) => desk.location(file, span));
  },
});
