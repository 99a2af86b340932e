// A starter workspace: a config, an organisation and a strategy with one aim, one objective and one measure, which
// passes the check without errors; or with an aim of the author's own. Its comments say what to write next.

import { quoteText } from "../edit/quote.ts";
import { fittedTemplate } from "../lookup/fittedTemplate.ts";
import { addMonths, type Day } from "../model/day.ts";
import { CONFIG_FILE } from "../model/fileName.ts";
import { writeYearOf } from "../model/formatPeriod.ts";
import { isClosed } from "../model/period.ts";
import { slugOf } from "../schema/slug.ts";
import { isPeriod, readPeriod } from "../trace/calendar.ts";

export interface InitRequest {
  readonly asOf: Day;
  readonly organisation?: string;
  readonly title?: string;
  /** Years from one to another, as authors write them. */
  readonly period?: string;
  /** Title of the first aim; without it, an example with an objective and a measure stands there. */
  readonly aim?: string;
}

export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** In the order in which they are best read. */
export function initWorkspace(request: InitRequest): readonly StarterFile[] {
  const { organisation, title } = request;
  const organisationId = slugOf(organisation ?? "", "file") ?? "our-organisation";
  const strategyId = slugOf(title ?? "", "file") ?? "our-strategy";
  return [
    { path: `${strategyId}.strategy.yaml`, text: strategyText(request, organisationId) },
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

const APRIL = 4;

function strategyText({ asOf, title, period, aim }: InitRequest, organisation: string): string {
  // What the author says goes in last, so that nothing in it is taken for a word of the template.
  const fitted = (template: string) => datedFor(fittedTemplate(template, { asOf }), period);
  const head = fitted(HEAD)
    .replace("title: Our strategy\n", () => `title: ${quoteText(title ?? "Our strategy")}\n`)
    .replace("organisation: our-organisation\n", () => `organisation: ${organisation}\n`);
  const first = aim === undefined ? fitted(AIM) : ownAim(fitted(AIM), aim);
  return head + first + FOOT;
}

/** The template's own years, where the strategy covers others. */
function datedFor(template: string, period: string | undefined): string {
  const read = period === undefined ? undefined : readPeriod(period, { startMonth: APRIL });
  if (period === undefined || !isPeriod(read) || !isClosed(read)) return template;
  return template
    .replace(/^period: .*/m, () => `period: ${period}`)
    .replace(/\S+(?=: 10\.1)/, () => `{${writeYearOf(addMonths(read.first, -12), APRIL)}`)
    .replace(/\S+(?=: at most 5)/, () => `{${writeYearOf(read.last, APRIL)}`);
}

/** The example of an objective stays below as a comment, to be followed or deleted. */
function ownAim(template: string, aim: string): string {
  const [, , ...example] = template.trimEnd().split("\n");
  const id = slugOf(aim, "item") ?? "quality";
  const lines = [
    `  ${id}:`,
    `    title: ${quoteText(aim)}`,
    ...example.map((line) => `    # ${line.slice(4)}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const HEAD = `# A strategy: what you want to reach, and how anybody can tell that it is working.
# The file's name says what it is: <id>.strategy.yaml. Other files refer to it by that id.
title: Our strategy
period: 2026/27 to 2028/29
organisation: our-organisation
status: draft # draft, adopted or closed

vision: What will be different for the people we serve

# Everything below stands under an id of your choosing: lower-case words joined by dashes.
aims:
`;

const AIM = `  quality:
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
`;

const FOOT = `
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
