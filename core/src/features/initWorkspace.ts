// A starter workspace: a config, an organisation and a strategy with one aim, one objective and one measure. It passes
// the check without errors, and its comments say what to write next.

import { quoteText } from "../edit/quote.ts";
import { fittedTemplate } from "../lookup/fittedTemplate.ts";
import type { Day } from "../model/day.ts";
import { CONFIG_FILE } from "../model/fileName.ts";
import { slugOf } from "../schema/slug.ts";

export interface InitRequest {
  readonly asOf: Day;
  readonly organisation?: string;
  readonly title?: string;
}

export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** In the order in which they are best read. */
export function initWorkspace({ asOf, organisation, title }: InitRequest): readonly StarterFile[] {
  const named = (text: string | undefined, usual: string) => slugOf(text ?? usual, "file") ?? usual;
  const organisationId = named(organisation, "our-organisation");
  const strategyId = named(title, "our-strategy");
  const strategy = fittedTemplate(STRATEGY, { asOf })
    .replace("title: Our strategy\n", () => `title: ${quoteText(title ?? "Our strategy")}\n`)
    .replace("organisation: our-organisation\n", () => `organisation: ${organisationId}\n`);
  return [
    { path: `${strategyId}.strategy.yaml`, text: strategy },
    {
      path: `${organisationId}.organisation.yaml`,
      text: ORGANISATION.replace(
        "title: Our organisation\n",
        () => `title: ${quoteText(organisation ?? "Our organisation")}\n`,
      ),
    },
    { path: CONFIG_FILE, text: CONFIG },
  ];
}

const STRATEGY = `# A strategy: what you want to reach, and how anybody can tell that it is working.
# The file's name says what it is: <id>.strategy.yaml. Other files refer to it by that id.
title: Our strategy
period: 2026/27 to 2028/29
organisation: our-organisation
status: draft # draft, adopted or closed

vision: What will be different for the people we serve

# Everything below stands under an id of your choosing: lower-case words joined by dashes.
aims:
  quality:
    title: Provide the highest quality care
    objectives:
      reduce-variation:
        title: Improve care pathways to reduce variation
        lead: quality-team # a team's id from the organisation, or a role such as Medical Director
        # What shows that it is working. To share a measure between objectives, move it to a file
        # <id>.measures.yaml and leave only its id here: measures: [readmissions]
        measures:
          readmissions:
            title: Emergency readmissions
            unit: percent
            better: lower
            owner: quality-team
            frequency: monthly
            # Replace both figures by your own.
            baseline: {2025/26: 10.1}
            targets: {2028/29: at most 5}

# Next: run "stratkit check" to see what is missing, and "stratkit trace" to see how it hangs together.
`;

const ORGANISATION = `# The organisation: who can lead, own and agree. Strategies refer to these ids.
title: Our organisation
financial-year:
  starts: april # so that 2026/27 and Q1 mean the right months

teams:
  quality-team: Quality team

# boards:
#   quality-committee:
#     title: Quality committee
`;

const CONFIG = `# Marks this folder as one strategy workspace, and says how strictly it is checked.
extends: review # draft while you write, review for everyday work, publish before the board sees it

# A rule can be turned down for the whole workspace. One item is better waived, with a reason, where it stands.
# rules:
#   measure/no-baseline: info
`;
