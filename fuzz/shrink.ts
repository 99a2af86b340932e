// Makes an input smaller as long as the same fault comes of it: fewer steps, fewer files, fewer lines, fewer characters.

import type { File, Input, Step } from "./input.ts";

export interface Patience {
  /** True as long as there is time to try on. */
  isLeft(): boolean;
}

/** `fails` says whether the same fault comes of an input. */
export async function shrink(
  input: Input,
  fails: (input: Input) => Promise<boolean>,
  patience: Patience,
): Promise<Input> {
  let best = input;
  for (;;) {
    const size = JSON.stringify(best).length;
    for (const way of [
      withSteps,
      withFiles,
      withTexts("\n"),
      withTexts(""),
      withStepTexts("\n"),
      withStepTexts(""),
    ]) {
      best = await way(best, fails, patience);
    }
    if (JSON.stringify(best).length >= size || !patience.isLeft()) return best;
  }
}

type Fails = (input: Input) => Promise<boolean>;

function withSteps(input: Input, fails: Fails, patience: Patience): Promise<Input> {
  const make = (steps: readonly Step[]): Input => ({ ...input, steps });
  return fewer(input.steps, (steps) => fails(make(steps)), patience).then(make);
}

function withFiles(input: Input, fails: Fails, patience: Patience): Promise<Input> {
  const make = (files: readonly File[]): Input => ({ ...input, files });
  return fewer(input.files, (files) => fails(make(files)), patience).then(make);
}

/** Whole lines, or single characters. */
function withTexts(between: "\n" | "") {
  return async (input: Input, fails: Fails, patience: Patience): Promise<Input> => {
    let best = input;
    for (const at of input.files.keys()) {
      const make = (text: string): Input => ({
        ...best,
        files: best.files.map((file, index) => (index === at ? { ...file, text } : file)),
      });
      best = make(await shorter(best.files[at]?.text ?? "", between, (text) => fails(make(text)), patience));
    }
    return best;
  };
}

function withStepTexts(between: "\n" | "") {
  return async (input: Input, fails: Fails, patience: Patience): Promise<Input> => {
    let best = input;
    for (const [at, { text }] of input.steps.entries()) {
      if (text === undefined) continue;
      const make = (shorn: string): Input => ({
        ...best,
        steps: best.steps.map((step, index) => (index === at ? { ...step, text: shorn } : step)),
      });
      best = make(await shorter(text, between, (shorn) => fails(make(shorn)), patience));
    }
    return best;
  };
}

async function shorter(
  text: string,
  between: "\n" | "",
  fails: (text: string) => Promise<boolean>,
  patience: Patience,
): Promise<string> {
  const parts = text.split(between);
  if (between === "" && parts.length > 3_000) return text;
  const left = await fewer(parts, (some) => fails(some.join(between)), patience);
  return left.join(between);
}

/** Leaves out runs of them, long ones first. */
async function fewer<Part>(
  parts: readonly Part[],
  fails: (parts: readonly Part[]) => Promise<boolean>,
  patience: Patience,
): Promise<readonly Part[]> {
  let best = parts;
  for (let run = best.length; run >= 1; run = Math.floor(run / 2)) {
    for (let at = 0; at < best.length && patience.isLeft(); ) {
      const without = [...best.slice(0, at), ...best.slice(at + run)];
      if (await fails(without)) best = without;
      else at += run;
    }
  }
  return best;
}
