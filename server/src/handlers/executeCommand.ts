// `workspace/executeCommand`: the server's own commands. Their prefix keeps them apart from the client's.

import { type ExecuteCommandParams, ExecuteCommandRequest } from "vscode-languageserver";
import { type Command, refusal } from "../commands/command.ts";
import { explain } from "../commands/explain.ts";
import { guide } from "../commands/guide.ts";
import { link } from "../commands/link.ts";
import { newThing } from "../commands/newThing.ts";
import { recordActuals } from "../commands/recordActuals.ts";
import { reportPage } from "../commands/reportPage.ts";
import { retire } from "../commands/retire.ts";
import { rollForward } from "../commands/rollForward.ts";
import { waive } from "../commands/waive.ts";
import { handler } from "./handler.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  "stratkit.server.new": newThing,
  "stratkit.server.guide": guide,
  "stratkit.server.link": link,
  "stratkit.server.retire": retire,
  "stratkit.server.waive": waive,
  "stratkit.server.recordActuals": recordActuals,
  "stratkit.server.rollForward": rollForward,
  "stratkit.server.reportPage": reportPage,
  "stratkit.server.explain": explain,
  "stratkit.server.reload": async (_, { session }) => session.readAgain("all"),
};

export const executeCommand = handler<ExecuteCommandParams, unknown>(ExecuteCommandRequest.type, {
  capabilities: () => ({ executeCommandProvider: { commands: Object.keys(COMMANDS) } }),
  empty: null,
  async handle({ command, arguments: [argument] = [] }, server) {
    const run = COMMANDS[command];
    if (run === undefined) throw refusal(`"${command}" is not a command of this server`);
    return (await run(argument, server)) ?? null;
  },
});
