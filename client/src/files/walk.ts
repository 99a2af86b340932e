// Finds files by walking folders, for file systems that cannot search.

import { FileType, Uri, workspace } from "vscode";

/** Beyond this many entries the answer is partial, and says so. */
const MOST_ENTRIES = 5000;
/** Never part of a strategy, and often large. */
const LEFT_OUT = new Set([".git", "node_modules"]);

export async function walk(
  root: Uri,
  patterns: readonly string[],
): Promise<{ readonly uris: readonly string[]; readonly partial?: boolean }> {
  const isWanted = matcherOf(patterns);
  const uris: string[] = [];
  const folders = [root];
  let seen = 0;
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const [name, type] of await listFolder(folder)) {
      seen += 1;
      if (seen > MOST_ENTRIES) return { uris, partial: true };
      const uri = Uri.joinPath(folder, name);
      if ((type & FileType.Directory) !== 0) {
        // A link may lead back to where it stands.
        if ((type & FileType.SymbolicLink) === 0 && !LEFT_OUT.has(name)) folders.push(uri);
      } else if (isWanted(name)) {
        uris.push(uri.toString());
      }
    }
  }
  return { uris };
}

/** A folder that cannot be read holds nothing for us. */
async function listFolder(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Patterns of names, as the server sends them: `*` for anything, `{a,b}` for either. */
function matcherOf(patterns: readonly string[]): (name: string) => boolean {
  const sources = patterns.map((pattern) =>
    pattern
      .replace(/[.+^$()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(",", "|")})`),
  );
  const known = new RegExp(`^(?:${sources.join("|")})$`);
  return (name) => known.test(name);
}
