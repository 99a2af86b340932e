// `workspace/symbol`: things of all roots by id or by words of their titles.

import { workspaceSymbols } from "@stratkit/core";
import {
  type SymbolInformation,
  type WorkspaceSymbolParams,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { writingFor } from "../desk.ts";
import { toLocation, toSymbolKind } from "../toLsp.ts";
import { handler } from "./handler.ts";

export const workspaceSymbol = handler<WorkspaceSymbolParams, SymbolInformation[]>(
  WorkspaceSymbolRequest.type,
  {
    capabilities: () => ({ workspaceSymbolProvider: true }),
    empty: [],
    async handle({ query }, { session }) {
      const views = await Promise.all(session.roots.map((root) => session.lookAt(root)));
      const lookups = views.map(({ root, analysis }) => root.lookup(analysis));
      const writings = new Map(
        views.map(({ root, analysis }, index) => [lookups[index], writingFor(session, root, analysis)]),
      );
      return workspaceSymbols(lookups, query).flatMap(({ lookup, item, name, detail, file, span }) => {
        const writing = writings.get(lookup);
        if (writing === undefined) return [];
        const location = toLocation(writing, file, span);
        return [{ name, containerName: detail, kind: toSymbolKind(item.kind), location }];
      });
    },
  },
);
