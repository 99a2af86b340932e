// The colours and the frame of a page that stands alone: light, dark and print, in the fonts of whoever reads it.

/** Contrast on the ground and on the surface is 4.5:1 or more; with more contrast asked for it is 7:1 or more. */
export const pageStyles = `
:root {
  color-scheme: light dark;
  --sk-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --sk-ground: #ffffff; --sk-surface: #f6f7f8; --sk-text: #1b1f23; --sk-muted: #555d66;
  --sk-line: #d3d8de; --sk-strong-line: #7a838d; --sk-accent: #0f5c63; --sk-link: #0b5cad;
  --sk-focus: #0b5cad; --sk-current: #0b5cad;
  --sk-good: #1a7346; --sk-part: #946000; --sk-bad: #b3261e; --sk-gap: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --sk-ground: #16191c; --sk-surface: #1f2327; --sk-text: #e8eaed; --sk-muted: #a7b0b9;
    --sk-line: #3a4149; --sk-strong-line: #8a949e; --sk-accent: #5fc3cb; --sk-link: #7db8ff;
    --sk-focus: #7db8ff; --sk-current: #7db8ff;
    --sk-good: #5ec98f; --sk-part: #e6b450; --sk-bad: #ff8a80; --sk-gap: #ff8a80;
  }
}
@media (prefers-contrast: more) {
  :root {
    --sk-surface: var(--sk-ground); --sk-text: #000000; --sk-muted: #333333; --sk-line: #333333; --sk-strong-line: #000000;
    --sk-accent: #003b40; --sk-link: #003a78; --sk-focus: #003a78; --sk-current: #003a78;
    --sk-good: #0a4a2a; --sk-part: #5c3b00; --sk-bad: #7d100b; --sk-gap: #7d100b;
  }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :root {
    --sk-ground: #000000; --sk-text: #ffffff; --sk-muted: #dddddd; --sk-line: #dddddd; --sk-strong-line: #ffffff;
    --sk-accent: #9be7ee; --sk-link: #b5d7ff; --sk-focus: #ffd54a; --sk-current: #ffd54a;
    --sk-good: #9cf0c2; --sk-part: #ffdf96; --sk-bad: #ffb9b2; --sk-gap: #ffb9b2;
  }
}
html { background: var(--sk-ground); color: var(--sk-text); font: 100%/1.45 var(--sk-font); }
body { margin: 0 auto; max-width: 84rem; padding: clamp(1rem, 3vw, 2.5rem); font-size: 0.9375rem; overflow-wrap: anywhere; }
a[href] { color: var(--sk-link); }
a:focus-visible { outline: 2px solid var(--sk-focus); outline-offset: 2px; }
.sk-page-head { display: grid; gap: 0.5rem; margin-bottom: 2rem; }
.sk-page-head h1 { font-size: 2rem; line-height: 1.15; margin: 0; text-wrap: balance; }
.sk-page-head p { margin: 0; color: var(--sk-muted); }
.sk-page-head .sk-page-lead { color: var(--sk-text); font-size: 1.1rem; }
.sk-page-nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; list-style: none; margin: 0; padding: 0; }
.sk-page-note { border: 1.5px dashed var(--sk-gap); border-radius: 4px; padding: 0.6rem 0.8rem; }
.sk-page-note p { color: var(--sk-text); }
.sk-page-part { margin-top: 3rem; }
.sk-page-part > h2 { font-size: 1.5rem; }
.sk-page-foot { margin-top: 3rem; color: var(--sk-muted); font-size: 0.85rem; border-top: 1px solid var(--sk-line); padding-top: 0.8rem; }
.sk-skip { position: absolute; left: -999rem; }
.sk-skip:focus { position: static; }
@media print {
  :root {
    color-scheme: light;
    --sk-ground: #ffffff; --sk-surface: #ffffff; --sk-text: #000000; --sk-muted: #3a3f45; --sk-line: #9aa1a9; --sk-strong-line: #333333;
    --sk-accent: #0f5c63; --sk-link: #000000; --sk-good: #14562f; --sk-part: #6b4500; --sk-bad: #8f1b14; --sk-gap: #333333;
  }
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  .sk-page-nav, .sk-skip { display: none; }
  .sk-page-part { break-before: page; margin-top: 0; }
}
`;
