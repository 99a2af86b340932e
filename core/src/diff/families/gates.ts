// Changes of what is checked at all: settings, waivers, known debt. They come first in every list, because a gate that
// opens wider lets everything else through.

import type { Config, ConfigTolerance, Profile, RuleSeverity } from "../../model/config.ts";
import type { Waiver } from "../../model/items.ts";
import type { ChangeKind, Draft } from "../change.ts";
import { type Comparing, type FieldPair, values } from "../comparing.ts";
import { toleranceDrafts } from "./toleranceChanges.ts";

export const gateKinds: readonly ChangeKind[] = [
  {
    id: "gate-relaxed",
    class: "weakens",
    mirror: "gate-tightened",
    what: "Less is checked: a lower profile or severity, more files left out, a layer of the thread dropped, a waiver added or extended, more known debt.",
  },
  {
    id: "gate-tightened",
    class: "strengthens",
    mirror: "gate-relaxed",
    what: "More is checked: a higher profile or severity, fewer files left out, a layer of the thread added, a waiver gone or shortened, less known debt.",
  },
];

const RELAXED = "A gate that opens wider lets everything else through";
const TIGHTENED = "More is found before it matters";

type Gate = Omit<Draft, "base" | "head">;

function gate(isRelaxed: boolean, draft: Omit<Gate, "id" | "why">): Gate {
  return {
    ...draft,
    id: isRelaxed ? "gate-relaxed" : "gate-tightened",
    why: isRelaxed ? RELAXED : TIGHTENED,
  };
}

/** What the settings of both sides say; each side's own, whichever was used for the comparison. */
export function compareSettings({ base, head }: Comparing): Gate[] {
  if (!base.areSettingsRead || !head.areSettingsRead) return [];
  const [old, now] = [base.settings, head.settings];
  const usual: UsualSeverity = (rule, profile) =>
    head.analysis.engine.rules.byId.get(rule)?.severity[profile] ?? "off";
  return [
    ...compareProfiles(old.extends, now.extends),
    ...compareSeverities(old, now, usual),
    ...compareLists("ignore", old.ignore, now.ignore, (isAdded) => isAdded),
    ...compareThread(old, now),
    ...compareRag(old.rag, now.rag),
    ...compareSpc(old, now),
  ];
}

const PROFILES: readonly Profile[] = ["draft", "review", "publish"];
const SEVERITIES: readonly RuleSeverity[] = ["off", "info", "warning", "error"];

function compareProfiles(old: Profile, now: Profile): Gate[] {
  if (old === now) return [];
  const isRelaxed = PROFILES.indexOf(now) < PROFILES.indexOf(old);
  return [
    gate(isRelaxed, {
      field: "extends",
      path: ["extends"],
      old,
      new: now,
      what: isRelaxed ? "ask for less" : "ask for more",
    }),
  ];
}

/** Severities by rule, also those of overrides; a rule that is not named has its profile's. */
function compareSeverities(old: Config, now: Config, usual: UsualSeverity): Gate[] {
  const [before, after] = [severitiesOf(old), severitiesOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const rule = name.split(" ")[0] ?? name;
    const was = before.get(name) ?? usual(rule, old.extends);
    const is = after.get(name) ?? usual(rule, now.extends);
    if (was === is) return [];
    const isRelaxed = SEVERITIES.indexOf(is) < SEVERITIES.indexOf(was);
    return [
      gate(isRelaxed, {
        field: `rules.${name}`,
        path: ["rules"],
        old: was,
        new: is,
        what: isRelaxed ? `take ${name} less seriously` : `take ${name} more seriously`,
      }),
    ];
  });
}

type UsualSeverity = (rule: string, profile: Profile) => RuleSeverity;

function severitiesOf(config: Config): Map<string, RuleSeverity> {
  const all = new Map<string, RuleSeverity>(config.rules);
  for (const { ids, files, rules } of config.overrides)
    for (const [rule, severity] of rules) all.set(`${rule} for ${[...ids, ...files].join(", ")}`, severity);
  return all;
}

function compareLists(
  field: string,
  old: readonly string[],
  now: readonly string[],
  isRelaxed: (isAdded: boolean) => boolean,
): Gate[] {
  const added = now.filter((one) => !old.includes(one));
  const gone = old.filter((one) => !now.includes(one));
  return [
    ...added.map((one) =>
      gate(isRelaxed(true), {
        field: `${field}.${one}`,
        path: [field],
        new: one,
        what: "leave out more files",
      }),
    ),
    ...gone.map((one) =>
      gate(isRelaxed(false), {
        field: `${field}.${one}`,
        path: [field],
        old: one,
        what: "leave out fewer files",
      }),
    ),
  ];
}

