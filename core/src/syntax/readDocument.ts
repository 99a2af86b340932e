// The one place that calls the YAML library: text to its document, its complaints and its tokens, never an exception.

import { Composer, type CST, Lexer, type ParsedNode, Parser, type YAMLParseError } from "yaml";

/** Far deeper than any strategy; deep enough below what the call stack bears. */
export const MOST_LEVELS = 200;

/** So many things begun within each other are not read on: at the end of thousands the library runs out of stack. */
const MOST_BEGUN = 5 * MOST_LEVELS;

/** Behind a document that was cut short every sign is a complaint of its own, and each costs more than its reading. */
const MOST_STRAYS = 200;

export type ReadError = Pick<YAMLParseError, "code" | "pos" | "message">;

export interface ReadDocument {
  readonly contents: ParsedNode | null;
  /** In the order of the text. */
  readonly errors: readonly ReadError[];
  readonly tokens: readonly CST.Token[];
  /** Offset at which the nesting passes what is read; contents is null then. */
  readonly tooDeepAt?: number;
}

/**
 * Reads the first document of a text as YAML 1.2 with the core types. Repeated keys, aliases and merge keys are left
 * for the caller to judge, because the library can only refuse or expand them.
 */
export function readDocument(text: string): ReadDocument {
  const tokens = readTokens(text);
  const tooDeepAt = findTooDeep(tokens);
  if (tooDeepAt !== undefined) {
    const errors = findMapsInLine(tokens);
    return errors.length > 0
      ? { contents: null, errors, tokens }
      : { contents: null, errors, tokens, tooDeepAt };
  }
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    resolveKnownTags: false,
    logLevel: "silent",
    stringKeys: false,
  });
  const [document] = composer.compose(tokens, true, text.length);
  const errors = [...(document?.errors ?? [])].sort((a, b) => a.pos[0] - b.pos[0]);
  return { contents: document?.contents ?? null, errors, tokens };
}

/** Where the text goes down too far, the tokens of what stands before. */
function readTokens(text: string): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let strays = 0;
  const take = (token: CST.Token) => {
    if (token.type === "error") strays += 1;
    if (token.type !== "error" || strays <= MOST_STRAYS) tokens.push(token);
  };
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) take(token);
    if (parser.stack.length > MOST_BEGUN) break;
  }
  for (const token of parser.end()) take(token);
  return tokens;
}

export type TokenVisitor = (token: CST.Token, level: number) => void;

/** Calls for every token that holds a value, outer before inner, in the order of the text; needs no call stack. */
export function walkTokens(tokens: readonly CST.Token[], visit: TokenVisitor): void {
  const waiting = tokens.map((token) => ({ token, level: 0 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, level } = next;
    visit(token, level);
    const children = childrenOf(token);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child) waiting.push({ token: child, level: level + 1 });
    }
  }
}

function childrenOf(token: CST.Token): (CST.Token | null | undefined)[] {
  if (token.type === "document") return [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap((item) => ["key" in item ? item.key : undefined, item.value]);
}

function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  let found: number | undefined;
  walkTokens(tokens, (token, level) => {
    if (level > MOST_LEVELS && found === undefined) found = token.offset;
  });
  return found;
}

/**
 * Maps that begin in the line of their key, as in `title: Aim 1: Care`. Each makes the parser go down one level, so that
 * hundreds of such slips look like a text that is nested too deeply.
 */
function findMapsInLine(tokens: readonly CST.Token[]): ReadError[] {
  const errors: ReadError[] = [];
  walkTokens(tokens, (token) => {
    if (token.type !== "block-map") return;
    for (const { sep, value } of token.items) {
      if (value?.type !== "block-map" || sep?.some((part) => part.type === "newline")) continue;
      const pos: [number, number] = [value.offset, value.offset + 1];
      errors.push({ code: "BLOCK_AS_IMPLICIT_KEY", pos, message: "A map in the line of its key" });
    }
  });
  return errors;
}
