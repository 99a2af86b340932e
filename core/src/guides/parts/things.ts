// Choosing a thing of the workspace: how it is shown, and how an answer leads back to it.

import type { Lookup } from "../../lookup/lookup.ts";
import { type Item, type ItemKind, type ItemOf, keyIn, keyOf } from "../../model/items.ts";
import { isGoal } from "../../trace/coverage.ts";
import { sayState } from "../../trace/stateWords.ts";
import { type Answers, type Choice, listOf, type Step, textOf } from "../guide.ts";

export interface ThingStep {
  readonly name: string;
  readonly prompt: string | ((lookup: Lookup, answers: Answers) => string);
  readonly placeholder?: string;
  /** The best first. */
  things(lookup: Lookup, answers: Answers): readonly Item[];
  /** What to do where there are none, in one sentence. */
  none(lookup: Lookup, answers: Answers): string;
  show?(item: Item, lookup: Lookup): Partial<Choice>;
  /** Behind the things. */
  more?(lookup: Lookup, answers: Answers): readonly Choice[];
  when?(lookup: Lookup, answers: Answers): boolean;
  readonly many?: true;
  readonly skip?: string;
  /** The kinds have ids of their own each, so that an answer says the kind too. */
  readonly mixed?: true;
  readonly check?: Step["check"];
}

export function thingStep(step: ThingStep): Step {
  const { name, prompt, placeholder, many, skip, check } = step;
  return {
    name,
    ask(lookup, answers) {
      if (step.when?.(lookup, answers) === false) return undefined;
      const choices = [
        ...step.things(lookup, answers).map((item) => ({
          ...choiceOf(item, lookup, step.mixed),
          ...step.show?.(item, lookup),
        })),
        ...(step.more?.(lookup, answers) ?? []),
      ];
      if (choices.length === 0)
        return skip === undefined ? { refused: step.none(lookup, answers) } : undefined;
      return {
        kind: "choose",
        prompt: typeof prompt === "string" ? prompt : prompt(lookup, answers),
        ...(placeholder === undefined ? {} : { placeholder }),
        choices,
        ...(many === undefined ? {} : { many }),
        ...(skip === undefined ? {} : { skip }),
      };
    },
    ...(check === undefined ? {} : { check }),
  };
}

function choiceOf(item: Item, lookup: Lookup, mixed: true | undefined): Choice {
  const state = isGoal(item) ? ` · ${sayState(lookup.thread.coverageOf(item))}` : "";
  return {
    id: mixed ? keyOf(item) : item.id,
    label: item.title ?? item.id,
    description: `${item.id}${state}`,
    icon: item.kind,
  };
}

/** The thing that an answer names, of one of these kinds (which share their ids). */
export function thingOf<Kind extends ItemKind>(
  { model }: Lookup,
  answers: Answers,
  name: string,
  ...kinds: readonly Kind[]
): ItemOf<Kind> | undefined {
  const id = textOf(answers, name);
  return id === undefined ? undefined : narrow(model.byKey.get(keyIn(kinds[0] ?? "strategy", id)), kinds);
}

export function thingsOf<Kind extends ItemKind>(
  { model }: Lookup,
  answers: Answers,
  name: string,
  ...kinds: readonly Kind[]
): readonly ItemOf<Kind>[] {
  return listOf(answers, name).flatMap((id) => {
    const item = narrow(model.byKey.get(keyIn(kinds[0] ?? "strategy", id)), kinds);
    return item === undefined ? [] : [item];
  });
}

/** The same where the step is mixed. */
export function anyThingOf({ model }: Lookup, answers: Answers, name: string): Item | undefined {
  const key = textOf(answers, name);
  return key === undefined ? undefined : model.byKey.get(key);
}

function narrow<Kind extends ItemKind>(
  item: Item | undefined,
  kinds: readonly Kind[],
): ItemOf<Kind> | undefined {
  const isOfKind = (one: Item): one is ItemOf<Kind> => kinds.some((kind) => kind === one.kind);
  return item !== undefined && isOfKind(item) ? item : undefined;
}

/** Kept in their order, but for those that come first. */
export function firstThose<Thing>(things: readonly Thing[], isFirst: (thing: Thing) => boolean): Thing[] {
  return [...things.filter(isFirst), ...things.filter((thing) => !isFirst(thing))];
}
