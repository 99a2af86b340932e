// `stratkit.server.explain`: the rule's page where the client can open one, else what the rule finds and why.

import { MessageType, ShowDocumentRequest, ShowMessageNotification } from "vscode-languageserver";
import { pageOf } from "../client.ts";
import { type Command, refusal } from "./command.ts";

/** The rule's id. */
export const explain: Command = async (argument, { session, connection }) => {
  const rule = session.rule(String(argument));
  if (rule === undefined) throw refusal(`"${String(argument)}" is not a rule`);
  if (session.client.capabilities.window?.showDocument?.support === true) {
    const uri = pageOf(session.client, rule.id);
    await connection.sendRequest(ShowDocumentRequest.type, { uri, external: uri.startsWith("https:") });
    return;
  }
  const message = `${rule.id}: ${rule.what} ${rule.why} ${rule.help}`;
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
};
