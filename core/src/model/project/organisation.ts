// The organisation: its financial year, and the teams, boards, partners, policies and places that others refer to.

import { findValue, scalarText, type TreeNode } from "../../syntax/tree.ts";
import type { Item, NamedParty, Organisation } from "../items.ts";
import { completed, readBase, type Standing, standingsBelow } from "./base.ts";
import { readEntries, readReferences, readText, readTolerance } from "./read.ts";
import { below } from "./written.ts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const APRIL = 4;

const PARTIES: readonly (readonly [key: string, kind: NamedParty["kind"]])[] = [
  ["teams", "team"],
  ["boards", "board"],
  ["partners", "partner"],
  ["policies", "policy"],
  ["places", "place"],
];

export function projectOrganisation(id: string, node: TreeNode | undefined, at: Standing): Item[] {
  const tolerance = readTolerance(node);
  const organisation: Organisation = completed(readBase({ kind: "organisation", key: id, id, node, at }), {
    yearStarts: readMonth(readText(findValue(node, "financial-year"), "starts")) ?? APRIL,
    tolerance,
    glossary: readEntries(node, "glossary").map(({ key, value }) => {
      const meaning = scalarText(value) ?? readText(value, "title") ?? readText(value, "description");
      return { term: key.text, ...(meaning === undefined ? {} : { meaning }) };
    }),
  });
  // Its own `partners` defines them, so it is no list of references as it is elsewhere.
  const own = {
    ...organisation,
    references: organisation.references.filter((ref) => ref.key !== "partners"),
  };
  const standing = standingsBelow(organisation);
  const parties = PARTIES.flatMap(([key, kind]) =>
    readEntries(node, key).map((entry): NamedParty => {
      const path = below(at.path, key, entry.key.text);
      const partOf = readReferences(entry.value, path, "part-of", "part-of");
      return readBase({
        kind,
        key: entry.key.text,
        id: entry.key.text,
        node: entry.value,
        at: standing(path),
        references: partOf,
      });
    }),
  );
  return [own, ...parties];
}

/** 1 to 12, from a month's name, its first three letters or its number. */
export function readMonth(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const lower = text.toLowerCase();
  const named = MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower);
  if (named >= 0) return named + 1;
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 12 ? number : undefined;
}
