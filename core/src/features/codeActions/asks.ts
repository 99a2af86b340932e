// Actions whose titles end in "...": a client that can ask does so; for the others something is put in to fill in.

import { addEntry, addKeys } from "../../edit/addKeys.ts";
import { addReference } from "../../edit/addReference.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { addMonths, formatDay } from "../../model/day.ts";
import type { Item } from "../../model/items.ts";
import { acceptLinks } from "../../reviews/acceptLinks.ts";
import { linkReviews, teamFor } from "../../reviews/linkReviews.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { TextEdit } from "../../text/edits.ts";
import type { ActionEdit, GuidedCommand } from "./action.ts";
import { blank, withBlanks } from "./blanks.ts";

/** The commands behind the titles of fixes that ask. */
const COMMANDS: readonly (readonly [title: RegExp, command: GuidedCommand])[] = [
  [/^Link a measure\.\.\.$/, "linkMeasure"],
  [/^Define a measure here\.\.\.$/, "newMeasure"],
  [/^Say when it is done\.\.\.$/, "sayWhenDone"],
  [/^Link an enabler strategy\.\.\.$/, "linkEnablerStrategy"],
  [/^Add to the plan .*\.\.\.$/, "addToPlan"],
  [/^Set a target\.\.\.$/, "setTarget"],
  [/^Accept the link\.\.\.$/, "acceptLink"],
  [/^Waive with a reason\.\.\.$/, "waive"],
  [/^Retire\.\.\.$/, "retire"],
];

export function commandOf(title: string): GuidedCommand | undefined {
  return COMMANDS.find(([pattern]) => pattern.test(title))?.[1];
}

/** What is put in where nobody can be asked; undefined where that cannot be done at the item itself. */
export function fallbackOf(
  command: GuidedCommand,
  lookup: Lookup,
  item: Item,
  rule: string | undefined,
): ActionEdit | undefined {
  if (command === "acceptLink") return acceptWithBlanks(lookup, item);
  const source = lookup.sourceOf(item.file);
  if (source === undefined || source.path.endsWith(".csv")) return undefined;
  const edit = editOf(command, source, item, rule, lookup);
  return edit === undefined ? undefined : { edits: [withBlanks(item.file, edit)] };
}

/** The first of the item's links that is not as it was reviewed. */
function acceptWithBlanks({ analysis }: Lookup, item: Item): ActionEdit | undefined {
  const review = linkReviews(analysis).find(
    ({ state, link: { from, to } }) => state === "suspect" && (from === item || to === item),
  );
  if (review === undefined) return undefined;
  const by = teamFor(analysis, review);
  const links = [{ link: review.link, ...(by === undefined ? {} : { by }) }];
  const made = acceptLinks(analysis, { links, because: blank(1) });
  return "refused" in made
    ? undefined
    : { edits: made.edits.map(({ file, ...edit }) => withBlanks(file, edit)) };
}

function editOf(
  command: GuidedCommand,
  source: SourceFile,
  item: Item,
  rule: string | undefined,
  { analysis }: Lookup,
): TextEdit | undefined {
  const { asOf } = analysis.workspace;
  switch (command) {
    case "linkMeasure":
      return addReference(source, item.path, "measures", blank(1));
    case "newMeasure":
      return addEntry(source, item.path, "measures", {
        key: blank(1, "new-measure"),
        value: [{ key: "title", value: blank(2) }],
      });
    case "sayWhenDone":
      return addKeys(source, item.path, [{ key: "done-when", value: blank(1) }]);
    case "setTarget":
      return addEntry(source, item.path, "targets", { key: blank(1, "2028/29"), value: blank(2) });
    case "waive": {
      const until = formatDay(addMonths(asOf, 12));
      const reason = [
        { key: "because", value: blank(1) },
        { key: "until", value: blank(2, until) },
      ];
      return rule === undefined
        ? undefined
        : addEntry(source, item.path, "waive", { key: rule, value: reason });
    }
    case "retire": {
      const ending = [
        { key: "on", value: blank(1, formatDay(asOf)) },
        { key: "because", value: blank(2) },
      ];
      return addKeys(source, item.path, [{ key: "retired", value: ending }]);
    }
    default:
      return undefined;
  }
}
