// stratkit check: everything that can be found in a workspace, and the repair of what may be repaired. The engine is
// loaded only where the result is not known from before.

import { openCheckCache } from "../cache/checkCache.ts";
import { type CheckFlags, readCheckRequest } from "../checkRequest.ts";
import { deliverCheck } from "../checkResult.ts";
import { openSince } from "../newSince.ts";
import { openWorkspace, sayWhatWasRead } from "../opening.ts";
import { readOverlay } from "../overlay.ts";
import { readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export async function check(paths: readonly string[], flags: CheckFlags, shell: Shell): Promise<number> {
  const settings = readSettings(flags, shell);
  const request = await readCheckRequest(paths, flags, settings);
  const { profile, fixChoice, outputs } = request;
  const overlay = await readOverlay(flags, paths, settings, shell);
  const opened = openWorkspace(
    {
      paths: overlay === undefined ? paths : [overlay.path],
      ...(profile === undefined ? {} : { profile }),
      ...(overlay === undefined ? {} : { overlay }),
    },
    settings,
    shell,
  );
  const mayBeKept = flags.cache !== false && fixChoice === undefined && overlay === undefined;
  const since = openSince(opened, request);
  const cache = mayBeKept ? openCheckCache(opened, request, since?.revision) : undefined;
  const kept = cache?.find();
  if (kept !== undefined) {
    sayWhatWasRead(opened, kept.items);
    return deliverCheck(kept, outputs, opened);
  }
  const { checkAnew, fixInput } = await import("../checkAnew.ts");
  if (overlay !== undefined && fixChoice !== undefined) return fixInput(opened, request, overlay, since);
  const result = await checkAnew(opened, request, since);
  const code = deliverCheck(result, outputs, opened);
  cache?.keep(result);
  return code;
}
