// File patterns as a config writes them (`drafts/**`, `*.actuals.csv`), matched against paths with `/`.

import picomatch from "picomatch";

export type PathMatcher = (path: string) => boolean;

/** A pattern without a slash matches names in any folder; one that names a folder matches all below it. */
export function matcherOf(patterns: readonly string[]): PathMatcher {
  const matchers = patterns.map((pattern) => picomatch(wholeGlobs(pattern), { dot: true }));
  return (path) => matchers.some((matches) => matches(path));
}

/** What a pattern means as patterns of whole paths, for others who match them. */
export function wholeGlobs(pattern: string): string[] {
  const anchored = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
  const whole = anchored.includes("/") ? anchored : `**/${anchored}`;
  return [whole, `${whole}/**`];
}
