// Takes samples of several programs in turn, so that whatever else the machine does falls on all alike.

import { performance } from "node:perf_hooks";

/** One sample, in milliseconds or whatever the row counts. */
export type Sampler = () => Promise<number>;

/**
 * So often is a server asked before anything counts: Node makes fast code of what has run some hundred times, and what is
 * measured is one that has been at work for a while.
 */
export const AT_WORK = 400;

export interface Rounds {
  readonly rounds: number;
  /** Samples of each program in one round. */
  readonly each?: number;
  /** What the first samples of each program said is dropped. */
  readonly warmUp?: number;
  /** The row ends after the round in which this time is over. */
  readonly seconds?: number;
}

/** A slow program takes fewer samples in its turn, so that each round is short and all get their rounds. */
const LONGEST_TURN_MS = 500;
const LONGEST_WARM_UP_MS = 3000;
const FEWEST_ROUNDS = 3;

/** Each round begins with another program. */
export async function inRounds<Name extends string>(
  samplers: Readonly<Record<Name, Sampler>>,
  { rounds, each = 1, warmUp = 0, seconds = Number.POSITIVE_INFINITY }: Rounds,
): Promise<Record<Name, number[]>> {
  const turns: { name: Name; sampler: Sampler; values: number[] }[] = [];
  for (const name in samplers) turns.push({ name, sampler: samplers[name], values: [] });
  for (const { sampler } of turns) await takeTurn(sampler, warmUp, LONGEST_WARM_UP_MS);
  const begun = performance.now();
  const isOver = (round: number) =>
    round >= rounds || (round >= FEWEST_ROUNDS && performance.now() - begun > seconds * 1000);
  for (let round = 0; !isOver(round); round += 1) {
    for (let at = 0; at < turns.length; at += 1) {
      const turn = turns[(at + round) % turns.length];
      if (turn !== undefined) turn.values.push(...(await takeTurn(turn.sampler, each)));
    }
  }
  const values = {} as Record<Name, number[]>;
  for (const turn of turns) values[turn.name] = turn.values;
  return values;
}

async function takeTurn(sampler: Sampler, most: number, longest = LONGEST_TURN_MS): Promise<number[]> {
  const values: number[] = [];
  const begun = performance.now();
  while (values.length < most && (values.length === 0 || performance.now() - begun < longest))
    values.push(await sampler());
  return values;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
