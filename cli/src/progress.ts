// Says on a terminal that work goes on, once it has taken a second; the line is wiped away at the end.

import type { Shell } from "./shell.ts";

export interface Progress {
  /** Called for each file; shows the count now and then. */
  countFile(): void;
  say(text: string): void;
  end(): void;
}

const PATIENCE = 1000;
const PACE = 200;

export function progressOn({ err: stream, env }: Shell): Progress {
  let next = Date.now() + PATIENCE;
  let files = 0;
  let shown = false;
  const say = (text: string) => {
    if (!stream.isTerminal || env.CI !== undefined || Date.now() < next) return;
    next = Date.now() + PACE;
    shown = true;
    stream.write(`\r\u001b[K${text}`);
  };
  return {
    countFile() {
      files += 1;
      say(`Reading files: ${files}`);
    },
    say,
    end() {
      if (shown) stream.write("\r\u001b[K");
    },
  };
}
