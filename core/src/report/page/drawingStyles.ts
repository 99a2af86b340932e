// How drawings look: the layout, and colours as custom properties that whoever shows a drawing gives values. Colour only
// repeats what a shape and a word say.

/** Values are wanted for all `--sk-*` colours that are read here; see pageStyles.ts for those of the page. */
export const drawingStyles = `
.sk-drawing, .sk-drawing * { box-sizing: border-box; }
.sk-drawing {
  container-type: inline-size;
  color: var(--sk-text);
  font-family: var(--sk-font);
  font-size: 1em;
  line-height: 1.45;
  overflow-wrap: anywhere;
}
.sk-drawing :where(p, ul, ol, dl, dd, h2, h3, h4, h5, h6) { margin: 0; padding: 0; }
.sk-drawing :where(ul, ol) { list-style: none; }
.sk-drawing :where(h2, h3, h4, h5, h6) { line-height: 1.25; font-weight: 600; text-wrap: balance; }
.sk-forms { position: absolute; }
.sk-unseen {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

/* Names: the only thing that can be focused; the box around them is marked with them. */
.sk-name { color: inherit; text-decoration: none; border-radius: 2px; }
.sk-name[role="link"] { cursor: pointer; }
.sk-name[role="link"]:hover { color: var(--sk-link); text-decoration: underline; }
.sk-name:focus-visible { outline: 2px solid var(--sk-focus); outline-offset: 2px; }
.sk-box:has(> .sk-name[aria-current]),
.sk-box:has(> * > .sk-name[aria-current]),
.sk-box:has(> .sk-goal-head > * > .sk-name[aria-current]),
.sk-box:has(> header > * > .sk-name[aria-current]) {
  outline: 2px solid var(--sk-current); outline-offset: 1px;
}
.sk-name[aria-current]::before { content: "\\25B8\\00A0" / ""; color: var(--sk-current); }

/* States: shape and word. */
.sk-icon { width: 1em; height: 1em; flex: none; vertical-align: -0.125em; }
.sk-badge { display: inline-flex; gap: 0.35em; align-items: baseline; font-weight: 600; font-size: 0.9em; }
.sk-badge .sk-icon { align-self: center; }
.sk-badge > .sk-icon, .sk-note > .sk-icon { color: var(--sk-tone, currentColor); }
.sk-note > .sk-icon { margin-inline-end: 0.3em; }
.sk-tone-measured, .sk-tone-deliverable, .sk-tone-done, .sk-tone-green { --sk-tone: var(--sk-good); }
.sk-tone-untargeted, .sk-tone-evidence-only, .sk-tone-amber, .sk-tone-overdue { --sk-tone: var(--sk-part); }
.sk-tone-unmeasured, .sk-tone-late, .sk-tone-red { --sk-tone: var(--sk-bad); }
.sk-tone-waived, .sk-tone-ended, .sk-tone-stopped, .sk-tone-superseded, .sk-tone-not-started { --sk-tone: var(--sk-muted); }
.sk-tone-in-progress, .sk-tone-blue { --sk-tone: var(--sk-link); }
.sk-tone-late { color: var(--sk-bad); }
.sk-gap {
  display: inline-block; padding: 0.1em 0.55em; border: 1.5px dashed var(--sk-tone, var(--sk-gap)); border-radius: 4px;
  color: var(--sk-text); background: var(--sk-ground); font-size: 0.9em; font-weight: 600;
}
.sk-gap > .sk-icon { color: var(--sk-tone, var(--sk-gap)); margin-inline-end: 0.15em; }
.sk-waived > .sk-icon { color: var(--sk-muted); }
.sk-waived { border-color: var(--sk-muted); color: var(--sk-text); }
.sk-waived .sk-note { display: block; font-weight: 400; }
.sk-ended { color: var(--sk-muted); }
.sk-ended > .sk-name, .sk-ended > * > :is(h2, h3, h4, h5, h6) > .sk-name { text-decoration: line-through; }

/* Small texts. */
.sk-kind, .sk-label, .sk-drawing dt { color: var(--sk-muted); font-size: 0.8em; font-weight: 400; letter-spacing: 0.01em; }
.sk-note, .sk-who, .sk-facts, .sk-none { color: var(--sk-muted); font-size: 0.9em; font-weight: 400; }
.sk-facts { display: flex; flex-wrap: wrap; gap: 0.15em 0.9em; align-items: baseline; }
.sk-facts .sk-badge, .sk-facts .sk-note, .sk-facts .sk-gap, .sk-facts .sk-who, .sk-note .sk-note { font-size: 1em; }
.sk-facts .sk-badge:not(.sk-tone-late) { color: var(--sk-text); }
.sk-facts .sk-kind { font-size: 1em; }
.sk-facts .sk-label { font-size: 1em; }
.sk-facts .sk-thing { color: var(--sk-text); }
.sk-facts .sk-thing:not(:last-child)::after { content: ","; }

/* The head of a drawing. */
.sk-strategy { padding: 0 0 1em; border-bottom: 1px solid var(--sk-line); display: grid; gap: 0.4em; }
.sk-strategy > :is(h2, h3) { font-size: 1.5em; }
.sk-of { display: block; font-size: 0.7em; font-weight: 400; color: var(--sk-muted); margin-top: 0.2em; }
.sk-coverage { display: grid; gap: 0.45em; max-width: 46em; }
.sk-bar { width: 100%; height: 0.7em; border-radius: 3px; }
.sk-bar rect { fill: var(--sk-tone); stroke: var(--sk-ground); stroke-width: 0.5; vector-effect: non-scaling-stroke; }
.sk-bar rect.sk-tone-unmeasured { fill: var(--sk-ground); stroke: var(--sk-gap); stroke-width: 1.5; stroke-dasharray: 4 3; }
.sk-legend { display: flex; flex-wrap: wrap; gap: 0.2em 1.2em; }

/* The map. */
.sk-texts { display: grid; gap: 1em; padding: 1.4em 0 0.4em; }
.sk-vision p { font-size: 1.35em; line-height: 1.3; text-wrap: balance; }
.sk-purpose p { max-width: 48em; }
.sk-label { margin-bottom: 0.15em; }
.sk-part { margin-top: 1.6em; }
.sk-head { font-size: 1.1em; margin-bottom: 0.6em; }
.sk-aims { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21em), 1fr)); gap: 1.2em; align-items: start; }
.sk-aim { border-top: 3px solid var(--sk-accent); padding-top: 0.6em; display: grid; gap: 0.6em; align-content: start; }
.sk-aim > .sk-goal-head > .sk-title { font-size: 1.15em; }
.sk-statement { font-style: italic; }
.sk-cards { display: grid; gap: 0.7em; }
.sk-row { grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr)); }
.sk-wide { grid-template-columns: repeat(auto-fit, minmax(min(100%, 30em), 1fr)); }
.sk-goal {
  align-content: start;
  display: grid; gap: 0.5em; padding: 0.7em 0.8em; min-width: 0;
  background: var(--sk-surface); border: 1px solid var(--sk-line); border-radius: 6px;
  content-visibility: auto; contain-intrinsic-size: auto 9em;
}
.sk-goal .sk-title { font-size: 1em; }
.sk-goal-head { display: grid; gap: 0.15em; }
.sk-nested { position: relative; padding-inline-start: 1em; border-inline-start: 2px solid var(--sk-line); }
.sk-nested > .sk-goal { position: relative; }
.sk-nested > .sk-goal::before {
  content: ""; position: absolute; inset-inline-start: -1em; top: 1.4em; width: 1em; border-top: 2px solid var(--sk-line);
}
.sk-thread { display: grid; gap: 0.4em; }
.sk-thread > div { display: grid; grid-template-columns: 5.8em 1fr; gap: 0.5em; align-items: start; }
.sk-thread dt { padding-top: 0.3em; }
.sk-things { display: flex; flex-wrap: wrap; gap: 0.3em; }
.sk-things > li { min-width: 0; }
.sk-thing {
  display: inline-block; max-width: 100%; padding: 0.1em 0.55em; border: 1px solid var(--sk-line); border-radius: 4px;
  background: var(--sk-ground); font-size: 0.95em;
}
.sk-thing > .sk-note { display: inline; margin-inline-start: 0.35em; }
.sk-facts .sk-thing, .sk-goal .sk-goal-head .sk-thing { padding: 0; border: 0; background: none; }

/* Tables. */
.sk-filter { display: inline-flex; gap: 0.45em; align-items: center; margin: 1em 0 0.6em; cursor: pointer; }
.sk-filter input { accent-color: var(--sk-accent); width: 1.1em; height: 1.1em; margin: 0; }
.sk-filter input:focus-visible { outline: 2px solid var(--sk-focus); outline-offset: 2px; }
.sk-matrix:has(.sk-only-gaps:checked) [data-gap="no"] { display: none; }
.sk-no-gaps { display: none; padding-top: 0.6em; }
.sk-matrix:has(.sk-only-gaps:checked):not(:has(tr[data-gap="yes"])) .sk-no-gaps { display: block; }
/* A word is broken only where it alone is wider than its column. */
.sk-table { width: 100%; border-collapse: collapse; table-layout: fixed; overflow-wrap: break-word; }
.sk-quarters { margin-top: 1em; }
.sk-table th, .sk-table td { padding: 0.5em 0.6em; vertical-align: top; text-align: start; border: 0 solid var(--sk-line); border-bottom-width: 1px; }
.sk-table thead th {
  position: sticky; top: var(--sk-top, 0); z-index: 1; background: var(--sk-ground);
  border-bottom: 2px solid var(--sk-strong-line); font-weight: 600;
}
.sk-table tbody th { font-weight: 600; }
.sk-matrix .sk-table tbody th:not([colspan]) { font-weight: 400; }
.sk-table .sk-group th { background: var(--sk-surface); padding-block: 0.6em; }
.sk-matrix .sk-table { table-layout: auto; }
.sk-matrix .sk-table thead th:nth-child(1) { width: 20%; }
.sk-matrix .sk-table thead th:nth-child(3) { width: 23%; }
.sk-matrix .sk-things { display: block; }
.sk-matrix .sk-things > li + li { margin-top: 0.3em; }
.sk-matrix .sk-thing { padding: 0; border: 0; background: none; font-size: 1em; }
.sk-cell-head { display: none; }
.sk-none { font-style: italic; }
.sk-quarter { display: block; }
.sk-now { display: inline-block; border: 1px solid currentColor; border-radius: 999px; padding: 0 0.5em; font-size: 0.8em; font-weight: 600; }
.sk-quarters tbody + tbody .sk-group th { border-top: 1px solid var(--sk-strong-line); }
.sk-quarters td + td { border-inline-start-width: 1px; }
.sk-quarters .sk-empty .sk-none { opacity: 0; }
.sk-priority { display: grid; gap: 0.2em; font-weight: 600; }
.sk-priority > .sk-name { font-size: 1.05em; }
.sk-item { padding: 0.4em 0.55em; border: 1px solid var(--sk-line); border-radius: 4px; background: var(--sk-surface); }
.sk-milestone { border-inline-start: 4px double var(--sk-strong-line); }
.sk-late { border: 2px solid var(--sk-bad); }
.sk-quarters .sk-things { display: grid; }
.sk-undated .sk-things { grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr)); gap: 0.4em; }

/* Narrow, or zoomed: each row becomes a box, each cell says what it holds. */
@container (max-width: 44em) {
  .sk-table, .sk-table thead, .sk-table tbody, .sk-table tr, .sk-table th, .sk-table td { display: block; width: auto !important; }
  .sk-table thead {
    position: absolute; width: 1px !important; height: 1px; overflow: hidden; clip-path: inset(50%);
  }
  .sk-table th, .sk-table td { border: 0; padding: 0.3em 0; }
  .sk-table .sk-group th { padding: 0.6em; margin-top: 1em; }
  .sk-table tr:not(.sk-group) { padding: 0.5em 0.6em; border: 1px solid var(--sk-line); border-radius: 6px; margin-top: 0.6em; }
  .sk-matrix .sk-table tr:not(.sk-group) > th { font-weight: 600; }
  .sk-matrix .sk-table td { display: grid; grid-template-columns: 8em minmax(0, 1fr); gap: 0.5em; }
  .sk-matrix .sk-table .sk-empty { display: none; }
  .sk-matrix .sk-cell-head { padding-top: 0.2em; }
  .sk-cell-head { display: block; color: var(--sk-muted); font-size: 0.8em; }
  .sk-quarters .sk-empty { display: none; }
  .sk-quarters td + td { border: 0; }
  .sk-quarters .sk-cell-head { font-size: 1em; font-weight: 600; margin-bottom: 0.2em; }
  .sk-cell-head .sk-quarter { display: inline; }
  .sk-thread > div { grid-template-columns: 1fr; gap: 0.1em; }
  .sk-vision p { font-size: 1.2em; }
}

@container (max-width: 24em) {
  .sk-matrix .sk-table td { display: block; }
}

/* Nothing here moves, but a click may scroll. */
@media (prefers-reduced-motion: reduce) { .sk-drawing, .sk-drawing * { scroll-behavior: auto; transition: none; animation: none; } }

@media (forced-colors: active) {
  .sk-gap, .sk-goal, .sk-item, .sk-late { border-color: CanvasText; }
  .sk-bar { border: 1px solid CanvasText; }
  .sk-bar rect { forced-color-adjust: none; stroke: CanvasText; }
}

@media print {
  .sk-filter, .sk-no-gaps { display: none !important; }
  .sk-goal { content-visibility: visible; }
  .sk-goal, .sk-item, .sk-table tr { break-inside: avoid; }
  .sk-goal:has(.sk-nested) { break-inside: auto; }
  .sk-table thead th { position: static; }
  .sk-head, .sk-group { break-after: avoid; }
}
`;
