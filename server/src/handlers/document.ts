// `stratkit/document`: what a document is to the server, for the line that an editor shows of it.

import { aboutFile } from "@stratkit/core";
import { type DocumentParams, DocumentRequest, type DocumentResult } from "../messages.ts";
import { keyOf, pathBelow, uriOf } from "../uris.ts";
import { handler } from "./handler.ts";

export const document = handler<DocumentParams, DocumentResult>(DocumentRequest, {
  capabilities: () => ({}),
  empty: { state: "unknown" },
  async handle({ uri }, { session }) {
    const key = keyOf(uri);
    // Of a file that is opened alone the root is found first.
    await session.look(uri);
    const root = session.rootOf(key);
    const path = root === undefined ? undefined : pathBelow(root.key, key);
    if (root === undefined || path === undefined) return { state: "unknown" };
    const { analysis, isWhole } = await session.lookAt(root);
    const { coverage, ...about } = aboutFile(analysis, path);
    const isKnown = analysis.files.has(path);
    return {
      root: uriOf(root.key),
      state: isKnown ? "known" : about.recognised === undefined ? "unknown" : "ignored",
      ...about,
      ...(coverage === undefined || !isWhole ? {} : { coverage }),
    };
  },
});
