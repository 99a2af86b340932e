// Turns places in a bundle back into places in the source files.

import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import type { Host } from "./bundle.ts";
import { ROOT } from "./versions.ts";

export type MapStack = (stack: string) => string;

/** How many lines the host puts in front of the bundle. */
const LINES_BEFORE: Readonly<Record<Host, number>> = { node: 0, web: 2 };

/** Lines of a stack that are not the bundle's, and Mocha's own, are left out. */
export function stackMapper(bundle: string, host: Host): MapStack {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, "utf8")));
  return (stack) =>
    stack
      .split("\n")
      .map((line) => {
        const place = /suite\.js(?:#[\w-]+)?:(\d+):(\d+)/.exec(line);
        if (place === null) return /^\s+at /.test(line) ? undefined : line;
        const entry = map.findEntry(Number(place[1]) - 1 - LINES_BEFORE[host], Number(place[2]) - 1);
        if (!("originalSource" in entry)) return undefined;
        const source = relative(ROOT, resolve(dirname(bundle), entry.originalSource));
        if (source.includes("node_modules/") || source.endsWith("assertInBrowser.ts")) return undefined;
        const name = /at (?:async )?([\w.<>]+) \(/.exec(line)?.[1];
        const where = `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
        return name === undefined ? `    at ${where}` : `    at ${name} (${where})`;
      })
      .filter((line) => line !== undefined)
      .join("\n");
}
