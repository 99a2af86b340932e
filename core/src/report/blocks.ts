// Prints blocks of a card, in Markdown or as plain text. Authors' texts only ever show themselves.

import type { Block } from "../lookup/blocks.ts";
import { cutText } from "../text/cut.ts";
import { escapeMarkdown, escapePlain } from "./escape.ts";

const MOST_CHARACTERS = 600;

/** Blocks for a reader who takes Markdown or does not; made when asked for, as nobody takes both. */
export class ShownBlocks {
  readonly #blocks: readonly Block[];

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  get markdown(): string {
    return renderBlocksMarkdown(this.#blocks);
  }

  /** For clients that show no Markdown. */
  get text(): string {
    return renderBlocksText(this.#blocks);
  }
}

function renderBlocksMarkdown(blocks: readonly Block[]): string {
  return blocks.map(toMarkdown).join("\n\n");
}

export function renderBlocksText(blocks: readonly Block[]): string {
  return blocks.map(toText).join("\n\n");
}

function toMarkdown(block: Block): string {
  switch (block.kind) {
    case "title":
      return `**${escapeMarkdown(short(block.text))}**`;
    case "text":
      return escapeMarkdown(short(block.text));
    case "facts":
      return block.facts.map(({ label, text }) => `- ${label}: ${escapeMarkdown(short(text))}`).join("\n");
    case "link":
      return `[${escapeMarkdown(block.text)}](<${block.address}>)`;
    case "example":
      return `\`\`\`yaml\n${block.text}\n\`\`\``;
  }
}

function toText(block: Block): string {
  switch (block.kind) {
    case "facts":
      return block.facts.map(({ label, text }) => `${label}: ${escapePlain(short(text))}`).join("\n");
    case "link":
      return `${block.text}: ${block.address}`;
    case "example":
      return block.text;
    default:
      return escapePlain(short(block.text));
  }
}

/** Folded over lines or not, a text is one paragraph here. */
function short(text: string): string {
  const isOne = !/\s\s|[^\S ]|^ | $/.test(text);
  return cutText(isOne ? text : text.replace(/\s+/g, " ").trim(), MOST_CHARACTERS);
}
