// Turns a rule off for the whole workspace, in its config, which is made where there is none.

import { insertKeys } from "../../edit/insertKeys.ts";
import { replaceValue } from "../../edit/replaceText.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { CONFIG_FILE } from "../../model/fileName.ts";
import { findEntry, findValue } from "../../syntax/tree.ts";
import type { ActionEdit } from "./action.ts";

export function turnOff(lookup: Lookup, rule: string): ActionEdit | undefined {
  const config = lookup.sourceOf(CONFIG_FILE);
  if (config === undefined)
    return { edits: [], createFile: { path: CONFIG_FILE, text: `rules:\n  ${rule}: off\n` } };
  if (config.damaged.length > 0) return undefined;
  const rules = findEntry(config.root, "rules");
  const key = { key: rule, value: "off" };
  const edit =
    findValue(rules?.value, rule) !== undefined
      ? replaceValue(config, ["rules", rule], "off")
      : rules === undefined
        ? insertKeys(config, [], [{ key: "rules", value: [key] }])
        : insertKeys(config, ["rules"], [key]);
  return edit === undefined ? undefined : { edits: [{ ...edit, file: CONFIG_FILE }] };
}
