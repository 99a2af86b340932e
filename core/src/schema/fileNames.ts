// Finds file names that were meant for a strategy workspace and are not read, because they miss the form
// `<id>.<kind>.yaml`. Says nothing about other people's files: one that is not read is better than a false alarm.

import { countEdits } from "../findings/didYouMean.ts";
import type { Refusal } from "../findings/finding.ts";
import {
  baseName,
  CONFIG_FILE,
  FILE_KINDS,
  type FileKind,
  folderOf,
  isConfigFile,
  isFileId,
  parseFileName,
} from "../model/fileName.ts";
import { slugOf } from "./slug.ts";

export interface FileNameFacts {
  readonly name: string;
  /**
   * `kind`: no kind of file is called `part`; `no-id`: a kind stands alone; `id`: `part` is no id; `capitals`: only
   * the case is wrong; `ending`: more follows behind `.yaml`; `config`: the settings file under another name.
   */
  readonly cause: "kind" | "no-id" | "id" | "capitals" | "ending" | "config";
  /** The piece of the name that is wrong. */
  readonly part: string;
  /** The right name in the same folder, where there is one. */
  readonly rename?: string;
}

/** A near-miss at this path (with `/`, relative to the root), or undefined for a right name and for any other file. */
export function checkFileName(path: string): Refusal<FileNameFacts> | undefined {
  const inHiddenFolder = folderOf(path)
    .split("/")
    .some((folder) => folder.startsWith("."));
  if (parseFileName(path) !== undefined || isConfigFile(path) || inHiddenFolder) return undefined;
  const facts = judgeName(path);
  if (facts === undefined) return undefined;
  return { rule: "schema/file-name", place: { file: path, span: { start: 0, end: 0 } }, facts };
}

const NAME = /^(?<stem>.*)\.(?<ending>ya?ml|csv)(?<more>\.txt)?$/i;

function judgeName(path: string): FileNameFacts | undefined {
  const name = baseName(path);
  const { stem = "", ending = "", more } = NAME.exec(name)?.groups ?? {};
  if (stem === "") return undefined;
  if (isNearConfig(stem, ending)) return { name, cause: "config", part: name, rename: CONFIG_FILE };
  const dot = stem.lastIndexOf(".");
  const idText = stem.slice(0, Math.max(dot, 0));
  const kindText = stem.slice(dot + 1);
  const kind = idText === "" ? kindAlone(kindText) : nearestKind(kindText);
  if (kind === undefined || (ending.toLowerCase() === "csv" && kind !== "actuals")) return undefined;
  return judgeParts({ name, path, idText, kindText, kind, ending, more });
}

interface NameParts {
  readonly name: string;
  readonly path: string;
  readonly idText: string;
  readonly kindText: string;
  /** The kind that was meant. */
  readonly kind: FileKind;
  readonly ending: string;
  readonly more: string | undefined;
}

function judgeParts({ name, path, idText, kindText, kind, ending, more }: NameParts): FileNameFacts {
  const id = slugOf(idText === "" ? baseName(folderOf(path)) : idText, "file");
  const right = id === undefined ? undefined : `${id}.${kind}.${ending.toLowerCase()}`;
  const rename = right === undefined ? {} : { rename: right };
  if (idText === "") return { name, cause: "no-id", part: kindText, ...rename };
  if (name.toLowerCase() === right) return { name, cause: "capitals", part: name, ...rename };
  if (kindText !== kind) return { name, cause: "kind", part: kindText, ...rename };
  if (!isFileId(idText)) return { name, cause: "id", part: idText, ...rename };
  return { name, cause: "ending", part: more ?? ending, ...rename };
}

const CONFIG_STEMS = new Set([
  "stratkit.config",
  "stratkit",
  "stratkit-config",
  "stratkit_config",
  "stratkitconfig",
]);

function isNearConfig(stem: string, ending: string): boolean {
  return ending.toLowerCase() !== "csv" && CONFIG_STEMS.has(stem.toLowerCase().replace(/^\./, ""));
}

/** Without an id before it only the very name of a kind is claimed: plan.yaml may be anybody's. */
function kindAlone(text: string): FileKind | undefined {
  return FILE_KINDS.find((kind) => plain(kind) === plain(british(text)));
}

const MOST_EDITS = 2;
/** In shorter words two letters make quite another one. */
const LEAST_LETTERS = 5;

function nearestKind(text: string): FileKind | undefined {
  const exact = kindAlone(text);
  if (exact !== undefined) return exact;
  const word = plain(british(text));
  if (word === "strategies") return "strategy";
  const byPart = FILE_KINDS.find((kind) =>
    kind.split("-").some((part) => part === word || `${part}s` === word),
  );
  if (byPart !== undefined) return byPart;
  if (word.length < LEAST_LETTERS) return undefined;
  const edits = FILE_KINDS.map((kind) => countEdits(word, plain(kind), MOST_EDITS));
  const fewest = Math.min(...edits);
  return fewest <= MOST_EDITS ? FILE_KINDS[edits.indexOf(fewest)] : undefined;
}

function british(text: string): string {
  return text.toLowerCase().replace("organiz", "organis").replace("program-", "programme-");
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[-_ ]/g, "");
}
