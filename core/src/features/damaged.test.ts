// Every feature answers on every text that somebody may be in the middle of typing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createLookup, type Lookup } from "../lookup/lookup.ts";
import { dayOf } from "../model/day.ts";
import { testEngine } from "../testing/checkFindings.ts";
import type { Span } from "../text/span.ts";
import { analyse } from "../workspace/analyse.ts";
import { emptyWorkspace, textFile, withFile } from "../workspace/workspace.ts";
import { codeLenses, codeLensPlaces } from "./codeLenses.ts";
import { definition } from "./definition.ts";
import { documentHighlight } from "./documentHighlight.ts";
import { documentLinks } from "./documentLinks.ts";
import { documentSymbols } from "./documentSymbols.ts";
import { foldingRanges } from "./foldingRanges.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlayHints.ts";
import { references } from "./references.ts";
import { selectionRanges } from "./selectionRanges.ts";
import { prepareTypeHierarchy, subtypes, supertypes } from "./typeHierarchy.ts";

const PATH = "my-trust.strategy.yaml";

function spansOfAll(lookup: Lookup, offset: number): Span[] {
  const source = lookup.sourceOf(PATH);
  assert.ok(source);
  const item = prepareTypeHierarchy(lookup, PATH, offset);
  const related = item === undefined ? [] : [...supertypes(lookup, item), ...subtypes(lookup, item)];
  const shown = hover(lookup, PATH, offset);
  const defined = definition(lookup, PATH, offset);
  const lenses = codeLenses(lookup, PATH);
  return [
    ...(shown === undefined ? [] : [shown.span]),
    ...(defined === undefined ? [] : [defined.origin, defined.name, defined.whole]),
    ...references(lookup, PATH, offset, "with-definition").map(({ span }) => span),
    ...documentHighlight(lookup, PATH, offset).map(({ span }) => span),
    ...documentSymbols(lookup, PATH).flatMap(({ whole, selection }) => [whole, selection]),
    ...lenses.map(({ span }) => span),
    ...lenses.flatMap((lens) => codeLensPlaces(lookup, lens.item)).map(({ span }) => span),
    ...inlayHints(lookup, PATH, { start: 0, end: source.text.length }).map(({ offset: at }) => ({
      start: at,
      end: at,
    })),
    ...documentLinks(lookup, PATH).map(({ span }) => span),
    ...foldingRanges(source).map(({ span }) => span),
    ...selectionRanges(source, offset),
    ...related.map((one) => lookup.placeOf(one).name),
  ];
}

describe("features on damaged texts", () => {
  const text = readFileSync(new URL(`../../../examples/minimal/${PATH}`, import.meta.url), "utf8");
  const whole = analyse(withFile(emptyWorkspace(dayOf(2026, 11, 21)), textFile(PATH, text)), testEngine);
  const cutTexts = Array.from({ length: text.length }, (_, at) => text.slice(0, at));
  const lines = text.split("\n");
  const withoutLine = lines.map((_, at) => [...lines.slice(0, at), ...lines.slice(at + 1)].join("\n"));
  const unclosed = lines.map((line, at) =>
    [...lines.slice(0, at), `${line} [`, ...lines.slice(at + 1)].join("\n"),
  );

  for (const [name, previous] of [
    ["opened as it is", undefined],
    ["after the whole text", whole],
  ] as const) {
    it(`B35 answer with places inside the text, ${name}`, () => {
      for (const damaged of [...cutTexts, ...withoutLine, ...unclosed]) {
        const workspace = withFile(whole.workspace, textFile(PATH, damaged));
        const lookup = createLookup(analyse(workspace, testEngine, previous));
        for (const offset of [0, damaged.length >> 1, damaged.length])
          for (const span of spansOfAll(lookup, offset))
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= damaged.length, damaged);
      }
    });
  }
});
