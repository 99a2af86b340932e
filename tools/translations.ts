// Writes client/l10n/bundle.l10n.json: every sentence of the extension that can be translated, as translators get it.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CLIENT = fileURLToPath(new URL("../client", import.meta.url));
export const BUNDLE = join(CLIENT, "l10n/bundle.l10n.json");

/** Throws where a sentence is put together in code, because it could not be translated. */
export function translationsOf(folder: string): string {
  const sentences = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    const source = readFileSync(join(folder, name), "utf8");
    for (const [, literal] of source.matchAll(/\bl10n\.t\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')?/g)) {
      if (literal === undefined) throw new Error(`${name}: what l10n.t is given must be one literal text`);
      sentences.add(unquote(literal));
    }
  }
  const sorted = Object.fromEntries([...sentences].sort().map((sentence) => [sentence, sentence]));
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}

function unquote(literal: string): string {
  const inner = literal.slice(1, -1).replaceAll("\\'", "'");
  return JSON.parse(`"${literal.startsWith("'") ? inner.replaceAll('"', '\\"') : inner}"`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(CLIENT, "l10n"), { recursive: true });
  writeFileSync(BUNDLE, translationsOf(join(CLIENT, "src")));
}
