// `textDocument/foldingRange`: what can be folded away.

import { foldingRanges } from "@stratkit/core";
import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  FoldingRangeRequest,
} from "vscode-languageserver";
import { deskFor } from "../desk.ts";
import { handler } from "./handler.ts";

export const foldingRange = handler<FoldingRangeParams, FoldingRange[]>(FoldingRangeRequest.type, {
  capabilities: () => ({ foldingRangeProvider: true }),
  empty: [],
  async handle({ textDocument }, { session }) {
    const desk = await deskFor(session, textDocument.uri);
    if (desk === undefined) return [];
    const declared = session.client.capabilities.textDocument?.foldingRange;
    return foldingRanges(desk.source, declared?.rangeLimit).map(({ span, kind }) => {
      const { start, end } = desk.range(span);
      const characters =
        declared?.lineFoldingOnly === true
          ? {}
          : { startCharacter: start.character, endCharacter: end.character };
      const comment = kind === "comment" ? { kind: FoldingRangeKind.Comment } : {};
      return { startLine: start.line, endLine: end.line, ...characters, ...comment };
    });
  },
});
