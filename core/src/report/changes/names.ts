// How a change names what it is about, the kind and the title apart from each other so that the title can stand out; and
// what it says of that.

import type { Change } from "../../diff/change.ts";

export interface ChangeName {
  /** `Objective`; all of it where there is no title, such as `The settings`. */
  readonly lead: string;
  readonly title: string;
}

/** As the message begins. */
export function nameOfChange({
  message,
  what,
  entity,
}: Pick<Change, "message" | "what" | "entity">): ChangeName {
  const title = entity.title ?? entity.id;
  const at = message.indexOf(` "${title}" `);
  if (at >= 0) return { lead: message.slice(0, at), title };
  const end = message.indexOf(` ${what}`);
  return { lead: end < 0 ? entity.kind : message.slice(0, end), title: "" };
}

/** The message without the name that it begins with: `lost its last measure: waits`. */
export function sayChange(change: Pick<Change, "message" | "what" | "entity">): string {
  const { lead, title } = nameOfChange(change);
  const name = title === "" ? lead : `${lead} "${title}"`;
  return change.message.startsWith(`${name} `) ? change.message.slice(name.length + 1) : change.message;
}
