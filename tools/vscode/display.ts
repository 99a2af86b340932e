// Gives programs with windows a screen in memory, on a Linux machine without one.

import type { Readable } from "node:stream";
import type { Processes } from "./processes.ts";

/** The environment that names the screen; nothing where there is one already. */
export async function ownDisplay(processes: Processes): Promise<NodeJS.ProcessEnv> {
  if (process.platform !== "linux" || process.env.DISPLAY !== undefined) return {};
  const child = processes.start("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x900x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const told = child.stdio[3] as Readable;
  const number = await new Promise<string>((resolve, reject) => {
    child.on("error", () => reject(new Error("there is no screen, and Xvfb is not installed")));
    child.on("close", () => reject(new Error("there is no screen, and Xvfb did not start")));
    told.once("data", (piece: Buffer) => resolve(piece.toString("utf8").trim()));
  });
  return { DISPLAY: `:${number}` };
}
