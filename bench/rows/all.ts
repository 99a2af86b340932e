// The rows in the order in which they are measured.

import type { Row } from "../row.ts";
import { p1bNames } from "./p1bNames.ts";
import { p1Keystroke } from "./p1Keystroke.ts";
import { p2Damaged } from "./p2Damaged.ts";
import { p3LongFile } from "./p3LongFile.ts";
import { p4ColdCheck } from "./p4ColdCheck.ts";
import { p5WarmCheck } from "./p5WarmCheck.ts";
import { p6Memory } from "./p6Memory.ts";
import { p7Start } from "./p7Start.ts";
import { p8Questions } from "./p8Questions.ts";
import { p9Growth } from "./p9Growth.ts";
import { p10BranchSwitch } from "./p10BranchSwitch.ts";
import { p11Sizes } from "./p11Sizes.ts";
import { p12BusyFiles } from "./p12BusyFiles.ts";
import { p13Views } from "./p13Views.ts";

export const rows: readonly Row[] = [
  p1Keystroke,
  p1bNames,
  p2Damaged,
  p3LongFile,
  p4ColdCheck,
  p5WarmCheck,
  p6Memory,
  p7Start,
  p8Questions,
  p9Growth,
  p10BranchSwitch,
  p11Sizes,
  p12BusyFiles,
  p13Views,
];
