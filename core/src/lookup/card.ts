// The card of a thing: what hover shows on its id, wherever that stands, and what completion shows beside it.

import {
  childrenOf,
  linksFrom,
  parentOf,
  referrersOf,
  type StrategyModel,
  targetsOf,
} from "../link/model.ts";
import { formatDay } from "../model/day.ts";
import type { Item, Waiver } from "../model/items.ts";
import { findValue, scalarText } from "../syntax/tree.ts";
import { isGoal } from "../trace/coverage.ts";
import { standingOf } from "../trace/latestValue.ts";
import { localWord } from "../trace/localWord.ts";
import { sayState } from "../trace/stateWords.ts";
import type { MeasureOrScope } from "../trace/targets.ts";
import { prioritiesDelivering, supportersOf } from "../trace/thread.ts";
import { measureOf, usersOf } from "../trace/usage.ts";
import { judgeWaiver } from "../trace/waivers.ts";
import { type Block, type Fact, fact, factsBlock } from "./blocks.ts";
import type { Lookup } from "./lookup.ts";
import { statusOf } from "./statuses.ts";
import { isPart, type Part, type Subject, subjectWord } from "./subjects.ts";
import { sayStanding, targetInForceOf } from "./targetReading.ts";

/** What a comparison with an earlier version said. */
export interface Since {
  /** How people call that version. */
  readonly label: string;
  /** Ends of sentences that begin with the thing, the weightiest first. */
  said(item: Item): readonly string[];
}

/** Title, kind in the author's own word and full id; then what is known of it; then its file. */
export function cardOf(subject: Subject, lookup: Lookup, since?: Since): Block[] {
  return isPart(subject) ? cardOfPart(subject, lookup) : cardOfItem(subject, lookup, since);
}

function cardOfPart(part: Part, { model }: Lookup): Block[] {
  const holder = `${localWord(part.holder, model)} "${part.holder.title ?? part.holder.id}"`;
  return [
    { kind: "title", text: part.title ?? part.key },
    { kind: "text", text: `${upperFirst(subjectWord(part))} · ${part.key}` },
    {
      kind: "facts",
      facts: [
        { label: "Of", text: holder },
        { label: "File", text: part.file },
      ],
    },
  ];
}

function cardOfItem(item: Item, lookup: Lookup, since: Since | undefined): Block[] {
  const { model } = lookup;
  const description = textOf(item, "description", lookup) ?? textOf(item, "statement", lookup);
  return [
    { kind: "title", text: item.title ?? item.key },
    { kind: "text", text: `${upperFirst(localWord(item, model))} · ${item.id}` },
    ...(description === undefined ? [] : [{ kind: "text" as const, text: description }]),
    ...factsBlock([
      ...endOf(item),
      ...stateOf(item, lookup),
      ...item.waivers.map((waiver) => ({ label: "Waiver", text: sayWaiver(waiver, item, lookup) })),
      ...peopleOf(item, model),
      ...(item.kind === "measure" || item.kind === "scope"
        ? measureFacts(item, lookup)
        : goalFacts(item, lookup)),
      ...(since === undefined ? [] : sinceFact(item, since)),
      { label: "File", text: item.file },
    ]),
  ];
}

const MOST_CHANGES = 3;

function sinceFact(item: Item, { label, said }: Since): Fact[] {
  const all = said(item);
  const more = all.length - MOST_CHANGES;
  const shown = all.slice(0, MOST_CHANGES);
  return fact(`Since ${label}`, [...shown, ...(more > 0 ? [`${more} more`] : [])].join("; "));
}

function textOf(item: Item, key: string, { sourceOfItem, locate }: Lookup): string | undefined {
  const source = sourceOfItem(item);
  return source === undefined ? undefined : scalarText(findValue(locate(source, item.path)?.node, key));
}

function endOf({ retired }: Item): Fact[] {
  if (retired === undefined) return [];
  const replacement = retired.replacedBy;
  const said = [
    retired.on ?? "yes",
    ...(retired.because === undefined ? [] : [`because: ${retired.because}`]),
    ...(replacement === undefined ? [] : [`replaced by ${replacement}`]),
  ];
  return fact("Ended", said.join(", "));
}

function stateOf(item: Item, lookup: Lookup): Fact[] {
  if (item.retired !== undefined) return [];
  const coverage = isGoal(item) ? fact("State", sayState(lookup.thread.coverageOf(item))) : [];
  const reported = statusOf(item, lookup);
  if (reported === undefined) return coverage;
  const said = [reported.status, reported.rag].filter((word) => word !== undefined).join(", ");
  return [...coverage, { label: "Status", text: `${said} (${reported.period})` }];
}

