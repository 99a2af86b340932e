// `stratkit/guide`: the next question of a guided command.

import { nearestFirst, nextQuestion } from "@stratkit/core";
import { benchFor, refusal } from "../commands/command.ts";
import { readGuideParams } from "../guideParams.ts";
import { type GuideParams, GuideRequest, type GuideResult } from "../messages.ts";
import { keyOf, pathBelow } from "../uris.ts";
import { handler } from "./handler.ts";

export const guide = handler<GuideParams, GuideResult | null>(GuideRequest, {
  capabilities: () => ({}),
  empty: null,
  async handle(params, { session }) {
    const { uri } = readGuideParams(params);
    const bench = await benchFor(session, uri);
    if (bench === undefined) return { refused: "There is no strategy workspace open: open a folder first" };
    const { guide: asked, id, answers, given } = readGuideParams(params, bench.lookup);
    if (asked === undefined) throw refusal(`"${id}" is not a guided command`);
    const path = uri === undefined ? undefined : pathBelow(bench.root.key, keyOf(uri));
    const next = nearestFirst(nextQuestion(asked, bench.lookup, answers, given), bench.lookup, path ?? "");
    return "step" in next ? { title: asked.title, ...next } : next;
  },
});
