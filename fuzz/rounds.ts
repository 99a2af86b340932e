// Gives each target its slice of time, in turn, until the time is over; a target rests after its first fault.

import { chanceOf, seedFrom } from "./chance.ts";
import type { Input } from "./input.ts";
import { keep } from "./keep.ts";
import { shrink } from "./shrink.ts";
import { Fault, faultOf, type Target } from "./target.ts";
import { startWatchdog, type Watchdog } from "./watchdog.ts";

export interface RunOptions {
  readonly seed: number;
  readonly milliseconds: number;
  /** Of one target, before the next has its turn. */
  readonly slice: number;
  say(line: string): void;
}

/** How far a target has come. */
interface Course {
  readonly target: Target;
  tried: number;
  spent: number;
  fault: Fault | undefined;
}

/** How often a line says how far each target is, in milliseconds. */
const EVERY = 30_000;
const LONGEST_SHRINK = 60_000;

/** Inputs tried and the faults that were found, by target. */
export async function runTargets(
  targets: readonly Target[],
  { seed, milliseconds, slice, say }: RunOptions,
): Promise<readonly { readonly name: string; readonly tried: number; readonly fault: Fault | undefined }[]> {
  const courses = targets.map((target): Course => ({ target, tried: 0, spent: 0, fault: undefined }));
  const watchdog = startWatchdog();
  const end = Date.now() + milliseconds;
  let told = Date.now();
  while (Date.now() < end && courses.some(({ fault }) => fault === undefined)) {
    for (const course of courses.filter(({ fault }) => fault === undefined)) {
      await runSlice(course, Math.min(end, Date.now() + slice), { seed, say, watchdog });
    }
    if (Date.now() - told < EVERY) continue;
    told = Date.now();
    for (const course of courses) say(sayCourse(course));
  }
  for (const course of courses) say(sayCourse(course));
  await watchdog.stop();
  return courses.map(({ target: { name }, tried, fault }) => ({ name, tried, fault }));
}

/** At least one input, so that a slow target has its turn in a short run too. */
async function runSlice(
  course: Course,
  until: number,
  {
    seed,
    say,
    watchdog,
  }: { readonly seed: number; readonly say: (line: string) => void; readonly watchdog: Watchdog },
): Promise<void> {
  const { target } = course;
  const begun = Date.now();
  do {
    course.tried += 1;
    const number = course.tried;
    const input = makeInput(target, seed, number);
    const trial = { target: target.name, seed, number };
    const attempt = async (tried: Input) => {
      watchdog.begin(target.name, tried);
      const found = await tryInput(target, tried);
      watchdog.end();
      return found;
    };
    const fault = await attempt(input);
    if (fault === undefined) continue;
    course.fault = fault;
    say(`${target.name}: FAULT in input ${number} of seed ${seed}: ${fault.what}`);
    const smaller = await shrinkFault(input, fault, attempt);
    const { message: detail } = (await attempt(smaller)) ?? fault;
    say(`${target.name}: written to ${keep({ ...trial, what: fault.what, detail, input: smaller })}`);
  } while (course.fault === undefined && Date.now() < until);
  course.spent += Date.now() - begun;
}

/** The same for the same seed and number, whatever was tried before. */
export function makeInput(target: Target, seed: number, number: number): Input {
  return target.make(chanceOf(seedFrom(seed, target.name, number)));
}

/** What is wrong, or undefined. */
export async function tryInput(target: Target, input: Input): Promise<Fault | undefined> {
  try {
    if ((await timeOf(target, input)) <= target.patience) return undefined;
    // The machine may have been busy with something else.
    const took = await timeOf(target, input);
    return took <= target.patience ? undefined : new Fault("it takes too long", `${Math.round(took)} ms`);
  } catch (error) {
    return faultOf(target.name, error);
  }
}

async function timeOf(target: Target, input: Input): Promise<number> {
  const begun = performance.now();
  await target.attempt(input);
  return performance.now() - begun;
}

function shrinkFault(
  input: Input,
  { what }: Fault,
  attempt: (input: Input) => Promise<Fault | undefined>,
): Promise<Input> {
  const end = Date.now() + LONGEST_SHRINK;
  const fails = async (smaller: Input) => (await attempt(smaller))?.what === what;
  return shrink(input, fails, { isLeft: () => Date.now() < end });
}

function sayCourse({ target, tried, spent, fault }: Course): string {
  const rate = (tried / Math.max(spent / 1000, 0.001)).toFixed(1);
  return `${target.name}: ${tried} inputs, ${rate} a second${fault === undefined ? "" : `, stopped: ${fault.what}`}`;
}
