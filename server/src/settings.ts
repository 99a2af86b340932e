// The user's settings: matters of taste only. Rules come from stratkit.config.yaml, so that editor and build agree.

export interface Settings {
  readonly codeLens: boolean;
  readonly inlayTitles: boolean;
  readonly inlayPeriods: boolean;
  readonly showBaselined: boolean;
}

/** What is absent or of another type keeps its default. */
export function readSettings(written: unknown): Settings {
  return {
    codeLens: isOn(written, "codeLens", "enable"),
    inlayTitles: isOn(written, "inlayHints", "titles"),
    inlayPeriods: isOn(written, "inlayHints", "periods"),
    showBaselined: isOn(written, "diagnostics", "showBaselined"),
  };
}

function isOn(written: unknown, section: string, name: string): boolean {
  return fieldOf(fieldOf(written, section), name) !== false;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
