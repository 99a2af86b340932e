// Gates and a clock that stand still until a test moves them.

import type { Platform } from "../src/platform.ts";

/** Holds what comes to it until a test lets it through. */
export interface Gate {
  /** Once something has come. */
  readonly reached: Promise<void>;
  pass(): Promise<void>;
  open(): void;
}

export function makeGate(): Gate {
  let [reach, open] = [() => {}, () => {}];
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    reached,
    pass() {
      reach();
      return opened;
    },
    open,
  };
}

/** A clock that stands still until a test moves it. */
export interface TestClock {
  readonly later: Platform["later"];
  /** How long the things that wait have still to wait, in milliseconds. */
  waits(): readonly number[];
  /** Lets time pass; what is due then is done, in order. */
  pass(milliseconds: number): void;
}

export function makeClock(): TestClock {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly act: () => void }>();
  return {
    later(milliseconds, act) {
      const one = { at: now + milliseconds, act };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    waits: () => [...waiting].map(({ at }) => at - now),
    pass(milliseconds) {
      now += milliseconds;
      for (const one of [...waiting].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
        waiting.delete(one);
        one.act();
      }
    },
  };
}
