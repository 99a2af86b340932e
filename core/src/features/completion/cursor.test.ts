// Where a cursor stands in a word of the tree, the same must be offered as from a copy of the text with a placeholder.

import assert from "node:assert/strict";
import { createLookup, type Lookup } from "../../lookup/lookup.ts";
import { CONFIG_FILE, parseFileName } from "../../model/fileName.ts";
import { testEngine } from "../../testing/checkFindings.ts";
import { exampleWorkspace } from "../../testing/exampleWorkspace.ts";
import { fixtureWorkspace, parseFixture } from "../../testing/fixture.ts";
import { analyse } from "../../workspace/analyse.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { attemptAt } from "./attempt.ts";
import { type Cursor, cursorInCopy, cursorInPlace } from "./cursor.ts";
import { offerAt } from "./offer.ts";
import { placeOf } from "./place.ts";
import { wrapFor } from "./wrap.ts";

const ODD = `#- a.strategy.yaml
title: Ours
organisation: body
period: 2024/25 to 2028/29
succeeds: [before]
measures: [beds, 'waits', "beds@north", beds]
objectives:
  access:
    title: Access to care
    lead: nursing
    measures: {beds: , own: {title: Own, unit: percent, better: lower, levels: [low, high], targets: {2026/27: at most 5}}}
    retired: {on: 2026-01-01, replaced-by: flow}
    governed-by:
    -   nursing # a comment
  flow: Better flow
capabilities: {systems: {title: Systems, formerly: [machines, old]}}
#- b.enabler-strategy.yaml
title: People
strategy: a
supports: [a/access, flow, flo]
builds: &all [systems]
objectives: {rooms: {title: Rooms, supports: [flow], measures: [waits]}}
#- c.delivery-plan.yaml
title: Plan
strategy: a
period: 2026/27
priorities:
  care:
    title: Care
    objectives: [access]
    actions:
      one: {title: One, due: Q2, moves: [beds], needs: [two]}
      two: {title: Two, due: 2026-11, when: beds at most 3, status: done}
#- care.measures.yaml
measures:
  beds: {title: Beds, unit: percent, better: lower, baseline: {2024/25: 12}, scopes: {north: {title: North}}}
  waits: {title: Waits, owner: nursing, parts: [beds], targets: {2026/27: >-
        at most 4}}
#- body.organisation.yaml
title: The body
teams: {nursing: Nursing, other: {title: Other, part-of: nursing}}
#- stratkit.config.yaml
extends: review
overrides:
  - ids: [beds, access]
    rules: {measure/no-target: off}
`;

/** How often a cursor stood in place. */
function compareAll(workspace: Workspace, step: number): number {
  const lookup = createLookup(analyse(workspace, testEngine));
  let count = 0;
  for (const path of workspace.files.keys()) {
    const source = lookup.sourceOf(path);
    if (source === undefined || path.endsWith(".csv")) continue;
    for (let offset = 0; offset <= source.text.length; offset += step) {
      const attempt = attemptAt(source, offset);
      const inPlace: Cursor | undefined = attempt && cursorInPlace(source, offset, attempt);
      if (inPlace === undefined || attempt === undefined) continue;
      count += 1;
      const inCopy = cursorInCopy(source, offset, attempt);
      const place: string = `${path}: ${source.text.slice(Math.max(0, offset - 30), offset)}|`;
      assert.ok(inCopy, place);
      assert.deepEqual(offered(lookup, path, inPlace), offered(lookup, path, inCopy), place);
    }
  }
  return count;
}

function offered(lookup: Lookup, path: string, cursor: Cursor): object {
  const kind = path === CONFIG_FILE ? "config" : parseFileName(path)?.kind;
  assert.ok(kind);
  const { offers, more } = offerAt(placeOf(lookup, kind, cursor));
  return { more, placed: offers.map((offer) => wrapFor(cursor, offer)) };
}

describe("a cursor in a word", function () {
  this.timeout(60_000);

  it("is offered what a copy of the text with a placeholder would be", () => {
    assert.ok(compareAll(fixtureWorkspace(parseFixture(ODD)), 1) > 200);
    assert.ok(compareAll(exampleWorkspace("kmpt"), 37) > 1000);
  });

  it("is told from a copy where the word decides what others mean, or the file is damaged", () => {
    const marked = ODD.replace("strategy: a\nsupports", "strategy: $a\nsupports");
    const texts = [marked, ODD.replace("[machines", "[$machines"), `${ODD}  - [ids, $beds\n`];
    for (const text of texts) {
      const at = fixtureWorkspace(parseFixture(text));
      const file = [...at.files.values()].find((one) => one.text.includes("$"));
      assert.ok(file);
      const offset = file.text.indexOf("$");
      const files = new Map(at.files).set(file.path, { ...file, text: file.text.replace("$", "") });
      const source = createLookup(analyse({ ...at, files }, testEngine)).sourceOf(file.path);
      const attempt = source && attemptAt(source, offset + 1);
      assert.ok(source && attempt, file.path);
      assert.equal(cursorInPlace(source, offset + 1, attempt), undefined, file.path);
    }
  });
});
