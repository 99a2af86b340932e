// The frame of a page that stands alone: one file, no script, nothing from a network, with a policy that holds it to that.

import { product } from "../../generated/product.ts";
import { formatDay } from "../../model/day.ts";
import type { Analysis } from "../../workspace/analyse.ts";
import { type Damage, damageOf } from "./damage.ts";
import { drawingStyles } from "./drawingStyles.ts";
import { type Html, html, said } from "./html.ts";
import { pageStyles } from "./pageStyles.ts";
import { shapeForms } from "./shapes.ts";

export interface PageParts {
  readonly title: string;
  /** Below the title, one paragraph each. */
  readonly lead: readonly Html[];
  /** Id and name of each part, for the way to it. */
  readonly parts: readonly { readonly id: string; readonly name: string; readonly content: Html }[];
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function framePage(analysis: Analysis, { title, lead, parts }: PageParts): string {
  const style: Html = { markup: `<style>${pageStyles}${drawingStyles}</style>` };
  const links = parts.map(({ id, name }) => html`<li><a href="#${id}">${said(name)}</a></li>`);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${product.name} ${product.version}">
<title>${title}</title>
${style}
</head>
<body>
${shapeForms()}
<header class="sk-page-head">
<h1>${said(title)}</h1>
${lead.map((one) => html`<p>${one}</p>`)}
${notesOn(analysis)}
${parts.length < 2 ? undefined : html`<nav class="sk-page-nav" aria-label="Parts of this page"><ul>${links}</ul></nav>`}
</header>
<main>
${parts.map(({ id, content }) => html`<div class="sk-page-part" id="${id}">${content}</div>`)}
</main>
<footer class="sk-page-foot"><p>As of ${formatDay(analysis.workspace.asOf)}. Made by ${product.name} ${product.version} from the files of the strategy.</p></footer>
</body>
</html>
`;
  return page.markup;
}

/** A page on files that could not all be read says so before anything else. */
function notesOn(analysis: Analysis): Html | undefined {
  const damage = damageOf(analysis);
  if (damage.length === 0 && analysis.workspace.complete) return undefined;
  const first =
    damage.length === 0 ? "Not every file could be listed." : "Some files could not be read whole.";
  return html`<div class="sk-page-note" role="note"><p>${first} What they hold may be drawn as missing here.</p>
${damage.length === 0 ? undefined : html`<ul>${damage.map((one) => html`<li>${sayDamage(one)}</li>`)}</ul>`}</div>`;
}

function sayDamage({ file, line, message }: Damage): Html {
  return html`${said(file)}, line ${line}: ${said(message)}`;
}
