// Accept a Link...: says of a link that was reviewed, and of which an end changed since, that both ends still fit.

import { itemsOf } from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { REVIEWS_FILE } from "../model/fileName.ts";
import { type Item, keyOf, nameItem, nameItemWithin } from "../model/items.ts";
import { acceptLinks } from "../reviews/acceptLinks.ts";
import { type LinkReview, linkReviews, teamFor } from "../reviews/linkReviews.ts";
import { type Answers, type Choice, type Guide, textOf } from "./guide.ts";
import { anyThingOf, firstThose, thingStep } from "./parts/things.ts";

const itemOf = (lookup: Lookup, answers: Answers) => anyThingOf(lookup, answers, "of");

export const acceptLink: Guide = {
  id: "acceptLink",
  title: "Accept a Link",
  steps: [
    thingStep({
      name: "of",
      prompt: "Which thing has a link that is to be accepted?",
      mixed: true,
      things: itemsWithSuspects,
      none: () => "No link that was reviewed has changed since: there is nothing to accept",
    }),
    {
      name: "link",
      ask: (lookup, answers) => ({
        kind: "choose",
        prompt: "Which link still fits?",
        choices: suspectsAt(lookup, itemOf(lookup, answers)).map(choiceOf),
      }),
    },
    {
      name: "because",
      ask: () => ({ kind: "write", prompt: "Why does it still fit?", placeholder: "Wording only" }),
    },
    {
      name: "by",
      ask(lookup, answers) {
        const choices = teams(lookup, reviewOf(lookup, answers));
        return choices.length === 0
          ? undefined
          : { kind: "choose", prompt: "Which team says so?", choices, skip: "Leave it out" };
      },
    },
  ],
  about: (_lookup, { item }): Answers => (item === undefined ? {} : { of: keyOf(item) }),
  make(lookup, answers) {
    const review = reviewOf(lookup, answers);
    if (review === undefined) return { refused: "Choose the link that still fits" };
    const by = textOf(answers, "by");
    const made = acceptLinks(lookup.analysis, {
      links: [{ link: review.link, ...(by === undefined ? {} : { by }) }],
      because: textOf(answers, "because") ?? "",
    });
    if ("refused" in made) return made;
    const { edits, createFile } = made;
    return {
      edits,
      ...(createFile === undefined ? {} : { createFiles: [createFile] }),
      message: `${review.key} stands in ${REVIEWS_FILE} as reviewed`,
    };
  },
};

function suspects({ analysis }: Lookup): LinkReview[] {
  // Without a list of links, the whole thread need not be looked at.
  if (analysis.reviews === undefined) return [];
  return linkReviews(analysis).filter(({ state }) => state === "suspect");
}

function itemsWithSuspects(lookup: Lookup): readonly Item[] {
  return [...new Set(suspects(lookup).flatMap(({ link: { from, to } }) => [from, to]))];
}

function suspectsAt(lookup: Lookup, item: Item | undefined): LinkReview[] {
  return suspects(lookup).filter(({ link }) => link.from === item || link.to === item);
}

function reviewOf(lookup: Lookup, answers: Answers): LinkReview | undefined {
  const key = textOf(answers, "link");
  return suspects(lookup).find((review) => review.key === key);
}

function choiceOf({ key, link: { from, to }, changed }: LinkReview): Choice {
  const what = changed === "both" ? "both changed" : `the ${changed === "from" ? "first" : "second"} changed`;
  return { id: key, label: `${nameItem(from)} and ${nameItemWithin(to)}`, description: what };
}

/** Who answers for the link first. */
function teams(lookup: Lookup, review: LinkReview | undefined): Choice[] {
  const likely = review === undefined ? undefined : teamFor(lookup.analysis, review);
  const all = itemsOf(lookup.model, "team").filter(({ retired }) => retired === undefined);
  return firstThose(all, ({ id }) => id === likely).map(({ id, title }) => ({
    id,
    label: title ?? id,
    description: id,
    icon: "team",
  }));
}
