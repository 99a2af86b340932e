// Writes what was measured: on the terminal while it runs, and as a page with the machine and the versions.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, type as systemType, totalmem } from "node:os";
import { join } from "node:path";
import { BENCH, ROOT } from "./paths.ts";
import { peerNames, peerVersion } from "./peers.ts";
import { type Aim, isMet, OURS, type Row, type RowResult, type Samples, type Unit } from "./row.ts";
import { median, p95 } from "./statistics.ts";

export interface Measured {
  readonly row: Pick<Row, "id" | "title">;
  readonly result: RowResult;
}

/** Written by hand after a run, and kept by the next. */
const READING = join(BENCH, "reading.md");
const PAGE = join(BENCH, "results.md");

export function writePage(measured: readonly Measured[], seconds: number): void {
  const reading = existsSync(READING) ? [readFileSync(READING, "utf8").trimEnd(), ""] : [];
  const page = [
    "# Measured",
    "",
    `By \`npm run bench\`, in ${Math.round(seconds)} seconds. Only ratios within one run carry over to another machine.`,
    "",
    ...surroundings(),
    "",
    ...reading,
    ...measured.flatMap((one) => [...rowLines(one), ""]),
  ];
  writeFileSync(PAGE, `${page.join("\n").trimEnd()}\n`);
}

export function printRow(measured: Measured): void {
  process.stdout.write(`${rowLines(measured).join("\n")}\n\n`);
}

/** The same on the terminal as on the page. */
function rowLines({ row, result }: Measured): string[] {
  return [
    `## ${row.id} ${row.title}`,
    "",
    ...table(["what", "who", "median", "p95", "to ours", "samples"], result.samples.map(sampleCells(result))),
    "",
    ...(result.aims.length === 0 ? [] : [...table(["aim", "measured", ""], result.aims.map(aimCells)), ""]),
    ...result.notes.map((note) => `- ${note}`),
  ];
}

function sampleCells({ samples }: RowResult): (one: Samples) => string[] {
  return ({ what, who, unit, values }) => {
    const ours = samples.find((one) => one.what === what && one.who === OURS);
    const ratio =
      ours === undefined || who === OURS ? "" : `${figure(median(values) / median(ours.values))}x`;
    const late = values.length < 3 ? "" : withUnit(p95(values), unit);
    return [what, who, withUnit(median(values), unit), late, ratio, String(values.length)];
  };
}

function aimCells(aim: Aim): string[] {
  const { what, sense, limit, value, unit } = aim;
  const far = sense === "at most" ? value / limit : limit / value;
  const verdict = isMet(aim) ? "met" : `**not met**, by ${figure(far)}x`;
  return [`${what}: ${sense} ${withUnit(limit, unit)}`, withUnit(value, unit), verdict];
}

function withUnit(value: number, unit: Unit): string {
  if (unit === "times") return `${figure(value)}x`;
  return unit === "" ? figure(value) : `${figure(value)} ${unit}`;
}

/** Three digits say enough. */
function figure(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString("en-GB");
  return value.toFixed(size >= 10 ? 1 : 2);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [heads, ...rows];
  const widths = heads.map((_, at) => Math.max(...all.map((cells) => (cells[at] ?? "").length), 3));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(heads), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

function surroundings(): string[] {
  const [processor] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const peers = peerNames().map((name) => `${name} ${peerVersion(name)}`);
  return [
    `- ${new Date().toISOString().slice(0, 10)}, ${commit()}`,
    `- ${processor?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${gigabytes} GB, ${systemType()}, Node ${process.version}; at the end ${figure(loadavg()[2] ?? 0)} processes wanted to run, on average of 15 minutes`,
    `- beside ${peers.join(", ")}`,
  ];
}

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim();
    const changed = git("status", "--porcelain", "--untracked-files=no") === "" ? "" : " with changes";
    return `commit ${git("rev-parse", "--short", "HEAD")}${changed}`;
  } catch {
    return "not a checkout of git";
  }
}
