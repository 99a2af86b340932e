// What the panel's page and the extension say to each other. Each side checks the shape of what it hears, because
// anything may be posted to a page.

export const PANEL_NAMES = ["map", "traceability", "plan"] as const;
export type PanelName = (typeof PANEL_NAMES)[number];

export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** What the page is to show; kept by the editor, too, so that it comes back after a restart. */
export interface PanelState {
  readonly root?: string;
  readonly panel?: PanelName;
  readonly strategy?: string;
  readonly year?: string;
  readonly onlyGaps?: boolean;
  /** In percent. */
  readonly zoom?: number;
  /** How far down, in pixels. */
  readonly scroll?: number;
}

export type ToPage =
  | {
      readonly type: "drawing";
      readonly state: PanelState;
      readonly html: string;
      readonly strategies: readonly Choice[];
      readonly years: readonly Choice[];
      /** The sentence of the banner; without it there is none. */
      readonly stale?: string;
    }
  /** The thing at the cursor; `reveal` also puts the focus there. Without a target nothing is marked. */
  | { readonly type: "current"; readonly target?: string; readonly reveal: boolean }
  | { readonly type: "failed"; readonly sentence: string };

export type FromPage =
  | { readonly type: "ready"; readonly state: PanelState }
  | { readonly type: "choose"; readonly state: PanelState }
  | { readonly type: "open"; readonly target: string }
  | { readonly type: "open-stale" }
  | { readonly type: "export" };

export function readFromPage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case "ready":
    case "choose":
      return { type: message.type, state: readState(message.state) };
    case "open":
      return typeof message.target === "string" ? { type: "open", target: message.target } : undefined;
    case "open-stale":
    case "export":
      return { type: message.type };
    default:
      return undefined;
  }
}

export function readToPage(message: unknown): ToPage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, html, stale, target, sentence } = message;
  switch (type) {
    case "drawing":
      if (typeof html !== "string") return undefined;
      return {
        type,
        html,
        state: readState(message.state),
        strategies: readChoices(message.strategies),
        years: readChoices(message.years),
        ...(typeof stale === "string" ? { stale } : {}),
      };
    case "current":
      return {
        type,
        ...(typeof target === "string" ? { target } : {}),
        reveal: message.reveal === true,
      };
    case "failed":
      return typeof sentence === "string" ? { type, sentence } : undefined;
    default:
      return undefined;
  }
}

/** Takes what is known of a state that somebody kept, and leaves out the rest. */
export function readState(written: unknown): PanelState {
  if (!isRecord(written)) return {};
  const { root, strategy, year, onlyGaps, zoom, scroll } = written;
  const panel = PANEL_NAMES.find((name) => name === written.panel);
  return {
    ...(typeof root === "string" ? { root } : {}),
    ...(panel === undefined ? {} : { panel }),
    ...(typeof strategy === "string" ? { strategy } : {}),
    ...(typeof year === "string" ? { year } : {}),
    ...(typeof onlyGaps === "boolean" ? { onlyGaps } : {}),
    ...(typeof zoom === "number" ? { zoom } : {}),
    ...(typeof scroll === "number" ? { scroll } : {}),
  };
}

function readChoices(written: unknown): Choice[] {
  if (!Array.isArray(written)) return [];
  return written.flatMap((one: unknown) =>
    isRecord(one) && typeof one.id === "string" && typeof one.title === "string"
      ? [{ id: one.id, title: one.title }]
      : [],
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
