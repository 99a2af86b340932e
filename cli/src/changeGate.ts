// Reads what fails a comparison: a class of change, or a severity that means one.

import { CHANGE_CLASSES, type ChangeGate } from "@stratkit/core";
import { oneOf, SEVERITIES, type Settings, type WrittenFlags } from "./settings.ts";

const AS_CLASS: Readonly<Record<string, ChangeGate>> = {
  error: "breaks",
  warning: "weakens",
  info: "review",
};
const AS_SEVERITY: Readonly<Record<string, Settings["failOn"]>> = {
  breaks: "error",
  weakens: "warning",
  review: "info",
  strengthens: "info",
  editorial: "info",
};

export interface ReadGate<Flags> {
  readonly gate: ChangeGate;
  /** The same flags with the severity that the gate means for findings. */
  readonly flags: Flags;
}

export function readChangeGate<Flags extends WrittenFlags>(flags: Flags): ReadGate<Flags> {
  const words = [...CHANGE_CLASSES, ...SEVERITIES, "never" as const];
  const written = oneOf("--fail-on", flags.failOn ?? "breaks", words);
  const gate = AS_CLASS[written] ?? words.find((word): word is ChangeGate => word === written) ?? "breaks";
  return { gate, flags: { ...flags, failOn: AS_SEVERITY[gate] ?? gate } };
}
