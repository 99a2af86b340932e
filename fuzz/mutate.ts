// Texts and workspaces as people, editors and bad luck leave them: each change is one that some file has met, or could.

import type { Chance } from "./chance.ts";
import type { File, Step } from "./input.ts";
import { changeCharacters } from "./mutateCharacters.ts";
import { changeLines } from "./mutateLines.ts";
import { changeValues } from "./mutateValues.ts";

/** A change of one text; `other` is a text that pieces can be taken from. */
export type Change = (text: string, chance: Chance, other: string) => string;

/** Longer texts than this come from changes upon changes, and only cost time. */
const MOST_CHARACTERS = 200_000;

const CHANGES: readonly (readonly Change[])[] = [
  changeLines,
  changeLines,
  changeCharacters,
  changeValues,
  changeValues,
];

/** One to four changes, mostly one or two: a text with too many of them says nothing any more. */
export function mutate(text: string, chance: Chance, other: string): string {
  let changed = text;
  do changed = chance.pick(chance.pick(CHANGES))(changed, chance, other).slice(0, MOST_CHARACTERS);
  while (chance.percent(45));
  return changed;
}

/** Some of the files are changed, most are as they were. */
export function mutateFiles(files: readonly File[], chance: Chance, other: () => string): readonly File[] {
  if (files.length === 0) return files;
  const hit = new Set(chance.some(files, 1 + chance.below(3)));
  return files.map((file) => (hit.has(file) ? { ...file, text: mutate(file.text, chance, other()) } : file));
}

/** Edits one after the other, most of them in the text that the one before left; files go, come back and are new. */
export function makeSteps(files: readonly File[], many: number, chance: Chance, other: () => string): Step[] {
  const original = new Map(files.map(({ path, text }) => [path, text]));
  const now = new Map(original);
  const steps: Step[] = [];
  for (let made = 0; made < many; made += 1) {
    const step = makeStep(original, now, chance, other);
    if (step.text === undefined) now.delete(step.path);
    else now.set(step.path, step.text);
    steps.push(step);
  }
  return steps;
}

function makeStep(
  original: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  chance: Chance,
  other: () => string,
): Step {
  const paths = [...new Set([...original.keys(), ...now.keys()])];
  if (paths.length === 0 || chance.percent(5)) return { path: newPath(paths, chance), text: other() };
  const path = chance.pick(paths);
  const text = now.get(path);
  if (text === undefined || chance.percent(12)) return { path, text: original.get(path) ?? other() };
  if (chance.percent(12)) return { path };
  return { path, text: mutate(text, chance, other()) };
}

const KINDS = "strategy enabler-strategy delivery-plan measures organisation progress-report actuals".split(
  " ",
);

function newPath(paths: readonly string[], chance: Chance): string {
  const id = chance.percent(50) ? `new-${chance.below(9)}` : ((paths[0] ?? "x").split("/").pop() ?? "x");
  const name = id.split(".")[0] ?? "x";
  return `${name}.${chance.pick(KINDS)}.${chance.percent(15) ? "csv" : "yaml"}`;
}