const LAYERS = ["measure", "baseline", "owner", "enabler-strategy", "delivery-plan"];

function compareThread(old: Config, now: Config): Gate[] {
  const [before, after] = [old.thread ?? LAYERS, now.thread ?? LAYERS].map((layers) => layers.map(String));
  const dropped = (before ?? []).filter((layer) => !after?.includes(layer));
  const added = (after ?? []).filter((layer) => !before?.includes(layer));
  const draft = (layer: string, isRelaxed: boolean) =>
    gate(isRelaxed, {
      field: `thread.${layer}`,
      path: ["thread"],
      ...(isRelaxed ? { old: layer } : { new: layer }),
      what: isRelaxed ? "no longer ask for a layer of the thread" : "ask for one more layer of the thread",
    });
  return [...dropped.map((layer) => draft(layer, true)), ...added.map((layer) => draft(layer, false))];
}

function compareRag(old: ConfigTolerance | undefined, now: ConfigTolerance | undefined): Gate[] {
  const say = (one: ConfigTolerance | undefined) =>
    one === undefined ? "the usual" : `amber: ${one.amber}, red: ${one.red}, of: ${one.of}`;
  return toleranceDrafts(old, now).map((draft) => ({
    ...draft,
    field: "rag",
    path: ["rag"],
    old: say(old),
    new: say(now),
    what: draft.what.replace("turns", "turn"),
  }));
}

function compareSpc(old: Config, now: Config): Gate[] {
  const [was, is] = [JSON.stringify(old.spc ?? {}), JSON.stringify(now.spc ?? {})];
  if (was === is) return [];
  const say = (text: string) => text.replace(/[{}"]/g, "").replaceAll(",", ", ");
  return [
    {
      id: "reading-changed",
      field: "spc",
      path: ["spc"],
      ...values(say(was) || "the usual", say(is) || "the usual"),
      what: "read charts otherwise",
      why: "The same figures may now say something else",
    },
  ];
}

/** Waivers of one item. */
export function compareWaivers({ pair }: FieldPair): Draft[] {
  const [old, now] = [byRule(pair.base.waivers), byRule(pair.head.waivers)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((rule): Draft[] => {
    const [was, is] = [old.get(rule), now.get(rule)];
    const at = { base: pair.base, head: pair.head, field: `waive.${rule}`, path: ["waive", rule] };
    if (was === undefined)
      return [
        { ...at, ...gate(true, { ...values(undefined, sayWaiver(is)), what: `is excused from ${rule}` }) },
      ];
    if (is === undefined)
      return [
        {
          ...at,
          ...gate(false, { ...values(sayWaiver(was), undefined), what: `is no longer excused from ${rule}` }),
        },
      ];
    if (was.until !== is.until) {
      const isLonger = (is.until ?? "9999") > (was.until ?? "9999");
      return [
        {
          ...at,
          ...gate(isLonger, {
            ...values(was.until, is.until),
            what: isLonger
              ? `is excused from ${rule} for longer`
              : `is excused from ${rule} for a shorter time`,
          }),
        },
      ];
    }
    if (was.because === is.because && was.by === is.by) return [];
    return [
      {
        ...at,
        id: "notes-changed",
        ...values(sayWaiver(was), sayWaiver(is)),
        words: true,
        what: `has another reason to be excused from ${rule}`,
        why: "A note beside the promise, not the promise",
      },
    ];
  });
}

function byRule(waivers: readonly Waiver[]): Map<string, Waiver> {
  return new Map(waivers.map((waiver) => [waiver.rule, waiver]));
}

function sayWaiver(waiver: Waiver | undefined): string {
  if (waiver === undefined) return "";
  return `${waiver.because ?? "no reason"}, until ${waiver.until ?? "no date"}`;
}

/** Known debt that one side records and the other does not. */
export function compareDebt(old: readonly string[], now: readonly string[]): Gate[] {
  const added = now.filter((one) => !old.includes(one));
  const gone = old.filter((one) => !now.includes(one));
  const draft = (entries: readonly string[], isRelaxed: boolean): Gate[] =>
    entries.length === 0
      ? []
      : [
          gate(isRelaxed, {
            field: "findings",
            ...values(isRelaxed ? undefined : entries.join(", "), isRelaxed ? entries.join(", ") : undefined),
            what: isRelaxed
              ? `records ${entries.length} more as known debt`
              : `records ${entries.length} less as known debt`,
          }),
        ];
  return [...draft(added, true), ...draft(gone, false)];
}
