// The names of the guided commands. What they ask and what they write is the server's business.

export const GUIDES = [
  "init",
  "newObjective",
  "newMeasure",
  "linkMeasure",
  "linkEnablerStrategy",
  "newEnablerStrategy",
  "rollForward",
  "addAction",
  "addMilestone",
  "addToPlan",
  "setTarget",
  "sayWhenDone",
  "recordActuals",
  "newProgressReport",
  "waive",
  "acceptLink",
  "retire",
  "renameId",
  "moveMeasures",
] as const;

export type GuideId = (typeof GUIDES)[number];

export const GUIDED_COMMANDS: readonly string[] = GUIDES.map((id) => `stratkit.${id}`);
