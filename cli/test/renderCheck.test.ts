import assert from "node:assert/strict";
import {
  analyse,
  createEngine,
  type Engine,
  emptyWorkspace,
  parseDay,
  textFile,
  withFile,
} from "@stratkit/core";
import { nodeFileSystem } from "@stratkit/disk";
import { renderCheck } from "../src/renderCheck.ts";
import type { Session } from "../src/session.ts";

const STRATEGY = `title: Ours
period: 2026/27
objectives:
  a: {title: Better, lead: Chair}
`;

/** One rule's repairs write over the id that it marks, with what can be read there and with what cannot. */
function carelessEngine(): Engine {
  const engine = createEngine();
  const rule = engine.rules.byId.get("trace/objective-unmeasured");
  assert.ok(rule !== undefined);
  const byId = new Map(engine.rules.byId).set(rule.id, {
    ...rule,
    fixes: [
      ({ finding: { file, span } }) =>
        ["b", "["].map((newText) => ({
          title: `Write ${newText}`,
          safety: "safe",
          edits: [{ file, span, newText }],
        })),
    ],
  });
  return { ...engine, rules: { ...engine.rules, byId } };
}

function sessionOf(text: string): Session {
  const asOf = parseDay("2026-11-22") ?? 0;
  const workspace = withFile(emptyWorkspace(asOf), textFile("trust.strategy.yaml", text));
  const stream = { isTerminal: false, columns: 80, write: () => {} };
  return {
    analysis: analyse(workspace, carelessEngine()),
    loaded: {
      root: "/w",
      workspace,
      fileSystem: nodeFileSystem(),
      nestedRoots: [],
      unreadableFolders: [],
      config: undefined,
      isNamed: () => true,
      leftOut: [],
    },
    settings: { cwd: "/w", failOn: "error", show: "info", asOf, loudness: "normal", colour: "never" },
    shell: {
      cwd: "/w",
      env: {},
      out: stream,
      err: stream,
      readInput: async () => new Uint8Array(),
      openLines: () => undefined,
    },
  };
}

describe("what a check prints", () => {
  it("holds no repair that would leave a file unreadable", () => {
    const session = sessionOf(STRATEGY);
    for (const format of ["json", "jsonl", "sarif"] as const) {
      const [text = ""] = renderCheck(session, { outputs: [{ format }] }, () => true, undefined).texts;
      assert.ok(text.includes("trace/objective-unmeasured"), format);
      assert.ok(text.includes('"Write b"'), format);
      assert.ok(!text.includes('"Write ["'), format);
    }
  });
});
