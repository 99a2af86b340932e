// Runs a composite action as GitHub does: its steps one after the other, each a script for bash with the environment that
// the action gives it and the files that take its outputs and its summary.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

export interface ActionStep {
  readonly name: string;
  readonly id?: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

export interface ActionRequest {
  /** The folder of action.yml. */
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the runner sets, `GITHUB_WORKSPACE` and `RUNNER_TEMP` among it. */
  readonly env: NodeJS.ProcessEnv;
}

export interface ActionRun {
  /** Of the first step that failed, else 0. */
  readonly code: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export function readAction(folder: string): Action {
  return parse(readFileSync(join(folder, "action.yml"), "utf8"));
}

export async function runAction({ action: folder, inputs = {}, env }: ActionRequest): Promise<ActionRun> {
  const action = readAction(folder);
  const temp = env.RUNNER_TEMP ?? "";
  const steps = new Map<string, Record<string, string>>();
  const value = (expression: string): string => {
    const [context, name = "", , output = ""] = expression.split(".");
    if (context === "steps" && action.runs.steps.some(({ id }) => id === name))
      return steps.get(name)?.[output] ?? "";
    if (expression === "github.token") return env.GITHUB_TOKEN ?? "";
    const input = action.inputs[name];
    assert.ok(context === "inputs" && input !== undefined, `nothing is called ${expression}`);
    return inputs[name] ?? filled(String(input.default));
  };
  const filled = (text: string) => text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => value(name));
  let [log, summary, code] = ["", "", 0 as number | null];
  for (const step of action.runs.steps) {
    const files = mkdtempSync(join(temp, "_step-"));
    const file = (name: string, text = "") => {
      writeFileSync(join(files, name), text);
      return join(files, name);
    };
    assert.equal(step.shell, "bash");
    const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(String(text))] as const);
    const { GITHUB_TOKEN: _secret, ...runner } = env;
    const places = { GITHUB_OUTPUT: file("output"), GITHUB_STEP_SUMMARY: file("summary") };
    const ran = await runScript(file("script.sh", step.run), {
      ...runner,
      GITHUB_ACTION_PATH: folder,
      ...places,
      ...Object.fromEntries(own),
    });
    log += ran.log;
    summary += readFileSync(places.GITHUB_STEP_SUMMARY, "utf8");
    if (step.id !== undefined) steps.set(step.id, readOutputs(readFileSync(places.GITHUB_OUTPUT, "utf8")));
    code = ran.code;
    if (code !== 0) break;
  }
  const outputs = Object.entries(action.outputs).map(([name, output]) => [name, filled(output.value)]);
  return { code, log, summary, outputs: Object.fromEntries(outputs) };
}

/** Both streams, as they stand in the log of a job. A server may be asked that runs in this process. */
export function runProgram(
  [program = "", ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly log: string }> {
  const child = spawn(program, args, { cwd: env.GITHUB_WORKSPACE, env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      log += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, log }));
  });
}

function runScript(script: string, env: NodeJS.ProcessEnv) {
  return runProgram(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script], env);
}

function readOutputs(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf("=");
      assert.ok(at > 0, `no output: ${line}`);
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}
