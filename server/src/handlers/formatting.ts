// `textDocument/formatting` and `textDocument/rangeFormatting`: what `stratkit fmt` does, when somebody asks for it.

import { format } from "@stratkit/core";
import {
  type DocumentFormattingParams,
  DocumentFormattingRequest,
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from "vscode-languageserver";
import { deskFor } from "../desk.ts";
import { handler } from "./handler.ts";

export const formatting = handler<DocumentFormattingParams, TextEdit[]>(DocumentFormattingRequest.type, {
  capabilities: () => ({ documentFormattingProvider: true }),
  empty: [],
  async handle({ textDocument }, { session }) {
    const desk = await deskFor(session, textDocument.uri);
    return desk === undefined ? [] : format(desk.source).map(desk.edit);
  },
});

export const rangeFormatting = handler<DocumentRangeFormattingParams, TextEdit[]>(
  DocumentRangeFormattingRequest.type,
  {
    capabilities: () => ({ documentRangeFormattingProvider: true }),
    empty: [],
    async handle({ textDocument, range }, { session }) {
      const desk = await deskFor(session, textDocument.uri);
      return desk === undefined ? [] : format(desk.source, desk.span(range)).map(desk.edit);
    },
  },
);
