// The way from the extension host to the runner outside. The extension host of a browser has neither files nor programs,
// so the runner listens on this machine and does what a test needs done outside VS Code.

import { extensions } from "vscode";

export type Message =
  | { readonly kind: "begin"; readonly total: number }
  | { readonly kind: "pass"; readonly title: readonly string[]; readonly duration: number }
  | {
      readonly kind: "fail";
      readonly title: readonly string[];
      readonly message: string;
      readonly stack?: string | undefined;
      readonly expected?: string;
      readonly actual?: string;
    }
  /** A figure or a fact that is worth a line. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "end"; readonly failures: number };

/** What the runner wrote into the manifest of the extension that carries the tests. */
export interface Facts {
  /** Where the runner listens. */
  readonly runner: string;
  readonly host: "node" | "web" | "desktop";
  /** Paths on the machine of the files: of the project, and of the folder that this window may write to. */
  readonly project: string;
  readonly scratch: string;
}

export function facts(): Facts {
  const driver = extensions.getExtension("stratkit.test-driver");
  if (driver === undefined) throw new Error("The extension that carries the tests is not here");
  return driver.packageJSON.facts;
}

let last: Promise<unknown> = Promise.resolve();

/** One message after the other. */
export function tellRunner(message: Message): Promise<unknown> {
  last = last.then(() => post("tell", message));
  return last;
}

/** Has something done by the runner, outside VS Code. */
export function askRunner<Result>(errand: string, argument: unknown): Promise<Result> {
  return post(`ask/${errand}`, argument) as Promise<Result>;
}

async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${facts().runner}/${path}`, { method: "POST", body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text === "" ? undefined : JSON.parse(text);
}
