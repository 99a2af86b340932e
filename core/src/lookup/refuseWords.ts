// Why words that somebody has typed are no target, period or value, in one sentence: that of the finding about them.

import { ruleOfTarget } from "../model/checkFigures.ts";
import type { MeasureFields } from "../model/items.ts";
import type { PeriodProblem } from "../model/parsePeriod.ts";
import { parseTarget, type TargetContext, type TargetUnreadable } from "../model/parseTarget.ts";
import type { PeriodCalendar } from "../model/resolvePeriod.ts";
import type { ValueProblem } from "../model/value.ts";
import valueUnreadable from "../rules/actuals/value-unreadable.ts";
import levelUnknown from "../rules/measure/level-unknown.ts";
import targetAnchorMissing from "../rules/measure/target-anchor-missing.ts";
import { judgeSide } from "../rules/measure/target-side.ts";
import targetUnreadable from "../rules/measure/target-unreadable.ts";
import periodUnreadable from "../rules/period/unreadable.ts";
import type { RefusalRule } from "../rules/rule.ts";
import { isPeriod, readPeriod } from "../trace/calendar.ts";

const TARGET_RULES: readonly RefusalRule<TargetUnreadable>[] = [levelUnknown, targetAnchorMissing];

/** Of words that can be read, the side may be another than that of the measure. */
export function refuseTarget(
  text: string,
  context: TargetContext,
  measure: Pick<MeasureFields, "better" | "role">,
): string | undefined {
  const read = parseTarget(text, context);
  if (!("problem" in read)) {
    const wrong = judgeSide(read, text, measure, "");
    return wrong === undefined ? undefined : joinHelp(wrong);
  }
  const rule = TARGET_RULES.find(({ id }) => id === ruleOfTarget(read)) ?? targetUnreadable;
  return sentence(rule, { text, problem: read });
}

export function refusePeriod(text: string, calendar: PeriodCalendar): string | undefined {
  const problem = readPeriod(text, calendar);
  return isPeriod(problem) ? undefined : sayPeriodProblem(problem);
}

export function sayPeriodProblem(problem: PeriodProblem): string {
  return sentence(periodUnreadable, { problem });
}

/** `measure` is its title, or its id where it has none. */
export function sayValueProblem(problem: ValueProblem, measure: string): string {
  return sentence(valueUnreadable, { problem, measure });
}

/** The message says what is wrong, the help what to do. */
function sentence<Facts>(rule: RefusalRule<Facts>, facts: Facts): string {
  const refusal = { rule: rule.id, place: { file: "", span: { start: 0, end: 0 } }, facts };
  return joinHelp(rule.say(facts, refusal, () => 0));
}

function joinHelp({ message, help }: { readonly message: string; readonly help: string }): string {
  const next = help.replace(/^Write: /, "Write ");
  if (message.endsWith("?")) return `${message} ${help}`;
  return `${message}: ${next.charAt(0).toLowerCase()}${next.slice(1)}`;
}
