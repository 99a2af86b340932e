// Colours of a terminal for the engine's renderers, or none.

import { plainStyle, type Role, type Style } from "@stratkit/core";
import type { Settings } from "./settings.ts";
import type { Shell, Stream } from "./shell.ts";

const CODES: Readonly<Record<Role, readonly [on: number, off: number]>> = {
  strong: [1, 22],
  dim: [2, 22],
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  good: [32, 39],
};

export function styleFor(stream: Stream, settings: Settings, shell: Shell): Style {
  if (!hasColours(stream, settings, shell)) return plainStyle;
  return (role, text) => `\u001b[${CODES[role][0]}m${text}\u001b[${CODES[role][1]}m`;
}

/** Where a flag says so; else on a terminal that has them, unless NO_COLOR is set. */
export function hasColours(stream: Stream, settings: Settings, shell: Shell): boolean {
  const { NO_COLOR, TERM } = shell.env;
  const fits = stream.isTerminal && TERM !== "dumb" && (NO_COLOR === undefined || NO_COLOR === "");
  return settings.colour === "always" || (settings.colour === "auto" && fits);
}
