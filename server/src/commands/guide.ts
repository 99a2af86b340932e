// `stratkit.server.guide`: makes the change of a guided command of which every question is answered.

import { openPlace, runGuide } from "@stratkit/core";
import { readGuideParams } from "../guideParams.ts";
import { renameOptions } from "../handlers/rename.ts";
import type { GuideMade } from "../messages.ts";
import { toPosition } from "../toLsp.ts";
import { applyChanges, type Command, getBench, made, refusal } from "./command.ts";

/** The parameters of `stratkit/guide`; answers with the place to go on at. */
export const guide: Command = async (argument, server): Promise<GuideMade> => {
  const bench = await getBench(server.session, readGuideParams(argument).uri);
  const { lookup, writing } = bench;
  const { guide: asked, id, answers, given } = readGuideParams(argument, lookup);
  if (asked === undefined) throw refusal(`"${id}" is not a guided command`);
  const host = await renameOptions(server.session, bench);
  const result = made(runGuide(asked, lookup, answers, given, host));
  const others = new Map(host.records.map(({ path, text }) => [path, text]));
  await applyChanges(server, bench, asked.title, { ...result, others });
  const place = openPlace(lookup, result);
  return {
    ...(place === undefined
      ? {}
      : {
          open: {
            uri: writing.uri(place.source.path),
            position: toPosition(place.source, place.offset, writing.encoding),
          },
        }),
    ...(result.message === undefined ? {} : { message: result.message }),
  };
};
