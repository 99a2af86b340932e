// What a row of the table of figures is made of: samples of ours and of others, and what is aimed for.

export type Unit = "ms" | "KB" | "MB" | "" | "times";

/** Samples of one thing that one program did. */
export interface Samples {
  readonly what: string;
  readonly who: string;
  readonly unit: Unit;
  readonly values: readonly number[];
}

export interface Aim {
  readonly what: string;
  readonly sense: "at most" | "at least";
  readonly limit: number;
  readonly value: number;
  readonly unit: Unit;
}

export interface RowResult {
  readonly samples: readonly Samples[];
  readonly aims: readonly Aim[];
  /** How it was measured, where that is not plain. */
  readonly notes: readonly string[];
}

export interface Row {
  readonly id: string;
  readonly title: string;
  measure(): Promise<RowResult>;
}

export const OURS = "stratkit";

export function isMet({ sense, limit, value }: Aim): boolean {
  return sense === "at most" ? value <= limit : value >= limit;
}

/** `value` is so many times `other`. */
export function atMost(what: string, limit: number, value: number, unit: Unit = "times"): Aim {
  return { what, sense: "at most", limit, value, unit };
}

export function atLeast(what: string, limit: number, value: number, unit: Unit = "times"): Aim {
  return { what, sense: "at least", limit, value, unit };
}
