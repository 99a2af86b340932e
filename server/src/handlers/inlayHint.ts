// `textDocument/inlayHint`: titles behind references, dates behind periods.

import { inlayHints } from "@stratkit/core";
import { type InlayHint, type InlayHintParams, InlayHintRequest } from "vscode-languageserver";
import { deskFor } from "../desk.ts";
import { toPosition } from "../toLsp.ts";
import { handler } from "./handler.ts";

export const inlayHint = handler<InlayHintParams, InlayHint[]>(InlayHintRequest.type, {
  capabilities: () => ({ inlayHintProvider: true }),
  empty: [],
  async handle({ textDocument, range }, { session }) {
    const desk = await deskFor(session, textDocument.uri);
    if (desk === undefined) return [];
    const { inlayTitles, inlayPeriods } = session.settings;
    return inlayHints(desk.lookup, desk.path, desk.span(range))
      .filter(({ kind }) => (kind === "title" ? inlayTitles : inlayPeriods))
      .map(({ offset, text, target }) => ({
        position: toPosition(desk.source, offset, desk.client.encoding),
        label:
          target === undefined ? text : [{ value: text, location: desk.location(target.file, target.span) }],
        paddingLeft: true,
      }));
  },
});
