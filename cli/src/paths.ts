// Paths in the way of the system that the command runs on.

import path from "node:path";
import { pathsOf } from "@stratkit/disk";

export const { slashed, absolutePath, relativePath, isWithin } = pathsOf(path);
