// Checking a workspace: nothing stops, places stand in the texts, nothing is said twice, and after any edits an analysis
// that was carried on says to the byte what a fresh one says.

import { type Analysis, analyse } from "../core/src/workspace/analyse.ts";
import type { Engine } from "../core/src/workspace/analyseFile.ts";
import { createEngine } from "../core/src/workspace/createEngine.ts";
import { type Corpus, pickText, pickWorkspace } from "./corpus.ts";
import { makeSteps, mutateFiles } from "./mutate.ts";
import { checkSpan } from "./places.ts";
import { Fault, must, mustNotThrow, type Target } from "./target.ts";
import { afterStep, checkNothingStopped, workspaceOf } from "./workspaces.ts";

export function checkingTarget(corpus: Corpus): Target {
  const [carried, fresh] = [createEngine(), createEngine()];
  return {
    name: "checking",
    patience: 10_000,
    make(chance) {
      const other = () => pickText(corpus, chance);
      const picked = pickWorkspace(corpus, chance);
      const files = chance.percent(70) ? mutateFiles(picked, chance, other) : picked;
      const steps = makeSteps(files, chance.below(files.length > 20 ? 4 : 8), chance, other);
      return { files, steps, seed: 0 };
    },
    attempt({ files, steps }) {
      let workspace = workspaceOf(files);
      let analysis = mustNotThrow("the analysis", () => analyse(workspace, carried));
      for (const step of steps) {
        const [next, before] = [afterStep(workspace, step), analysis];
        workspace = next;
        analysis = mustNotThrow("the analysis that was carried on", () => analyse(next, carried, before));
      }
      checkAnalysis(analysis);
      checkSameAsFresh(analysis, fresh);
    },
  };
}

function checkAnalysis(analysis: Analysis): void {
  checkNothingStopped(analysis);
  const textOf = (path: string) => analysis.workspace.files.get(path)?.text;
  const said = new Set<string>();
  for (const { rule, file, span, message, related } of analysis.findings) {
    checkSpan(`a finding of ${rule}`, span, textOf(file));
    for (const one of related) checkSpan(`what a finding of ${rule} points to`, one.span, textOf(one.file));
    const key = JSON.stringify([rule, file, span, message]);
    must(!said.has(key), `a finding of ${rule} is there twice`, () => key);
    said.add(key);
  }
}

function checkSameAsFresh(analysis: Analysis, engine: Engine): void {
  const expected = shown(mustNotThrow("the fresh analysis", () => analyse(analysis.workspace, engine)));
  const found = shown(analysis);
  const keys = ["findings", "links", "complete"] as const;
  for (const key of keys) {
    const [a, b] = [JSON.stringify(found[key]), JSON.stringify(expected[key])];
    if (a === b) continue;
    throw new Fault(`${key} differ from those of a fresh analysis`, `carried on: ${a}\nfresh: ${b}`);
  }
}

function shown({ findings, complete, model }: Analysis) {
  return {
    findings: findings.map(({ facts: _, ...finding }) => finding),
    complete,
    links: model.links.map(({ from, to, reference }) => [from.id, to.id, reference.key]),
  };
}
