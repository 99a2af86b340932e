// Sentences in the same words in every format that people read.

/** Message and help one after the other, each with its end. */
export function saySentences(message: string, help: string): string {
  return `${message}${/[?!.]$/.test(message) ? "" : "."} ${help}`;
}
