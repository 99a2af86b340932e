// Reads the waivers of an item: which count, until when. A waiver holds on its item only.

import { type Day, parseDay } from "../model/day.ts";
import type { Item, Waiver } from "../model/items.ts";

export type WaiverReading =
  | { readonly state: "valid"; readonly until: Day; readonly waiver: Waiver }
  | { readonly state: "expired"; readonly until: Day; readonly waiver: Waiver }
  /** No reason or no readable last day: it holds nothing (finding waive/incomplete). */
  | { readonly state: "incomplete"; readonly waiver: Waiver };

export function readWaiver(item: Item, rule: string, asOf: Day): WaiverReading | undefined {
  const waiver = item.waivers.find((written) => written.rule === rule);
  return waiver === undefined ? undefined : judgeWaiver(waiver, asOf);
}

/** A waiver is valid up to and including its last day. */
export function judgeWaiver(waiver: Waiver, asOf: Day): WaiverReading {
  const until = waiver.until === undefined ? undefined : parseDay(waiver.until);
  if (until === undefined || waiver.because === undefined || waiver.because.trim() === "") {
    return { state: "incomplete", waiver };
  }
  return { state: until < asOf ? "expired" : "valid", until, waiver };
}
