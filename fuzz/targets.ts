// All targets, in the order of their turns.

import { checkingTarget } from "./checking.ts";
import { commandLineTarget } from "./commandLine.ts";
import type { Corpus } from "./corpus.ts";
import { featuresTarget } from "./features.ts";
import { fixesTarget } from "./fixes.ts";
import { guidesTarget } from "./guides.ts";
import { readingTarget } from "./reading.ts";
import { serverTarget } from "./server.ts";
import type { Target } from "./target.ts";

export function allTargets(corpus: Corpus): Target[] {
  return [
    readingTarget(corpus),
    checkingTarget(corpus),
    fixesTarget(corpus),
    featuresTarget(corpus),
    guidesTarget(corpus),
    serverTarget(corpus),
    commandLineTarget(corpus),
  ];
}
