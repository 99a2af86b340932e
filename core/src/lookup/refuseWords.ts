// Why words that somebody has typed are no target, period or value, in one sentence: that of the finding about them.

import type { PeriodProblem } from "../model/parsePeriod.ts";
import { parseTarget, type TargetContext } from "../model/parseTarget.ts";
import type { PeriodCalendar } from "../model/resolvePeriod.ts";
import type { ValueProblem } from "../model/value.ts";
import valueUnreadable from "../rules/actuals/value-unreadable.ts";
import targetUnreadable from "../rules/measure/target-unreadable.ts";
import periodUnreadable from "../rules/period/unreadable.ts";
import type { RefusalRule } from "../rules/rule.ts";
import { isPeriod, readPeriod } from "../trace/calendar.ts";

export function refuseTarget(text: string, context: TargetContext): string | undefined {
  const problem = parseTarget(text, context);
  return "problem" in problem ? sentence(targetUnreadable, { text, problem }) : undefined;
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
  const { message, help } = rule.say(facts, refusal, () => 0);
  const next = help.replace(/^Write: /, "Write ");
  if (message.endsWith("?")) return `${message} ${help}`;
  return `${message}: ${next.charAt(0).toLowerCase()}${next.slice(1)}`;
}
