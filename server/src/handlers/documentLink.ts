// `textDocument/documentLink`: addresses, and sources that name a file which is there.

import { documentLinks, type DocumentLink as FoundLink } from "@stratkit/core";
import { type DocumentLink, type DocumentLinkParams, DocumentLinkRequest } from "vscode-languageserver";
import { type Desk, deskFor } from "../desk.ts";
import type { Session } from "../session.ts";
import { uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const documentLink = handler<DocumentLinkParams, DocumentLink[]>(DocumentLinkRequest.type, {
  capabilities: () => ({ documentLinkProvider: {} }),
  empty: [],
  async handle({ textDocument }, { session }) {
    const desk = await deskFor(session, textDocument.uri);
    if (desk === undefined) return [];
    const links = documentLinks(desk.lookup, desk.path).map(async ({ span, target }) => {
      const address = await addressOf(target, desk, session);
      return address === undefined ? [] : [{ range: desk.range(span), target: address }];
    });
    return (await Promise.all(links)).flat();
  },
});

async function addressOf(
  target: FoundLink["target"],
  { root }: Desk,
  session: Session,
): Promise<string | undefined> {
  if (target.kind === "address") return target.address;
  const { path, fragment } = target;
  if (!(await session.hasFile(root, path))) return undefined;
  return uriOf(`${root.key}/${path}`) + (fragment === undefined ? "" : `#${fragment}`);
}
