// What YAML's core types make of a plain text.

const NUMBER =
  /^[-+]?(?:[0-9]+|(?:\.[0-9]+|[0-9]+\.[0-9]*)|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+)$/;
const OCTAL = /^0o[0-7]+$/;
const HEX = /^0x[0-9a-fA-F]+$/;

const LONGEST_WORD = "false".length;

/** Number for `5`, null for `~`, true for `true`. What no number can hold (`.inf`, `.nan`) stays the text that it is. */
export function plainValue(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if (first < 58 && first > 42) return toNumber(text) ?? text;
  // Most texts are longer than any of the words below.
  if (text.length > LONGEST_WORD) return text;
  switch (text) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    default:
      return text;
  }
}

function toNumber(text: string): number | undefined {
  const value = NUMBER.test(text)
    ? Number.parseFloat(text)
    : text.startsWith("0")
      ? inOtherBase(text)
      : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function inOtherBase(text: string): number {
  if (OCTAL.test(text)) return Number.parseInt(text.slice(2), 8);
  return HEX.test(text) ? Number.parseInt(text, 16) : Number.NaN;
}
