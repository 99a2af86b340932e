import { type CoverageState, isGoal } from "../../trace/coverage.ts";
import type { Draft } from "../change.ts";
import { type Comparing, compareLinks, sayLinked } from "../comparing.ts";
import type { Pair } from "../matching.ts";
import type { Side } from "../side.ts";

const OPEN_STATES: readonly CoverageState[] = [
  "measured",
  "deliverable",
  "untargeted",
  "evidence-only",
  "waived",
  "unmeasured",
];

/** From here on nobody can tell whether it works. */
const WAIVED = OPEN_STATES.indexOf("waived");

/** What can be told of an objective by its own measures on both sides. */
export function compareCoverage(comparing: Comparing, pair: Pair): Draft[] {
  const { base, head } = pair;
  if (!isGoal(base) || !isGoal(head) || base.retired !== undefined || head.retired !== undefined) return [];
  if (mayLackMeasures(comparing.base) || mayLackMeasures(comparing.head)) return [];
  const [was, is] = [comparing.base.thread.coverageOf(base), comparing.head.thread.coverageOf(head)];
  if (was.state === is.state || !was.own || !is.own) return [];
  const [before, now] = [OPEN_STATES.indexOf(was.state), OPEN_STATES.indexOf(is.state)];
  const at = { base, head, field: "measures", path: ["measures"] };
  if (before >= WAIVED && now >= WAIVED) return [];
  const { gone, fresh } = compareLinks(comparing, pair, "measures");
  if (now >= WAIVED)
    return [
      {
        ...at,
        id: "last-measure-removed",
        old: gone.map(sayLinked).join(", ") || was.state,
        new: is.state === "waived" ? "waived" : "none",
        what: gone.length === 0 ? "has nothing left that shows whether it works" : "lost its last measure",
        why: "Nobody can tell whether it is working",
      },
    ];
  if (before >= WAIVED)
    return [
      {
        ...at,
        id: "first-measure-added",
        old: was.state === "waived" ? "waived" : "none",
        new: fresh.map(sayLinked).join(", ") || is.state,
        what: fresh.length === 0 ? "has something that shows whether it works" : "has its first measure",
        why: "It can be told whether it is working",
      },
    ];
  return [
    now > before
      ? {
          ...at,
          id: "coverage-lowered",
          old: was.state,
          new: is.state,
          what: `is only ${is.state} now`,
          why: WHY_LOWER[is.state] ?? "",
        }
      : {
          ...at,
          id: "coverage-raised",
          old: was.state,
          new: is.state,
          what: `is ${is.state} now`,
          why: "It can be told better whether it is reached",
        },
  ];
}

/** True where a file that could hold measures was not read, so that nobody can say that there are none. */
function mayLackMeasures({ unreadKinds, analysis }: Side): boolean {
  const kinds = ["measures", "strategy", "enabler-strategy", "delivery-plan"];
  return !analysis.workspace.complete || kinds.some((kind) => unreadKinds.has(kind));
}

const WHY_LOWER: Readonly<Partial<Record<CoverageState, string>>> = {
  deliverable: "It can be seen whether something was made, and no longer whether it works",
  untargeted: "Success can no longer be told from failure",
  "evidence-only": "Nothing that it rests on says by itself whether it is reached",
};
