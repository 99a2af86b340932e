// stratkit report: one page on a strategy, to read and to print.

import {
  createLookup,
  findNearest,
  findPlan,
  findStrategy,
  type ItemOf,
  type Lookup,
  NOT_COMPLETE,
  plansByPeriod,
  renderReportPage,
  sayGuess,
  strategiesOf,
} from "@stratkit/core";
import { sayError } from "../errors.ts";
import { JobError, usageError } from "../jobError.ts";
import { note } from "../opening.ts";
import { type Output, readOutputs, writeOutputs } from "../outputs.ts";
import { absolutePath } from "../paths.ts";
import { configError, openSession, type Session, unreadableError } from "../session.ts";
import { readSettings, type Settings, type WrittenFlags } from "../settings.ts";
import type { Shell } from "../shell.ts";

export interface ReportFlags extends WrittenFlags {
  readonly output?: string;
  readonly strategy?: string;
  readonly year?: string;
}

const FORMATS = ["html"] as const;

export function report(folder: string | undefined, flags: ReportFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const outputs = readTargets(flags, settings);
  const session = openSession({ paths: folder === undefined ? [] : [folder] }, settings, shell);
  const stop = configError(session);
  if (stop !== undefined) throw stop;
  const lookup = createLookup(session.analysis);
  const strategy = chooseStrategy(lookup, flags.strategy, session);
  const page = renderReportPage(lookup, strategy, choosePlan(lookup, strategy, flags.year));
  writeOutputs(outputs, shell, () => page);
  if (!session.analysis.complete) note(session, NOT_COMPLETE);
  const unreadable = unreadableError(session);
  return unreadable === undefined ? 0 : sayError(unreadable, settings.loudness, shell);
}

/** `-o FILE` is short for `-f html:FILE`. */
function readTargets({ format, output }: ReportFlags, settings: Settings): Output<"html">[] {
  if (format?.some((text) => /^json(:|$)/.test(text)) === true) {
    throw usageError(
      "The report has no JSON yet: it comes with the charts of measures. Use html, or stratkit trace -f json",
    );
  }
  const outputs = readOutputs(format, FORMATS, "html", settings.cwd);
  if (output === undefined) return outputs;
  const files = outputs.filter(({ file }) => file !== undefined);
  return [{ format: "html", file: absolutePath(settings.cwd, output) }, ...files];
}

/** The one that is named, else the one that holds today, else the latest; which others there are is said. */
function chooseStrategy(lookup: Lookup, id: string | undefined, session: Session): ItemOf<"strategy"> {
  const all = strategiesOf(lookup.model);
  const found = findStrategy(lookup, id);
  if (found === undefined) {
    throw id === undefined
      ? new JobError(
          "not-found",
          "There is no strategy to report on: write one, such as my-trust.strategy.yaml",
        )
      : notFound("strategy", id, all);
  }
  const others = all.filter((strategy) => strategy !== found).map((strategy) => strategy.id);
  if (id === undefined && others.length > 0) {
    note(session, `The page is on ${found.id}: use --strategy for ${others.join(", ")}`);
  }
  return found;
}

function choosePlan(
  lookup: Lookup,
  strategy: ItemOf<"strategy">,
  year: string | undefined,
): ItemOf<"delivery-plan"> | undefined {
  const found = findPlan(lookup, strategy, year);
  if (found !== undefined || year === undefined) return found;
  throw notFound("delivery plan", year, plansByPeriod(lookup, strategy));
}

function notFound(
  what: string,
  written: string,
  known: readonly { readonly id: string; readonly title?: string }[],
): JobError {
  const names = known.map(({ id }) => id).join(", ");
  const help = names === "" ? "There is none yet" : `Use ${names}`;
  return new JobError(
    "not-found",
    `No ${what} is called "${written}".${sayGuess(findNearest(written, known))} ${help}`,
  );
}
