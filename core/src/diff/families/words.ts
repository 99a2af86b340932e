// Changes of wording: what a promise, a vision or a definition says, and guesses at whether it says less.

import { foldNode, foldText, sayNode, wordsOf } from "../../syntax/fold.ts";
import type { TreeNode } from "../../syntax/tree.ts";
import type { ChangeKind, Draft } from "../change.ts";
import { draftOf, type FieldPair, values } from "../comparing.ts";

export const wordKinds: readonly ChangeKind[] = [
  {
    id: "layout-changed",
    class: "editorial",
    mirror: "itself",
    what: "The file is written otherwise and says the same: line breaks, quotes, comments, order, another place or file.",
  },
  {
    id: "notes-changed",
    class: "editorial",
    mirror: "itself",
    what: "A note beside the promise changed: reasons, local words, labels, tags, sources, keys of the author's own.",
  },
  {
    id: "question-opened",
    class: "review",
    mirror: "question-answered",
    what: "An open question was written down, or reads otherwise.",
  },
  {
    id: "question-answered",
    class: "strengthens",
    mirror: "question-opened",
    what: "An open question is gone.",
  },
  {
    id: "unclassified",
    class: "review",
    mirror: "itself",
    what: "Something changed that the comparison has no words for, so a person must look.",
  },
  {
    id: "vision-changed",
    class: "review",
    mirror: "itself",
    what: "The vision, the purpose, a value or a principle of a strategy reads otherwise.",
  },
  {
    id: "reworded",
    class: "review",
    mirror: "itself",
    what: "The title, statement, description or what will exist when it is done reads otherwise.",
  },
  {
    id: "commitment-softened",
    class: "review",
    mirror: "commitment-firmed",
    what: "A guess from the words: a firm verb gave way to a softer one.",
  },
  {
    id: "commitment-firmed",
    class: "review",
    mirror: "commitment-softened",
    what: "A guess from the words: a soft verb gave way to a firmer one.",
  },
  {
    id: "scope-narrowed",
    class: "review",
    mirror: "scope-widened",
    what: "A guess from the words: all, every or none became most, some or fewer.",
  },
  {
    id: "scope-widened",
    class: "review",
    mirror: "scope-narrowed",
    what: "A guess from the words: most, some or fewer became all, every or none.",
  },
];

/** Titles, statements, descriptions: sentences that people read as the promise. */
export function compareWords(field: FieldPair): Draft[] {
  if (foldNode(field.old, "text") === foldNode(field.now, "text")) return [];
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  const at = { ...values(old, now), words: true };
  const guess = guessAt(old, now);
  if (guess !== undefined) return [draftOf(field, { ...at, ...guess })];
  return [
    draftOf(field, {
      ...at,
      id: "reworded",
      what: sayReworded(field.key, old, now),
      why: "What hangs on it was written for the old words",
    }),
  ];
}

function sayReworded(key: string, old: string, now: string): string {
  const name = key === "done-when" ? "text of what will exist when it is done" : key;
  if (old === "") return `now has a ${name}`;
  return now === "" ? `no longer has a ${name}` : `has another ${name}`;
}

/** Vision, purpose. */
export function compareVision(field: FieldPair): Draft[] {
  if (foldNode(field.old, "text") === foldNode(field.now, "text")) return [];
  return [visionDraft(field, field.key, field.old, field.now)];
}

/** Values and principles: one change for each. */
export function compareVisions(field: FieldPair): Draft[] {
  return changedEntries(field, "text").map(({ key, old, now }) =>
    visionDraft(field, `${field.key}.${key}`, old, now),
  );
}

function visionDraft(
  field: FieldPair,
  name: string,
  old: TreeNode | undefined,
  now: TreeNode | undefined,
): Draft {
  return {
    ...draftOf(field, {
      id: "vision-changed",
      ...values(sayNode(old), sayNode(now)),
      words: true,
      what: `says something else in "${name}"`,
      why: "All aims are read in its light",
    }),
    field: name,
    path: name.split("."),
  };
}

export interface ChangedEntry {
  readonly key: string;
  readonly old: TreeNode | undefined;
  readonly now: TreeNode | undefined;
}

