// Has Node 20 make fast code of what has run some hundred times, instead of some thousand: a server does a little for each
// message, so most of it would run slowly for a long while. Later versions do so by themselves.

import { setFlagsFromString } from "node:v8";

/** The first version of the engine under Node that has a middle kind of code, made after few calls. */
const WITH_MIDDLE_KIND = 12;

/** How much of a function has to run before Node looks whether it is worth making fast; its own measure is 67,584. */
const SOONER = "--interrupt-budget=3000";

export function makeFastCodeSooner(): void {
  if (Number.parseInt(process.versions.v8, 10) < WITH_MIDDLE_KIND) setFlagsFromString(SOONER);
}
