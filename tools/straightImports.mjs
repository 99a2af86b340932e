// Leads what the command line imports through the engine's door straight to the files behind it, so that a command loads
// only those parts of the engine that it uses. The bundler would load all that a door names with the first thing used.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const DOOR = "@stratkit/core";
const IMPORT = /^import \{([^}]*)\} from "@stratkit\/core";$/gm;
const EXPORT = /^export \{([^}]*)\} from "(\.[^"]+)";$/gm;

/** `door` is the absolute path of the engine's `index.ts`. */
export function straightImports(door) {
  const homes = homesOf(door);
  return {
    name: "straight-imports",
    setup(build) {
      build.onLoad({ filter: /[\\/](?:cli|disk)[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(IMPORT, (_import, names) => importsOf(names, homes)),
        loader: "ts",
      }));
    },
  };
}

/** For each value that the door gives out, the file that makes it. */
function homesOf(door) {
  return new Map(
    [...readFileSync(door, "utf8").matchAll(EXPORT)].flatMap(([, names, from]) =>
      valuesIn(names).map((name) => [name, join(dirname(door), from)]),
    ),
  );
}

/** What is not found behind the door stays with it. */
function importsOf(names, homes) {
  return valuesIn(names)
    .map((name) => `import { ${name} } from ${JSON.stringify(homes.get(name) ?? DOOR)};`)
    .join("\n");
}

/** Types leave nothing behind in a bundle. */
function valuesIn(names) {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
}
