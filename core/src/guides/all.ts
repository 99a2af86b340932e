// The guided commands, in the order in which a strategy comes to be.

import { acceptLink } from "./acceptLink.ts";
import { addAction } from "./addAction.ts";
import { addMilestone } from "./addMilestone.ts";
import { addToPlan } from "./addToPlan.ts";
import type { Guide } from "./guide.ts";
import { init } from "./init.ts";
import { linkEnablerStrategy } from "./linkEnablerStrategy.ts";
import { linkMeasure } from "./linkMeasure.ts";
import { moveMeasures } from "./moveMeasures.ts";
import { newEnablerStrategy } from "./newEnablerStrategy.ts";
import { newMeasure } from "./newMeasure.ts";
import { newObjective } from "./newObjective.ts";
import { newProgressReport } from "./newProgressReport.ts";
import { recordActuals } from "./recordActuals.ts";
import { renameId } from "./renameId.ts";
import { retire } from "./retire.ts";
import { rollForward } from "./rollForward.ts";
import { sayWhenDone } from "./sayWhenDone.ts";
import { setTarget } from "./setTarget.ts";
import { waive } from "./waive.ts";

export const allGuides: readonly Guide[] = [
  init,
  newObjective,
  newMeasure,
  linkMeasure,
  sayWhenDone,
  setTarget,
  newEnablerStrategy,
  linkEnablerStrategy,
  addToPlan,
  addAction,
  addMilestone,
  rollForward,
  recordActuals,
  newProgressReport,
  waive,
  acceptLink,
  retire,
  renameId,
  moveMeasures,
];

export function findGuide(id: string): Guide | undefined {
  return allGuides.find((guide) => guide.id === id);
}
