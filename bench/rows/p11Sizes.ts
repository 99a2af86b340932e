// P11: how large the extension is.

import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.ts";
import { type Aim, atMost, OURS, type Row } from "../row.ts";

const KILOBYTE = 1024;

export const p11Sizes: Row = {
  id: "P11",
  title: "The extension",
  async measure() {
    const archive = readdirSync(join(ROOT, "client")).find((name) => name.endsWith(".vsix"));
    const sizes = [
      { what: "client for the desktop", path: "client/dist/desktop.js", limit: 300 },
      { what: "client for the browser", path: "client/dist/browser.js", limit: 300 },
      { what: "server for the desktop", path: "client/server/main.js", limit: 1200 },
      { what: "server for the browser", path: "client/server/worker.js", limit: 1200 },
      { what: "package", path: `client/${archive}`, limit: 2048 },
    ].flatMap(({ what, path, limit }) => {
      const file = join(ROOT, path);
      return existsSync(file) ? [{ what, limit, kilobytes: statSync(file).size / KILOBYTE }] : [];
    });
    return {
      samples: sizes.map(({ what, kilobytes }) => ({ what, who: OURS, unit: "KB", values: [kilobytes] })),
      aims: sizes.map(({ what, limit, kilobytes }): Aim => atMost(what, limit, kilobytes, "KB")),
      notes: [
        ...(archive === undefined ? ["There is no package; `npm run package` makes one."] : []),
        "How long the extension takes to start is measured by its tests in VS Code.",
      ],
    };
  },
};
