// Tables that keep their meaning when a narrow page turns rows into boxes: the roles are written out, because the layout
// takes them away, and each cell carries the head of its column for those who then see no head.

import { type Html, html } from "./html.ts";

export interface Cell {
  readonly head: Html | string;
  readonly content: Html | readonly Html[];
}

export function headRow(heads: readonly (Html | string)[]): Html {
  const cells = heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`);
  return html`<thead role="rowgroup"><tr role="row">${cells}</tr></thead>`;
}

/** A line of the whole width that names the rows below it. */
export function groupRow(columns: number, content: Html): Html {
  return html`<tr class="sk-group" role="row"><th scope="rowgroup" role="rowheader" colspan="${columns}">${content}</th></tr>`;
}

export function cellOf({ head, content }: Cell): Html {
  const isEmpty = Array.isArray(content) && content.length === 0;
  const body = isEmpty
    ? html`<span class="sk-none">none</span>`
    : Array.isArray(content)
      ? html`<ul class="sk-things" role="list">${content.map((one: Html) => html`<li>${one}</li>`)}</ul>`
      : html`${content as Html}`;
  return html`<td role="cell"${isEmpty ? EMPTY : undefined}><span class="sk-cell-head" aria-hidden="true">${head}</span>${body}</td>`;
}

const EMPTY: Html = { markup: ' class="sk-empty"' };
