// `textDocument/selectionRange`: word, text, pair, item, its map, parents, file.

import { selectionRanges } from "@stratkit/core";
import { type SelectionRange, type SelectionRangeParams, SelectionRangeRequest } from "vscode-languageserver";
import { deskFor } from "../desk.ts";
import { handler } from "./handler.ts";

export const selectionRange = handler<SelectionRangeParams, SelectionRange[] | null>(
  SelectionRangeRequest.type,
  {
    capabilities: () => ({ selectionRangeProvider: true }),
    empty: null,
    async handle({ textDocument, positions }, { session }) {
      const desk = await deskFor(session, textDocument.uri);
      if (desk === undefined) return null;
      return positions.map((position): SelectionRange => {
        const ranges = selectionRanges(desk.source, desk.offset(position)).map((span) => desk.range(span));
        const nested = ranges.reduceRight<SelectionRange | undefined>(
          (parent, range) => (parent === undefined ? { range } : { range, parent }),
          undefined,
        );
        return nested ?? { range: { start: position, end: position } };
      });
    },
  },
);
