// stratkit roll-forward: next year's delivery plan from this year's. On a terminal each missed thing is asked about.

import {
  createLookup,
  type Decision,
  itemsOf,
  type Lookup,
  nameItem,
  nextPlan,
  openForRollForward,
  type Plan,
  type PlanItemStanding,
  type RolledForward,
  rollForward as rollPlan,
} from "@stratkit/core";
import { type Asking, type AskingFlags, askOn } from "../ask.ts";
import { deliver, type WritingFlags } from "../deliver.ts";
import { findItem } from "../findItem.ts";
import { usageError } from "../jobError.ts";
import { relativePath } from "../paths.ts";
import { openSession } from "../session.ts";
import { readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export interface RollForwardFlags extends WritingFlags, AskingFlags {
  readonly plan?: string;
  readonly id?: string;
  readonly carry?: readonly string[];
  readonly drop?: readonly string[];
}

export async function rollForward(year: string, flags: RollForwardFlags, shell: Shell): Promise<number> {
  const settings = readSettings(flags, shell);
  const { analysis, loaded } = openSession({ paths: [] }, settings, shell);
  const lookup = createLookup(analysis);
  const request = {
    year,
    ...planOf(lookup, flags.plan),
    ...(flags.id === undefined ? {} : { id: flags.id }),
  };
  const next = nextPlan(lookup, request);
  if ("refused" in next) throw usageError(next.refused.replace(/: say which$/, ": say which with --plan"));
  const open = openForRollForward(lookup, next.from);
  const { decisions, carriesAll } = readDecisions(open, next.from, flags);
  await askAbout(missedIn(open, decisions), decisions, { carriesAll, next: next.year }, flags, shell);
  const result = rollPlan(lookup, {
    ...request,
    plan: next.from,
    decisions: Object.fromEntries(decisions),
    ...(carriesAll ? { undecided: "carry" } : {}),
  });
  if ("refused" in result)
    throw usageError(
      result.undecided === undefined ? result.refused : sayUndecided(next.from, result.undecided),
    );
  const path = `${loaded.root}/${result.createFile.path}`;
  const changes = [{ path, before: undefined, after: result.createFile.text }];
  const says = sayRolled(result, relativePath(settings.cwd, path));
  return deliver({ command: "roll-forward", changes, says, facts: factsOf(result) }, flags, settings, shell);
}

function planOf({ model }: Lookup, id: string | undefined): { readonly plan?: Plan } {
  if (id === undefined) return {};
  const plan = findItem(itemsOf(model, "delivery-plan"), id);
  return plan.kind === "delivery-plan" ? { plan } : {};
}

interface Decided {
  readonly decisions: Map<string, Decision>;
  /** Missed things go on where nothing is decided on them. */
  readonly carriesAll: boolean;
}

const ALL = "all";

/** `--carry ID`, `--carry ID=DATE`, `--carry all`, `--drop ID=REASON`. */
function readDecisions(open: readonly PlanItemStanding[], plan: Plan, flags: RollForwardFlags): Decided {
  const decisions = new Map<string, Decision>();
  const decide = (written: string, decision: (said: string | undefined) => Decision) => {
    const equals = written.indexOf("=");
    const name = equals < 0 ? written : written.slice(0, equals);
    const id = findOpen(open, plan, name.trim());
    if (decisions.has(id)) throw usageError(`There are two decisions on ${id}: carry it or drop it`);
    decisions.set(id, decision(equals < 0 ? undefined : written.slice(equals + 1)));
  };
  const carried = flags.carry ?? [];
  for (const written of carried.filter((word) => word !== ALL))
    decide(written, (due) => ({ carry: true, ...(due === undefined ? {} : { due }) }));
  for (const written of flags.drop ?? []) {
    decide(written, (reason) => {
      if (reason === undefined || reason.trim() === "")
        throw usageError(`What is dropped needs a reason: write --drop "${written}=why"`);
      return { drop: reason };
    });
  }
  return { decisions, carriesAll: carried.includes(ALL) };
}

/** By its full name, its name in the plan, or its id where only one has it. */
function findOpen(open: readonly PlanItemStanding[], plan: Plan, name: string): string {
  const items = open.map(({ item }) => item);
  const inPlan = items.find(({ id }) => id === `${plan.id}/${name}`);
  return (inPlan ?? findItem(items, name)).id;
}

function missedIn(
  open: readonly PlanItemStanding[],
  decisions: ReadonlyMap<string, Decision>,
): readonly PlanItemStanding[] {
  return open.filter(({ item, standing }) => standing === "missed" && !decisions.has(item.id));
}

async function askAbout(
  missed: readonly PlanItemStanding[],
  decisions: Map<string, Decision>,
  { carriesAll, next }: { readonly carriesAll: boolean; readonly next: string },
  flags: RollForwardFlags,
  shell: Shell,
): Promise<void> {
  if (missed.length === 0 || carriesAll) return;
  const asking = askOn(shell, flags);
  if (asking === undefined) return;
  try {
    for (const [at, standing] of missed.entries()) {
      const { id } = standing.item;
      // What stands in a dropped action goes with it.
      if ([...decisions].some(([other, decision]) => "drop" in decision && id.startsWith(`${other}/`)))
        continue;
      shell.err.write(`\n${at + 1} of ${missed.length} `);
      decisions.set(id, await decideOn(standing, next, asking));
    }
  } finally {
    asking.close();
  }
}

async function decideOn(
  { item, due, status }: PlanItemStanding,
  next: string,
  { ask, choose }: Asking,
): Promise<Decision> {
  const facts = [...(due === undefined ? [] : [`due ${due}`]), ...(status === undefined ? [] : [status])];
  const missed = facts.length === 0 ? "" : `: ${facts.join(", ")}`;
  const word = await choose(`${nameItem(item)} (${item.id}) was missed${missed}. Carry it into ${next}?`, [
    "carry",
    "drop",
  ]);
  if (word === "carry") {
    const date = await ask("New date, such as Q2 (Enter: none yet)");
    return { carry: true, ...(date === "" ? {} : { due: date }) };
  }
  for (;;) {
    const reason = await ask("Why is it dropped?");
    if (reason !== "") return { drop: reason };
  }
}

const MOST_NAMED = 10;

function sayUndecided(plan: Plan, undecided: readonly PlanItemStanding[]): string {
  const names = undecided.map(({ item }) => item.id.slice(plan.id.length + 1));
  const more = names.length - MOST_NAMED;
  const listed = names.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
  const count = names.length === 1 ? "1 missed thing is" : `${names.length} missed things are`;
  return `${count} not decided on (${listed}): add --carry ID or --drop "ID=why" for each, or --carry all`;
}

function sayRolled({ next, carried, dropped, behind }: RolledForward, path: string): string[] {
  const counts = [
    `${carried.length} carried on`,
    ...(dropped.length === 0 ? [] : [`${dropped.length} dropped`]),
    ...(behind.length === 0 ? [] : [`${behind.length} left behind`]),
  ];
  return [
    `Wrote ${path} for ${next.year}: ${counts.join(", ")}`,
    `${nameItem(next.from)} stays as it is`,
    "Next: give what goes on its dates, then run stratkit check",
  ];
}

function factsOf({ next, carried, dropped, behind }: RolledForward) {
  return {
    plan: { id: next.id, period: next.year, from: next.from.id },
    carried: carried.map(({ id }) => id),
    dropped: dropped.map(({ item, because }) => ({ id: item.id, because })),
    leftBehind: behind.map(({ id }) => id),
  };
}
