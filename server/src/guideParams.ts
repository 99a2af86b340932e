// Reads what a client says about a guided command: nothing of it is taken for granted.

import { type Answer, type Answers, answersFrom, findGuide, type Guide, type Lookup } from "@stratkit/core";
import { asRecord } from "./client.ts";

export interface ReadGuideParams {
  readonly id: string;
  readonly guide: Guide | undefined;
  readonly uri: string | undefined;
  readonly answers: Answers;
  /** What the command was called about, as answers; nothing without a workspace. */
  readonly given: Answers;
}

export function readGuideParams(params: unknown, lookup?: Lookup): ReadGuideParams {
  const { guide: written, uri, about, answers } = asRecord(params);
  const id = String(written);
  const guide = findGuide(id);
  const called = Object.entries(asRecord(about)).filter(([, value]) => typeof value === "string");
  return {
    id,
    guide,
    uri: typeof uri === "string" ? uri : undefined,
    answers: Object.fromEntries(
      Object.entries(asRecord(answers)).filter((entry): entry is [string, Answer] => isAnswer(entry[1])),
    ),
    given:
      guide === undefined || lookup === undefined
        ? {}
        : answersFrom(guide, lookup, Object.fromEntries(called)),
  };
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string"));
}
