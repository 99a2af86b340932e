// Runs guided commands: asks the server for the next question until there is none, and then has it make its one edit.
// Nothing is changed before the last answer, so leaving at any time leaves every file as it is.

import { commands, type ExtensionContext, Range, Uri, window, workspace } from "vscode";
import type { GuideAnswer, GuideMade, GuideParams } from "../protocol.ts";
import type { StrategyServer } from "../server.ts";
import { ask } from "./ask.ts";
import { GUIDES, type GuideId } from "./guidedCommands.ts";

export function registerGuides(context: ExtensionContext, server: StrategyServer): void {
  for (const guide of GUIDES) {
    const command = commands.registerCommand(`stratkit.${guide}`, (about: unknown) =>
      runGuide(server, guide, about),
    );
    context.subscriptions.push(command);
  }
}

async function runGuide(server: StrategyServer, guide: GuideId, argument: unknown): Promise<void> {
  const called = { guide, ...aboutOf(argument) };
  /** In the order in which they were given, so that Back takes the last one away. */
  const given: (readonly [step: string, answer: GuideAnswer])[] = [];
  for (;;) {
    const answers = Object.fromEntries(given);
    const next = await server.request("stratkit/guide", { ...called, answers });
    if (next === null) return;
    if ("done" in next) return finish(server, { ...called, answers });
    if (!("question" in next)) {
      void window.showWarningMessage(next.refused);
      return;
    }
    const { step } = next;
    const refuse = async (answer: GuideAnswer) => {
      const params = { ...called, answers: { ...answers, [step]: answer } };
      const after = await server.request("stratkit/guide", params);
      return after !== null && "question" in after && after.step === step ? after.refused : undefined;
    };
    const outcome = await ask({ next, canGoBack: given.length > 0, refuse });
    if (outcome === "cancelled") return;
    if (outcome === "back") given.pop();
    else given.push([step, outcome.answer]);
  }
}

/** A code action and a tree hand in what they are about; from the palette it is the file that is looked at. */
function aboutOf(argument: unknown): Pick<GuideParams, "uri" | "about"> {
  const field = (name: string) => {
    const value: unknown =
      typeof argument === "object" && argument !== null ? Reflect.get(argument, name) : undefined;
    return typeof value === "string" ? { [name]: value } : {};
  };
  const uri = window.activeTextEditor?.document.uri.toString();
  return {
    ...(uri === undefined ? {} : { uri }),
    ...field("uri"),
    about: { ...field("kind"), ...field("id"), ...field("rule") },
  };
}

async function finish(server: StrategyServer, params: GuideParams): Promise<void> {
  const made = await server.run<GuideMade | null>("stratkit.server.guide", params);
  if (made?.open !== undefined) {
    const { protocol2CodeConverter: toCode } = server.client;
    const document = await workspace.openTextDocument(Uri.parse(made.open.uri));
    const at = toCode.asPosition(made.open.position);
    await window.showTextDocument(document, { selection: new Range(at, at) });
  }
  if (made?.message !== undefined) void window.showInformationMessage(made.message);
}
