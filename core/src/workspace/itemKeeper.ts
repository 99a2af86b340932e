// Keeps what files say of their items, but for names and titles, only of the files that were looked at last: of a large
// workspace few are, and their texts are there to be read again.

import { parseFileName } from "../model/fileName.ts";
import type { Item } from "../model/items.ts";
import type { ItemSource } from "../model/lightItems.ts";
import { project } from "../model/project/project.ts";
import type { SourceReader } from "./sourceReader.ts";
import type { WorkspaceFile } from "./workspace.ts";

/** Lives as long as its engine. What a file says depends on its value alone, so what is kept changes no answer. */
export interface ItemKeeper {
  /** For items that were just read from a file; `before` is where those of the version before came from. */
  keep(file: WorkspaceFile, items: readonly Item[], before: ItemSource | undefined): ItemSource;
  /**
   * Lets go of all but the latest. To be called between two questions: in the course of one, references are told apart by
   * being the same objects each time.
   */
  letGo(): void;
  /** How often something was let go of; whoever holds on to references across that holds old ones. */
  readonly timesLetGo: number;
}

/** Of so many files. */
export function itemKeeper(most: number, read: SourceReader): ItemKeeper {
  const held = new Set<ItemsOfFile>();
  /** Those since the last time that something was let go of. */
  const fresh = new Set<ItemsOfFile>();
  let timesLetGo = 0;
  const readAgain = (one: ItemsOfFile): readonly Item[] => {
    fresh.add(one);
    const name = parseFileName(one.file.path);
    return name === undefined ? [] : project(read(one.file, "inPassing"), name).items;
  };
  return {
    keep(file, items, before) {
      const now = new ItemsOfFile(file, items, readAgain);
      if (before instanceof ItemsOfFile) for (const some of [held, fresh]) some.delete(before);
      fresh.add(now);
      return now;
    },
    letGo() {
      // Who looks at very many files goes through them; what others look at all the time is not to make room for that.
      const isWalk = fresh.size > most / 2;
      if (isWalk || held.size + fresh.size > most) timesLetGo += 1;
      for (const one of fresh) {
        if (isWalk) one.letGo();
        else held.add(one);
      }
      fresh.clear();
      for (const one of held) {
        if (held.size <= most) return;
        held.delete(one);
        one.letGo();
      }
    },
    get timesLetGo() {
      return timesLetGo;
    },
  };
}

class ItemsOfFile implements ItemSource {
  readonly file: WorkspaceFile;
  readonly #read: (own: ItemsOfFile) => readonly Item[];
  #items: readonly Item[] | undefined;

  constructor(file: WorkspaceFile, items: readonly Item[], read: (own: ItemsOfFile) => readonly Item[]) {
    this.file = file;
    this.#items = items;
    this.#read = read;
  }

  items(): readonly Item[] {
    this.#items ??= this.#read(this);
    return this.#items;
  }

  letGo(): void {
    this.#items = undefined;
  }
}
