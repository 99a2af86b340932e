// The file name is the identity: `<id>.<kind>.yaml` says what a file describes and which kind it is.

export const FILE_KINDS = [
  "organisation",
  "strategy",
  "measures",
  "enabler-strategy",
  "delivery-plan",
  "actuals",
  "progress-report",
] as const;

export type FileKind = (typeof FILE_KINDS)[number];

export const CONFIG_FILE = "stratkit.config.yaml";
/** Known debt, beside the config. */
export const BASELINE_FILE = "stratkit.baseline.json";
/** Links that were read again, beside the config. */
export const REVIEWS_FILE = "stratkit.reviews.yaml";
/** Changes that people agreed to, beside the config. */
export const DECISIONS_FILE = "stratkit.decisions.md";

export interface FileName {
  readonly id: string;
  readonly kind: FileKind;
  readonly format: "yaml" | "csv";
}

const FILE_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ITEM_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Ids of items begin with a letter; a file's id may begin with a digit (`2017-18`). */
export function isItemId(text: string): boolean {
  return ITEM_ID.test(text);
}

export function isFileId(text: string): boolean {
  return FILE_ID.test(text);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** What a workspace has at its root beside its strategy files; no pattern leaves it out. */
export function isRootFile(path: string): boolean {
  return path === CONFIG_FILE || path === BASELINE_FILE || path === REVIEWS_FILE;
}

export function isConfigFile(path: string): boolean {
  return baseName(path) === CONFIG_FILE;
}

/** What a path describes, or undefined where its name is not exactly `<id>.<kind>.yaml` (or `.yml`, or `.actuals.csv`). */
export function parseFileName(path: string): FileName | undefined {
  const match = /^([^.]+)\.([^.]+)\.(yaml|yml|csv)$/.exec(baseName(path));
  if (match === null) return undefined;
  const [, id = "", kindText = "", extension = ""] = match;
  const kind = FILE_KINDS.find((known) => known === kindText);
  if (kind === undefined || !isFileId(id)) return undefined;
  if (extension === "csv" && kind !== "actuals") return undefined;
  return { id, kind, format: extension === "csv" ? "csv" : "yaml" };
}
