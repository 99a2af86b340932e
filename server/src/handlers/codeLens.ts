// `textDocument/codeLens` and `codeLens/resolve`: a line of counts above each thing. A click shows the places where the
// client can show them.

import { codeLenses, codeLensPlaces } from "@stratkit/core";
import {
  type CodeLens,
  type CodeLensParams,
  CodeLensRequest,
  CodeLensResolveRequest,
} from "vscode-languageserver";
import { asRecord } from "../client.ts";
import { deskFor } from "../desk.ts";
import { handler } from "./handler.ts";

const SHOW_REFERENCES = "stratkit.showReferences";

export const codeLens = handler<CodeLensParams, CodeLens[]>(CodeLensRequest.type, {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  empty: [],
  async handle({ textDocument: { uri } }, { session }) {
    const desk = session.settings.codeLens ? await deskFor(session, uri) : undefined;
    if (desk === undefined) return [];
    const canShow = session.client.commands.has(SHOW_REFERENCES);
    return codeLenses(desk.lookup, desk.path).map(({ span, title }) => ({
      range: desk.range(span),
      ...(canShow ? { data: { uri, title } } : { command: { title, command: "" } }),
    }));
  },
});

export const codeLensResolve = handler<CodeLens, CodeLens | null>(CodeLensResolveRequest.type, {
  capabilities: () => ({}),
  empty: null,
  async handle(lens, { session }) {
    const { uri, title } = asRecord(lens.data);
    if (typeof uri !== "string" || typeof title !== "string") return lens;
    const desk = await deskFor(session, uri);
    const start = desk?.offset(lens.range.start);
    const found = desk && codeLenses(desk.lookup, desk.path).find(({ span }) => span.start === start);
    if (desk === undefined || found === undefined) return { ...lens, command: { title, command: "" } };
    const places = codeLensPlaces(desk.lookup, found.item).map(({ file, span }) => desk.location(file, span));
    const command = places.length === 0 ? "" : SHOW_REFERENCES;
    return { ...lens, command: { title: found.title, command, arguments: [uri, lens.range.start, places] } };
  },
});
