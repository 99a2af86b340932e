// The page of all changes that a comparison can report, made from the catalogue.

import { changeFamilies } from "../../core/src/diff/catalogue.ts";
import type { ChangeClass, ChangeKind } from "../../core/src/diff/change.ts";
import { generatedBy, tableHead, tableRow } from "./markdown.ts";

export const CHANGES_PAGE = "docs/reference/changes.md";

const CLASS_WORDS: Readonly<Record<ChangeClass, string>> = {
  breaks:
    "a promise or its proof is gone, or can no longer be compared with what was promised; it fails until it is undone or agreed",
  weakens: "the promise is still there, but easier, later, vaguer or less assured; it asks for a reason",
  review: "the meaning changed, and which way is for people to judge; it names who should read again",
  strengthens: "more, sooner, clearer or better assured",
  editorial: "the same meaning, written otherwise",
};

const INTRODUCTION = `# Changes

What \`stratkit diff\`, \`stratkit ci\` and the editor's view of changes report. Each change has one of five classes:

`;

const DRAFTS = `
In a strategy, enabler strategy or plan that was a draft before, \`breaks\` is shown as \`weakens\` and \`weakens\` as \`review\`. That does not hold for \`renamed-silently\`, \`id-reused\`, \`result-rewritten\` and \`gate-relaxed\`.

[Reviewing a pull request](../guides/reviewing-a-pull-request.md) shows them at work, and how people agree to one.
`;

export function changesPage(): string {
  const classes = Object.entries(CLASS_WORDS).map(([word, means]) => tableRow([`\`${word}\``, means]));
  return [
    generatedBy("core/src/diff"),
    INTRODUCTION,
    tableHead(["Class", "Means"]),
    ...classes,
    DRAFTS,
    ...changeFamilies.flatMap(({ title, kinds }) => [`\n## ${title}\n`, ...kinds.map(sectionOf)]),
  ].join("");
}

function sectionOf({ id, class: usual, what, unless, mirror }: ChangeKind): string {
  const opposite =
    mirror === undefined
      ? ""
      : mirror === "itself"
        ? " The other way round it is the same."
        : ` The other way round: [\`${mirror}\`](#${mirror}).`;
  return `\n### ${id}\n\n\`${usual}\`: ${what}${unless === undefined ? "" : ` ${unless}`}${opposite}\n`;
}
