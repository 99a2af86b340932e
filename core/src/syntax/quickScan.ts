// Where the quick reader stands in a text: spaces, line ends, comments, and which block a comment belongs to.

/** One for all: nobody looks at where it was thrown, and to note that takes time. */
const HANDED_OVER = new Error("Not for the quick reader");

/** Gives the text up, so that the tolerant reader reads the whole of it; caught where the reading began. */
export function handOver(): never {
  throw HANDED_OVER;
}

export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const HASH = 35;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;

/** Lives as long as one reading. */
export interface Scan {
  readonly text: string;
  at: number;
  /** Where the line of `at` begins, behind a byte order mark. */
  lineStart: number;
  /** Spaces before the line that was stepped to last; -1 at the end of the text. */
  indent: number;
  /** Blocks that are open. */
  level: number;
  /** End of the value that was read last, with the comments that YAML counts to it. */
  tail: number;
  /** End of the last comment below it that one of the open blocks will take, or -1. */
  looseTo: number;
  /** The deepest indentation of such comments. */
  looseIndent: number;
  /** True where the last value is empty and comments follow: which block takes them is not known here. */
  unsureTail: boolean;
}

/** Offset of the first character that is no space. */
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** True for the character codes of line ends, and for what stands behind the text's end. */
export function endsLine(code: number): boolean {
  return code === LF || code === CR || Number.isNaN(code);
}

export function isBlank(code: number): boolean {
  return code === SPACE || endsLine(code);
}

/** Offset of the line feed that ends a line, or the text's end. */
export function findLineFeed(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}

/** Offset behind the last character before `end` that is neither space nor line end. */
export function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && isSpaceLike(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isSpaceLike(code: number): boolean {
  return code <= SPACE || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
}

/** What may follow the # of a comment; a letter directly behind it may mean that it ate a part of the text before it. */
const AFTER_HASH = " #!=-*+~.,:;/\\\"'()[]{}<>|@&%^_`?$\r\n";

export function checkComment(text: string, at: number): void {
  if (!AFTER_HASH.includes(text.charAt(at + 1))) handOver();
}

/**
 * Steps from behind a value (or behind the sign where one is missing) to the next line that says something. `column` is
 * that of the innermost open block.
 */
export function endLine(scan: Scan, column: number, value: "text" | "nothing"): void {
  const { text } = scan;
  const at = skipSpaces(text, scan.at);
  const code = text.charCodeAt(at);
  scan.tail = scan.at;
  scan.looseTo = -1;
  scan.unsureTail = false;
  if (code === HASH && at > scan.at) {
    checkComment(text, at);
    const end = findLineFeed(text, at);
    if (value === "text") scan.tail = end;
    else scan.looseTo = end;
  } else if (!endsLine(code)) handOver();
  scan.at = findLineFeed(text, at);
  skipLines(scan, column, value === "text");
}

/** From a line's end over blank lines and comments. A value that takes comments has those right below that are deeper. */
export function skipLines(scan: Scan, column: number, takesComments: boolean): void {
  const { text } = scan;
  for (let lineEnd = scan.at; lineEnd + 1 < text.length; ) {
    const start = lineEnd + 1;
    const at = skipSpaces(text, start);
    const code = text.charCodeAt(at);
    if (code === HASH) {
      lineEnd = findLineFeed(text, at);
      noteComment(scan, at - start, lineEnd, takesComments && at - start > column);
    } else if (code === LF) lineEnd = at;
    else if (code === CR) lineEnd = at + 1;
    else if (Number.isNaN(code)) break;
    else {
      scan.at = at;
      scan.lineStart = start;
      scan.indent = at - start;
      return;
    }
  }
  scan.at = text.length;
  scan.indent = -1;
}

function noteComment(scan: Scan, indent: number, end: number, isDeeper: boolean): void {
  if (isDeeper && scan.looseTo < 0) scan.tail = end;
  else {
    scan.looseIndent = scan.looseTo < 0 ? indent : Math.max(scan.looseIndent, indent);
    scan.looseTo = end;
  }
}

/** After a key or a dash that nothing follows. */
export function leaveEmpty(scan: Scan): void {
  scan.unsureTail = scan.looseTo >= 0;
  scan.looseTo = -1;
}

/** A block ends: comments that stand no deeper than its column go to the block around it, others stay with it. */
export function closeBlock(scan: Scan, column: number): void {
  scan.level -= 1;
  if (scan.looseTo < 0 || column === 0 || scan.looseIndent < column) return;
  scan.tail = scan.looseTo;
  scan.looseTo = -1;
}

/** Deeper than this nobody writes by hand. */
const MOST_OPEN = 50;

export function openBlock(scan: Scan): void {
  scan.level += 1;
  if (scan.level > MOST_OPEN) handOver();
}
