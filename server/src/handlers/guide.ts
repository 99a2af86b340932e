// `stratkit/guide`: the next question of a guided command.

import { nextQuestion } from "@stratkit/core";
import { benchFor, refusal } from "../commands/command.ts";
import { readGuideParams } from "../guideParams.ts";
import { type GuideParams, GuideRequest, type GuideResult } from "../messages.ts";
import { handler } from "./handler.ts";

export const guide = handler<GuideParams, GuideResult | null>(GuideRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle(params, { session }) {
    const bench = await benchFor(session, readGuideParams(params).uri);
    if (bench === undefined) return { refused: "There is no strategy workspace open: open a folder first" };
    const { guide: asked, id, answers, given } = readGuideParams(params, bench.lookup);
    if (asked === undefined) throw refusal(`"${id}" is not a guided command`);
    const next = nextQuestion(asked, bench.lookup, answers, given);
    return "step" in next ? { title: asked.title, ...next } : next;
  },
});
