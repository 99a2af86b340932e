// The guided commands: each asks a few things, one after the other, and then makes one edit. What is asked and what is
// written is the server's business; here are their names alone.

export const GUIDED_COMMANDS: readonly string[] = [];