/** `trace/objective-unmeasured until 2027-03-31, by Board: Qualitative until the survey`. */
export function sayWaiver(waiver: Waiver, item: Item, { model, analysis }: Lookup): string {
  const reading = judgeWaiver(waiver, analysis.workspace.asOf);
  const by = waiver.by === undefined ? "" : `, by ${nameOfParty(item, waiver.by, "by", model)}`;
  const because = waiver.because === undefined ? "" : `: ${waiver.because}`;
  switch (reading.state) {
    case "valid":
      return `${waiver.rule} until ${formatDay(reading.until)}${by}${because}`;
    case "expired":
      return `${waiver.rule}, ended on ${formatDay(reading.until)}${by}${because}`;
    case "incomplete":
      return `${waiver.rule}, holds nothing before it has a reason and a last day${by}${because}`;
  }
}

export function nameOfParty(
  item: Item,
  text: string,
  key: "by" | "lead" | "owner",
  model: StrategyModel,
): string {
  const link = linksFrom(model, item, key).find(({ reference }) => reference.text === text);
  return link?.to.title ?? text;
}

/** A thing without lead or owner has its parent's; a measure has nobody's. */
function peopleOf(item: Item, model: StrategyModel): Fact[] {
  return (["owner", "lead"] as const).flatMap((key) => {
    let holder: Item | undefined = item;
    const inherits = item.kind !== "measure";
    while (holder !== undefined && holder[key] === undefined)
      holder = inherits && holder.kind !== "measure" ? parentOf(model, holder) : undefined;
    const written = holder?.[key];
    if (holder === undefined || written === undefined) return [];
    return fact(upperFirst(key), nameOfParty(holder, written.text, key, model));
  });
}

function measureFacts(measure: MeasureOrScope, lookup: Lookup): Fact[] {
  const { model, bench } = lookup;
  const standing = standingOf(measure, bench);
  const baseline = measure.baseline.map(({ period, value }) =>
    period === undefined ? value.text : `${value.text} (${period.text})`,
  );
  const moved = [measure, ...childrenOf(model, measure)].flatMap((one) => referrersOf(model, one, "moves"));
  return [
    ...(measure.role === "kpi" ? [] : fact("Role", measure.role)),
    ...fact("Unit", measure.unit),
    ...fact("Better", measure.better),
    ...fact("Baseline", baseline.join(", ")),
    ...fact("Target", targetInForceOf(measure, standing, bench)),
    ...(standing === undefined ? [] : fact("Latest", sayStanding(standing))),
    ...fact("Shows", titles(usersOf(model, measureOf(model, measure)))),
    ...fact("Moved by", titles(moved)),
  ];
}

function goalFacts(item: Item, lookup: Lookup): Fact[] {
  const { model } = lookup;
  const facts = [
    ...("period" in item ? fact("Period", item.period?.text) : []),
    ...("due" in item ? fact("Due", item.due?.text) : []),
    ...fact("Measures", titles(targetsOf(model, item, "measures"))),
    ...fact("Moves", titles(targetsOf(model, item, "moves"))),
  ];
  if (isGoal(item)) {
    facts.push(
      ...fact("Supported by", titles(supportersOf(model, item))),
      ...fact("Delivered by", titles(prioritiesDelivering(model, item))),
    );
    return facts;
  }
  const delivers = item.kind === "priority" ? targetsOf(model, item, "objectives") : [];
  facts.push(...fact("Delivers", titles(delivers)));
  facts.push(...fact("Supports", titles(targetsOf(model, item, "supports", "builds"))));
  if (NAMED_ONLY.has(item.kind)) facts.push(...fact("Named by", sayUse(item, model)));
  return facts;
}

const NAMED_ONLY: ReadonlySet<string> = new Set(["team", "board", "partner", "policy", "place"]);

function sayUse(item: Item, model: StrategyModel): string {
  const users = referrersOf(model, item);
  return users.length === 0 ? "nothing" : titles(users);
}

const SHOWN = 4;

/** The first few, each by its title, and how many more. */
function titles(items: readonly Item[]): string {
  const all = [...new Set(items)].filter((item) => item.retired === undefined);
  const shown = all.slice(0, SHOWN).map((item) => item.title ?? item.id);
  const more = all.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
