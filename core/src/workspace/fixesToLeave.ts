// Looks at what many repairs at once have made of a workspace, and names those that should rather not have been made.

import { readsWorse } from "../edit/readsWorse.ts";
import type { Finding, Fix } from "../findings/finding.ts";
import { groupBy } from "../text/maps.ts";
import { type Analysis, findingsIn } from "./analyse.ts";
import { spoilingFixes } from "./offerFixes.ts";

export interface AppliedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** None where all is well. */
export function fixesToLeave(
  before: Analysis,
  after: Analysis,
  made: readonly AppliedFix[],
): ReadonlySet<Fix> {
  const spoilt = spoiltFiles(before, after, made);
  return spoilt.size > 0 ? spoilers(before, spoilt, made) : fixesInVain(after, made);
}

/** A repair that leaves a file less readable than it was is no repair. What the damage of others hid may come to light. */
function spoiltFiles(before: Analysis, after: Analysis, made: readonly AppliedFix[]): ReadonlySet<string> {
  const edited = new Set(made.flatMap(({ fix }) => fix.edits.map(({ file }) => file)));
  const pathOf = pathsAfter(made);
  const isSpoilt = (path: string) => {
    const [old, now] = [before.files.get(path), after.files.get(pathOf(path))];
    if (old === undefined || now === undefined || old.source.damaged.length > 0) return false;
    return readsWorse(old.source, now.source);
  };
  return new Set([...edited].filter(isSpoilt));
}

/** Those that alone spoil a file; where it is all together, all that touch it. */
function spoilers(
  before: Analysis,
  spoilt: ReadonlySet<string>,
  made: readonly AppliedFix[],
): ReadonlySet<Fix> {
  const fixes = made.map(({ fix }) => fix).filter(({ edits }) => edits.some(({ file }) => spoilt.has(file)));
  const alone = spoilingFixes(fixes, before);
  return alone.size > 0 ? alone : new Set(fixes);
}

/** Where what was written cannot be read for the same reason as before, writing more of it would never end. */
function fixesInVain(after: Analysis, made: readonly AppliedFix[]): ReadonlySet<Fix> {
  const edits = made.flatMap(({ finding, fix }) => fix.edits.map((edit) => ({ finding, fix, edit })));
  const pathOf = pathsAfter(made);
  const vain = new Set<Fix>();
  for (const [path, ofFile] of groupBy(edits, ({ edit }) => edit.file)) {
    const unread = findingsIn(after, pathOf(path)).filter(({ rule }) => rule.startsWith("yaml/"));
    if (unread.length === 0) continue;
    let moved = 0;
    for (const { finding, fix, edit } of ofFile.sort((a, b) => a.edit.span.start - b.edit.span.start)) {
      const { span, newText } = edit;
      const isAgain = ({ rule, span: { start } }: Finding) =>
        rule === finding.rule && start === span.start + moved;
      if (finding.span.start === span.start && unread.some(isAgain)) vain.add(fix);
      moved += newText.length - (span.end - span.start);
    }
  }
  return vain;
}

function pathsAfter(made: readonly AppliedFix[]): (path: string) => string {
  const renamed = new Map(made.map(({ fix: { renameFile } }) => [renameFile?.from, renameFile?.to]));
  return (path) => renamed.get(path) ?? path;
}