/** Of two maps the entries that differ; a text or list counts as one entry without a name. */
export function changedEntries(field: FieldPair, reading: "text" | "value"): ChangedEntry[] {
  const { old, now } = field;
  if (foldNode(old, reading) === foldNode(now, reading)) return [];
  if ((old !== undefined && old.kind !== "map") || (now !== undefined && now.kind !== "map"))
    return [{ key: "", old, now }];
  const [before, after] = [entriesOf(old), entriesOf(now)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .map((key) => ({ key, old: before.get(key), now: after.get(key) }))
    .filter((entry) => foldNode(entry.old, reading) !== foldNode(entry.now, reading));
}

function entriesOf(node: TreeNode | undefined): Map<string, TreeNode | undefined> {
  return new Map(
    node?.kind === "map" ? node.entries.map(({ key, value }) => [key.text, value] as const) : [],
  );
}

/** Notes beside the promise. */
export function compareNotes(field: FieldPair): Draft[] {
  if (foldNode(field.old, "text") === foldNode(field.now, "text")) return [];
  return [
    draftOf(field, {
      id: "notes-changed",
      ...values(sayNode(field.old), sayNode(field.now)),
      words: true,
      what: `has other words in "${field.key}"`,
      why: "A note beside the promise, not the promise",
    }),
  ];
}

export function compareQuestions(field: FieldPair): Draft[] {
  const [old, now] = [questionsIn(field.old), questionsIn(field.now)];
  const gone = old.filter((text) => !now.includes(text));
  const fresh = now.filter((text) => !old.includes(text));
  const pairs = Math.min(gone.length, fresh.length);
  return [
    ...fresh.map((text, at) => {
      const before = at < pairs ? gone[at] : undefined;
      return draftOf(field, {
        id: "question-opened",
        ...values(before, text),
        words: true,
        what: before === undefined ? "has an open question" : "has an open question that reads otherwise",
        why: "Something is not settled yet",
      });
    }),
    ...gone.slice(pairs).map((text) =>
      draftOf(field, {
        id: "question-answered",
        ...values(text, undefined),
        words: true,
        what: "has one open question less",
        why: "What was not settled is settled, or is no longer asked",
      }),
    ),
  ];
}

function questionsIn(node: TreeNode | undefined): string[] {
  if (node?.kind === "list") return node.items.map(sayNode).filter((text) => text !== "");
  const text = sayNode(node);
  return text === "" ? [] : [text];
}

/** A key that no row knows. */
export function compareUnknown(field: FieldPair): Draft[] {
  if (foldNode(field.old, "text") === foldNode(field.now, "text")) return [];
  return [
    draftOf(field, {
      id: "unclassified",
      ...values(sayNode(field.old), sayNode(field.now)),
      what: `has another "${field.key}"`,
      why: "Nothing is known of what this means, so a person must look",
    }),
  ];
}

type Guess = Pick<Draft, "id" | "what" | "why">;

/** Firm words before soft ones. Starting values. */
const FIRM = ["will", "must", "ensure", "guarantee", "eliminate", "end", "achieve", "deliver"];
const SOFT = [
  "aim to",
  "seek to",
  "try to",
  "explore",
  "support",
  "consider",
  "work towards",
  "reduce",
  "hope to",
  "may",
];
const WHOLE = ["all", "every", "each", "no one", "nobody", "none", "everyone"];
const PART = ["most", "some", "fewer", "many", "several", "selected"];

/** Only where the firm or whole word goes and the soft or partial one comes, so that new sentences alone are no guess. */
function guessAt(old: string, now: string): Guess | undefined {
  return (
    guessFrom(old, now, FIRM, SOFT, (firm, soft) => ({
      id: "commitment-softened",
      what: `says "${soft}" where it said "${firm}"`,
      why: "A guess from the words: this may promise less",
    })) ??
    guessFrom(old, now, SOFT, FIRM, (soft, firm) => ({
      id: "commitment-firmed",
      what: `says "${firm}" where it said "${soft}"`,
      why: "A guess from the words: this may promise more",
    })) ??
    guessFrom(old, now, WHOLE, PART, (whole, part) => ({
      id: "scope-narrowed",
      what: `says "${part}" where it said "${whole}"`,
      why: "A guess from the words: this may be for fewer",
    })) ??
    guessFrom(old, now, PART, WHOLE, (part, whole) => ({
      id: "scope-widened",
      what: `says "${whole}" where it said "${part}"`,
      why: "A guess from the words: this may be for more",
    }))
  );
}

function guessFrom(
  old: string,
  now: string,
  from: readonly string[],
  to: readonly string[],
  say: (gone: string, come: string) => Guess,
): Guess | undefined {
  const [before, after] = [spaced(old), spaced(now)];
  const gone = from.find((word) => before.includes(` ${word} `) && !after.includes(` ${word} `));
  const come = to.find((word) => after.includes(` ${word} `) && !before.includes(` ${word} `));
  return gone === undefined || come === undefined ? undefined : say(gone, come);
}

function spaced(text: string): string {
  return ` ${wordsOf(foldText(text)).join(" ")} `;
}
