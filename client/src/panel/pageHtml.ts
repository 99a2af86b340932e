// The page of the panel before anything is drawn: policy, style, script, tabs and places for what comes.

import { l10n } from "vscode";

export interface PageSources {
  /** As the editor writes its own sources in a policy. */
  readonly cspSource: string;
  readonly style: string;
  readonly script: string;
  /** New for each page: only the script that carries it runs. */
  readonly nonce: string;
}

export function pageHtml({ cspSource, style, script, nonce }: PageSources): string {
  const policy = `default-src 'none'; img-src ${cspSource} data:; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  const tabs = [
    tab("map", l10n.t("Strategy map")),
    tab("traceability", l10n.t("Traceability")),
    tab("plan", l10n.t("Plan by quarter")),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(l10n.t("Strategy"))}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
<header class="panel-bar">
<div class="panel-tabs" role="tablist" aria-label="${escapeHtml(l10n.t("Views of the strategy"))}">${tabs.join("")}</div>
<div class="panel-tools">
<label class="panel-choice" id="choose-strategy" hidden>${escapeHtml(l10n.t("Strategy"))} <select></select></label>
<label class="panel-choice" id="choose-year" hidden>${escapeHtml(l10n.t("Plan"))} <select></select></label>
<span class="panel-zoom" role="group" aria-label="${escapeHtml(l10n.t("Zoom"))}">
<button type="button" id="zoom-out" aria-label="${escapeHtml(l10n.t("Zoom out"))}">&minus;</button>
<button type="button" id="zoom-in" aria-label="${escapeHtml(l10n.t("Zoom in"))}">+</button>
</span>
<button type="button" id="export">${escapeHtml(l10n.t("Export Page..."))}</button>
</div>
</header>
<div class="panel-banner" id="banner" role="status" hidden><span></span> <button type="button" id="open-stale">${escapeHtml(l10n.t("Show the place"))}</button></div>
<main id="drawing" role="tabpanel" aria-labelledby="tab-map" aria-busy="true"><p>${escapeHtml(l10n.t("The strategy is being drawn."))}</p></main>
<div id="news" class="sk-unseen" role="status" aria-live="polite" data-updated="${escapeHtml(l10n.t("Updated."))}" data-rows="${escapeHtml(l10n.t("{0} rows shown."))}" data-zoom="${escapeHtml(l10n.t("{0} percent."))}"></div>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

function tab(name: string, title: string): string {
  return `<button type="button" role="tab" id="tab-${name}" data-panel="${name}" aria-controls="drawing" aria-selected="${name === "map"}" tabindex="${name === "map" ? 0 : -1}">${escapeHtml(title)}</button>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
