// The small shapes that stand beside the words of states: one form for each meaning, so that nothing is told by colour
// alone. They are drawn by us and take the colour of the text around them.

import type { CoverageState } from "../../trace/coverage.ts";
import { type Html, html } from "./html.ts";

export type Shape =
  | CoverageState
  | "done"
  | "in-progress"
  | "not-started"
  | "late"
  | "overdue"
  | "stopped"
  | "superseded"
  | "red"
  | "amber"
  | "green"
  | "blue"
  | "ended"
  | "note";

/** On a field of 16 by 16. What is filled is filled with the colour of the text. */
const FORMS: Readonly<Record<Shape, string>> = {
  measured:
    '<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.9 4.9-4.6 5.2a.8.8 0 0 1-1.1.1L4 9.3l1-1.2 1.6 1.4 4.1-4.6Z" fill="currentColor"/>',
  deliverable:
    '<path d="M8 .6 15.4 8 8 15.4.6 8Zm3.3 5.5-1.1-1-3 3.4-1.3-1.2-1 1.1 2.4 2.2Z" fill="currentColor"/>',
  untargeted:
    '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 1.8a6.2 6.2 0 0 0 0 12.4Z" fill="currentColor"/>',
  "evidence-only":
    '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><circle cx="8" cy="8" r="2" fill="currentColor"/>',
  waived:
    '<path d="M5 1.7h6L14.3 8 11 14.3H5L1.7 8Z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M5.9 5.2h1.4v5.6H5.9Zm2.8 0h1.4v5.6H8.7Z" fill="currentColor"/>',
  unmeasured:
    '<rect x="1.8" y="1.8" width="12.4" height="12.4" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="3 2.2"/>',
  done: '<path d="m2.2 8.6 1.5-1.5 2.8 2.7 5.9-6.2 1.5 1.4-7.3 7.7Z" fill="currentColor"/>',
  "in-progress":
    '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 3.6a4.4 4.4 0 0 1 0 8.8V8Z" fill="currentColor"/>',
  "not-started": '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  late: '<path d="M8 .9 15.6 14.6H.4Zm-.8 4.7.2 4.6h1.2l.2-4.6Zm.8 5.6a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z" fill="currentColor" fill-rule="evenodd"/>',
  overdue:
    '<path d="M8 1.9 14.6 13.8H1.4Z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M6.2 7.6C6.4 6.5 7.1 6 8 6c1 0 1.7.6 1.7 1.5 0 1.2-1.3 1.3-1.3 2.2H7.5c0-1.5 1.2-1.5 1.2-2.2 0-.4-.3-.6-.7-.6s-.7.2-.8.8ZM7.3 10.6h1.3v1.3H7.3Z" fill="currentColor"/>',
  stopped: '<rect x="2.4" y="2.4" width="11.2" height="11.2" rx="1" fill="currentColor"/>',
  superseded: '<path d="M8.6 2.6 14 8l-5.4 5.4-1.2-1.1 3.3-3.4H2V7.1h8.7L7.4 3.7Z" fill="currentColor"/>',
  red: '<path d="M8 .6 15.4 8 8 15.4.6 8Z" fill="currentColor"/>',
  amber: '<path d="M8 1.5 15.4 14.5H.6Z" fill="currentColor"/>',
  green: '<circle cx="8" cy="8" r="6.8" fill="currentColor"/>',
  blue: '<rect x="1.8" y="1.8" width="12.4" height="12.4" fill="currentColor"/>',
  ended:
    '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="m3.8 3.8 8.4 8.4" stroke="currentColor" stroke-width="1.6"/>',
  note: '<path d="M3 4.2h10v1.4H3Zm0 3.1h10v1.4H3Zm0 3.1h6.5v1.4H3Z" fill="currentColor"/>',
};

/** Stands once in each page, before the first shape. */
export function shapeForms(): Html {
  const forms = Object.entries(FORMS).map(
    ([name, form]) => `<symbol id="sk-shape-${name}" viewBox="0 0 16 16">${form}</symbol>`,
  );
  return { markup: `<svg class="sk-forms" width="0" height="0" aria-hidden="true">${forms.join("")}</svg>` };
}

/** The word beside it says the same, so it is hidden from those who listen. */
export function shape(name: Shape): Html {
  return html`<svg class="sk-icon" aria-hidden="true" focusable="false"><use href="#sk-shape-${name}"/></svg>`;
}

/** A shape with its word. `tone` names the colour, which only repeats what both say. */
export function badge(name: Shape, word: Html | string, tone: string = name): Html {
  return html`<span class="sk-badge sk-tone-${tone}">${shape(name)}<span>${word}</span></span>`;
}
