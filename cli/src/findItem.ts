// The one thing that a name on the command line means: a full name or a bare id, with its kind where that is needed.

import { findNearest, type Item, type ItemKind, sayGuess } from "@stratkit/core";
import { JobError, usageError } from "./jobError.ts";

const MOST_NAMED = 5;

/** `[KIND:]ID`. */
export function findItem(items: readonly Item[], written: string): Item {
  const colon = written.indexOf(":");
  const kind = colon < 0 ? undefined : readKind(items, written.slice(0, colon));
  const name = written.slice(colon + 1);
  const fitting = items.filter((item) => kind === undefined || item.kind === kind);
  const full = fitting.filter(({ id }) => id === name);
  const found = full.length > 0 ? full : fitting.filter(({ key }) => key === name);
  const [first, second] = found;
  if (first === undefined) throw notFound(fitting, name);
  if (second === undefined) return first;
  const names = found.slice(0, MOST_NAMED).map((item) => `${item.kind}:${item.id}`);
  const more = found.length - names.length;
  throw usageError(
    `"${name}" is the id of ${found.length} things: write ${names.join(" or ")}${more > 0 ? `, or one of ${more} more` : ""}`,
  );
}

function readKind(items: readonly Item[], written: string): ItemKind {
  const kinds = [...new Set(items.map((item) => item.kind))];
  const kind = kinds.find((known) => known === written);
  if (kind !== undefined) return kind;
  const guess = sayGuess(
    findNearest(
      written,
      kinds.map((id) => ({ id })),
    ),
  );
  throw usageError(`"${written}" is not a kind of anything here.${guess} Use ${kinds.join(", ")}`);
}

function notFound(items: readonly Item[], name: string): JobError {
  const known = items.filter((item) => item.formerly.includes(name));
  const renamed = known.map(({ id }) => ` It is called ${id} now.`).join("");
  const guess =
    renamed === ""
      ? sayGuess(
          findNearest(
            name,
            items.map(({ id, title }) => ({ id, ...(title === undefined ? {} : { title }) })),
          ),
        )
      : renamed;
  return new JobError(
    "not-found",
    `Nothing here has the id "${name}".${guess} See "stratkit trace" for all of them`,
  );
}
