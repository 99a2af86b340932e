// The pages that are written by hand: their files are checked and the outputs that they show are made anew, so that a
// guide never shows what the program does not say.
//
//     ```yaml file=trust.strategy.yaml      a file of the page's workspace; the same name again replaces it
//     ```text check                         what `stratkit check` says about the files so far; so does `trace`
//     ```yaml ci=github                     the file that init --ci github writes
//     <!-- a new folder -->                 begins an empty workspace
//     <!-- the change begins -->            what stands before is what a change is compared with
//     ```text diff                          what `stratkit diff` says about the change so far
//
// Files that no output follows must have no errors.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CI_SERVICES, ciText } from "../../core/src/features/ciFile.ts";
import { textFile, type WorkspaceFile } from "../../core/src/workspace/workspace.ts";
import { markdownFiles, ROOT } from "./sources.ts";
import { runIn } from "./terminal.ts";

const GENERATED = "<!-- Made by tools/docs.ts";
const NEW_FOLDER = "<!-- a new folder -->";
const CHANGE_BEGINS = "<!-- the change begins -->";
const COMMANDS = ["check", "trace", "diff"];

export interface Guide {
  readonly path: string;
  /** The page with its outputs made anew. */
  readonly text: string;
  /** What is wrong with its files. */
  readonly problems: readonly string[];
}

export interface Block {
  /** 0-based lines of the two fences. */
  readonly start: number;
  readonly end: number;
  readonly language: string;
  /** What stands behind the language. */
  readonly info: string;
  readonly text: string;
}

export function guidePaths(): string[] {
  const paths = [...markdownFiles(), "README.md"];
  return paths.filter((path) => !readFileSync(join(ROOT, path), "utf8").startsWith(GENERATED));
}

export async function renderGuides(): Promise<Guide[]> {
  const guides: Guide[] = [];
  for (const path of guidePaths())
    guides.push(await renderGuide(path, readFileSync(join(ROOT, path), "utf8")));
  return guides;
}

export async function renderGuide(path: string, page: string): Promise<Guide> {
  const lines = page.split("\n");
  const out: string[] = [];
  const problems: string[] = [];
  let files = new Map<string, WorkspaceFile>();
  let base: readonly WorkspaceFile[] = [];
  let isChanging = false;
  let unseen = false;
  let from = 0;
  const settle = async () => {
    if (unseen) problems.push(...(await errorsIn([...files.values()])).map((error) => `${path}: ${error}`));
    unseen = false;
  };
  for (const block of findBlocks(page)) {
    const between = lines.slice(from, block.start);
    if (between.includes(NEW_FOLDER)) {
      await settle();
      files = new Map();
    }
    if (between.includes(CHANGE_BEGINS)) {
      await settle();
      base = [...files.values()];
      isChanging = true;
    }
    out.push(...between, lines[block.start] ?? "");
    const name = /^file=(\S+)$/.exec(block.info)?.[1];
    const service = CI_SERVICES.find((known) => block.info === `ci=${known}`);
    const [command = "", ...flags] = block.info.split(" ");
    let body = lines.slice(block.start + 1, block.end);
    if (name !== undefined) {
      // Half of a change is nothing that a reader sees.
      if (files.has(name) && !isChanging) await settle();
      files.set(name, textFile(name, block.text));
      unseen = true;
    } else if (block.language === "text" && COMMANDS.includes(command)) {
      const now = [...files.values()];
      const screen =
        command === "diff" ? await runDiff(base, now, flags) : await runIn(now, [command, ...flags]);
      body = screen.text.trimEnd().split("\n");
      unseen = false;
      isChanging = false;
    } else if (service !== undefined) {
      body = ciText(service, ".").trimEnd().split("\n");
    } else if (block.info !== "")
      problems.push(`${path}:${block.start + 1}: "${block.info}" is not known here`);
    out.push(...body, lines[block.end] ?? "");
    from = block.end + 1;
  }
  await settle();
  return { path, text: [...out, ...lines.slice(from)].join("\n"), problems };
}

/** From inside the folder of the change, so that paths are as an author sees them. */
function runDiff(base: readonly WorkspaceFile[], now: readonly WorkspaceFile[], flags: readonly string[]) {
  const below = (folder: string, files: readonly WorkspaceFile[]) =>
    files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  return runIn(
    [...below("before", base), ...below("now", now)],
    ["diff", "../before", ".", "-C", "now", ...flags],
  );
}

export function findBlocks(page: string): Block[] {
  const blocks: Block[] = [];
  const lines = page.split("\n");
  for (let line = 0; line < lines.length; line += 1) {
    const open = /^(`{3,})(\w*) *(.*)$/.exec(lines[line] ?? "");
    if (open === null) continue;
    const [, marks = "", language = "", info = ""] = open;
    const end = lines.findIndex((text, at) => at > line && text === marks);
    if (end < 0) throw new Error(`A fence in line ${line + 1} is never closed`);
    blocks.push({ start: line, end, language, info, text: `${lines.slice(line + 1, end).join("\n")}\n` });
    line = end;
  }
  return blocks;
}

async function errorsIn(files: readonly WorkspaceFile[]): Promise<string[]> {
  const { text, code } = await runIn(files, ["check", "--show", "error"]);
  return code === 0 ? [] : [`${files.map((file) => file.path).join(", ")}\n${text}`];
}
