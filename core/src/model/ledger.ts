// Reads stratkit.reviews.yaml: links that somebody has read, with what both ends said then. Tolerant: every line that can
// be read counts, whatever is wrong elsewhere in the file.

import type { NodePath, Refusal } from "../findings/finding.ts";
import { type Entry, findValue, type SourceFile, scalarText } from "../syntax/tree.ts";
import { parseDay } from "./day.ts";

/** One line, which is one link. */
export interface LedgerLine {
  /** As written: `kmpt-2017/patient-flow > dtoc`. */
  readonly key: string;
  /** Full names, as they were when the line was written. */
  readonly from: string;
  readonly to: string;
  /** What both ends said: 12 hex digits each. */
  readonly said: Ends;
  readonly on?: string;
  readonly by?: string;
  readonly because?: string;
}

/** The same of both ends of a link. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

export interface LedgerFacts {
  /**
   * `form`: the file is no list of links; `link`: the key names no two things; `fingerprint`: it does not say what both
   * ends said; `day`, `reason`: it does not say when or why; `team`: who is named is no team of the workspace.
   */
  readonly cause: "form" | "link" | "fingerprint" | "day" | "reason" | "team";
  readonly text: string;
}

export interface Ledger {
  /** In the order of the text. */
  readonly lines: readonly LedgerLine[];
  readonly refusals: readonly Refusal<LedgerFacts>[];
}

const LINK = /^(\S+)\s+>\s+(\S+)$/;
const FINGERPRINT = /^[0-9a-f]{12}$/;

export function readLedger(source: SourceFile): Ledger {
  const { root, path } = source;
  if (root === undefined) return { lines: [], refusals: [] };
  if (root.kind !== "map") {
    const isEmpty = root.kind === "scalar" && root.value === null;
    return { lines: [], refusals: isEmpty ? [] : [refuse(path, [], "form", "")] };
  }
  const lines: LedgerLine[] = [];
  const refusals: Refusal<LedgerFacts>[] = [];
  for (const entry of root.entries) {
    const line = readLine(entry);
    if ("cause" in line) refusals.push(refuse(path, [entry.key.text], line.cause, entry.key.text));
    else {
      lines.push(line);
      const cause = causeIn(line);
      if (cause !== undefined) refusals.push(refuse(path, [line.key], cause, line.key));
    }
  }
  return { lines, refusals };
}

/** What is wrong with a line that counts all the same. */
function causeIn({ on, because }: LedgerLine): "day" | "reason" | undefined {
  if (on === undefined || parseDay(on) === undefined) return "day";
  return because === undefined || because.trim() === "" ? "reason" : undefined;
}

function readLine({ key, value }: Entry): LedgerLine | Pick<LedgerFacts, "cause"> {
  const [, from, to] = LINK.exec(key.text) ?? [];
  if (from === undefined || to === undefined) return { cause: "link" };
  const text = (name: string) => scalarText(findValue(value, name));
  const said = { from: text("from") ?? "", to: text("to") ?? "" };
  if (!FINGERPRINT.test(said.from) || !FINGERPRINT.test(said.to)) return { cause: "fingerprint" };
  const [on, by, because] = [text("on"), text("by"), text("because")];
  return {
    key: key.text,
    from,
    to,
    said,
    ...(on === undefined ? {} : { on }),
    ...(by === undefined ? {} : { by }),
    ...(because === undefined ? {} : { because }),
  };
}

export function refuse(
  file: string,
  path: NodePath,
  cause: LedgerFacts["cause"],
  text: string,
): Refusal<LedgerFacts> {
  return {
    rule: "trace/review-unreadable",
    place: { file, path, on: "key" },
    facts: { cause, text },
    ...(text === "" ? {} : { value: text }),
  };
}
