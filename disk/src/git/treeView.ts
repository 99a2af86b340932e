// Paths of a commit's files as a tree in which links are followed.

export interface TreeNode {
  readonly kind: "file" | "link" | "submodule";
  /** Of the object that holds its content. */
  readonly id: string;
}

export type Found =
  | { readonly kind: "file" | "submodule"; readonly path: string; readonly id: string }
  | { readonly kind: "folder"; readonly path: string; readonly names: readonly string[] };

export interface TreeView {
  /** What stands at a path behind all links, with its own path; undefined where nothing does. */
  find(path: string): Found | undefined;
  isLink(path: string): boolean;
}

/** As many as systems follow before they take it for a circle. */
const MOST_LINKS = 40;

/** `targetOf` gives the text of a link by its id. */
export function viewTree(
  nodes: ReadonlyMap<string, TreeNode>,
  targetOf: (id: string) => string | undefined,
): TreeView {
  const folders = foldersOf(nodes.keys());
  return {
    find: (path) => follow(path, MOST_LINKS),
    isLink: (path) => nodes.get(path)?.kind === "link",
  };

  /** Name by name, for any of them may be a link. */
  function follow(path: string, links: number): Found | undefined {
    const steps = path.split("/").filter((step) => step !== "" && step !== ".");
    let at = "";
    for (const [index, step] of steps.entries()) {
      if (step === "..") {
        if (at === "") return undefined;
        at = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : "";
        continue;
      }
      if (!folders.has(at)) return undefined;
      const next = at === "" ? step : `${at}/${step}`;
      const node = nodes.get(next);
      if (node?.kind === "link") {
        const target = targetOf(node.id);
        // An absolute one leads out of the commit.
        if (target === undefined || target === "" || /^([/\\]|[A-Za-z]:)/.test(target) || links === 0)
          return undefined;
        return follow([at, target, ...steps.slice(index + 1)].join("/"), links - 1);
      }
      at = next;
    }
    const node = nodes.get(at);
    if (node !== undefined && node.kind !== "link") return { kind: node.kind, path: at, id: node.id };
    const names = folders.get(at);
    return names === undefined ? undefined : { kind: "folder", path: at, names: [...names] };
  }
}

/** Each folder with the names of what it holds. */
function foldersOf(paths: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>([["", new Set()]]);
  for (const path of paths) {
    let rest = path;
    for (;;) {
      const slash = rest.lastIndexOf("/");
      const folder = slash < 0 ? "" : rest.slice(0, slash);
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names);
      const name = rest.slice(slash + 1);
      if (names.has(name)) break;
      names.add(name);
      if (folder === "") break;
      rest = folder;
    }
  }
  return folders;
}
