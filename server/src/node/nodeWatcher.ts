// Watches the folder of a root for clients that cannot do it. Where the system refuses, the caller is told, and looks
// for changes itself.

import { watch } from "node:fs";
import path from "node:path";
import { pathsOf } from "@stratkit/disk";
import type { Watcher } from "../platform.ts";
import { pathOf, type UriKey } from "../uris.ts";

const { slashed } = pathsOf(path);

/** `onChange` gets the key of what changed, or of the root where the system does not say. */
export function watchFolder(root: UriKey, onChange: (key: UriKey) => void, onFailure: () => void): Watcher {
  try {
    const watcher = watch(pathOf(root), { recursive: true }, (_, name) => {
      onChange(name === null ? root : `${root}/${slashed(name)}`);
    });
    watcher.on("error", () => {
      watcher.close();
      onFailure();
    });
    return { close: () => watcher.close() };
  } catch {
    onFailure();
    return { close: () => undefined };
  }
}
