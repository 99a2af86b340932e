// Move Measures to a Library...: out of the thing that they show, which keeps their ids.

import { canMove, moveMeasures as move } from "../features/codeActions/moveMeasures.ts";
import { refuseFileId } from "../features/newFile.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { folderOf } from "../model/fileName.ts";
import type { Item } from "../model/items.ts";
import { keyOf, nameItem } from "../model/items.ts";
import { findEntry, findNode } from "../syntax/tree.ts";
import { type Answers, type Guide, textOf } from "./guide.ts";
import { anyThingOf, thingStep } from "./parts/things.ts";
import { freeFileId } from "./parts/titleAndId.ts";

const itemOf = (lookup: Lookup, answers: Answers) => anyThingOf(lookup, answers, "item");
const folder = (lookup: Lookup, answers: Answers) => folderOf(itemOf(lookup, answers)?.file ?? "");

export const moveMeasures: Guide = {
  id: "moveMeasures",
  title: "Move Measures to a Library File",
  steps: [
    thingStep({
      name: "item",
      prompt: "Whose measures are to move?",
      mixed: true,
      things: (lookup) => lookup.model.items.filter((item) => holdsMeasures(lookup, item)),
      none: () => "No measures are defined in place: there is nothing to move",
    }),
    {
      name: "id",
      ask(lookup, answers) {
        const item = itemOf(lookup, answers);
        const value =
          item === undefined ? undefined : freeFileId(lookup, "measures", item.key, folder(lookup, answers));
        return {
          kind: "write",
          prompt: "The id of the library, by which its file is named",
          placeholder: "Lower-case words joined by dashes",
          ...(value === undefined ? {} : { value }),
        };
      },
      check: (lookup, answers, answer) =>
        refuseFileId(lookup, "measures", String(answer).trim(), folder(lookup, answers)),
    },
  ],
  about: (_lookup, { item }): Answers => (item === undefined ? {} : { item: keyOf(item) }),
  make(lookup, answers) {
    const item = itemOf(lookup, answers);
    const id = textOf(answers, "id")?.trim();
    if (item === undefined || id === undefined) return { refused: "Choose whose measures are to move" };
    const made = move(lookup, item, id);
    if (made?.createFile === undefined)
      return { refused: `${nameItem(item)} has no measures that can move: move them by hand` };
    const { edits, createFile } = made;
    return { edits, createFiles: [createFile], open: { file: createFile.path, path: ["measures"] } };
  },
};

function holdsMeasures(lookup: Lookup, item: Item): boolean {
  const source = lookup.sourceOf(item.file);
  if (source === undefined || source.damaged.length > 0) return false;
  return canMove(source, item, findEntry(findNode(source.root, item.path), "measures"));
}
