// Shows one question of a guided command: a list to choose from, or a field to write in. Back goes to the question
// before; Escape leaves.

import {
  Disposable,
  type InputBox,
  l10n,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  window,
} from "vscode";
import type { GuideAnswer, GuideChoice, GuideChoose, GuideStep, GuideWrite } from "../protocol.ts";
import { iconOf } from "../views/icons.ts";

export type Outcome = { readonly answer: GuideAnswer } | "back" | "cancelled";

/** Why an answer will not do, in one sentence; undefined where it will. */
export type Refuse = (answer: GuideAnswer) => Promise<string | undefined>;

interface Asking {
  readonly next: GuideStep;
  readonly canGoBack: boolean;
  readonly refuse: Refuse;
}

export function ask(asking: Asking): Promise<Outcome> {
  const { question } = asking.next;
  return question.kind === "write" ? askForText(asking, question) : askForChoice(asking, question);
}

function askForText(asking: Asking, question: GuideWrite): Promise<Outcome> {
  const input = window.createInputBox();
  const { skip, placeholder, value = "" } = question;
  input.prompt = skip === undefined ? question.prompt : `${question.prompt} (${skip})`;
  input.placeholder = placeholder ?? "";
  input.value = value;
  input.validationMessage = asking.next.refused ?? "";
  /** Answers come back late; only that to the newest text counts. */
  let newest = 0;
  const check = async () => {
    newest += 1;
    const mine = newest;
    const message = await asking.refuse(input.value);
    if (mine === newest) input.validationMessage = message ?? "";
    return message === undefined;
  };
  return show(asking, input, (answer) => [
    // An empty field is not yet a mistake.
    input.onDidChangeValue((text) => {
      if (text !== "") return void check();
      newest += 1;
      input.validationMessage = "";
    }),
    input.onDidAccept(async () => {
      if (await check()) answer(input.value);
    }),
  ]);
}

interface Item extends QuickPickItem {
  readonly id: string;
}

function askForChoice(asking: Asking, question: GuideChoose): Promise<Outcome> {
  const input = window.createQuickPick<Item>();
  const many = question.many === true;
  const items = question.choices.map(toItem);
  // In a list of several, choosing none is leaving out.
  const skip =
    question.skip === undefined || many ? [] : [{ id: "", label: `$(debug-step-over) ${question.skip}` }];
  input.placeholder = promptOf(question);
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.canSelectMany = many;
  // Before the things, because a long list hides its end.
  input.items = [...skip, ...items];
  input.selectedItems = items.filter(({ picked }) => picked === true);
  const active = items.find(({ picked }) => picked === true);
  if (active !== undefined && !many) input.activeItems = [active];
  const accept = async (answer: (answer: GuideAnswer) => void) => {
    const chosen = input.selectedItems.map(({ id }) => id);
    // Whoever types fast is ahead of the list; nothing that is in sight was chosen then.
    const written = question.orWrite === true && input.value !== "" ? input.value : undefined;
    const value = many ? chosen : (chosen[0] ?? written);
    if (value === undefined) return;
    const message = await asking.refuse(value);
    if (message === undefined) answer(value);
    else input.title = `${asking.next.title}: ${message}`;
  };
  return show(asking, input, (answer) => [
    input.onDidAccept(() => void accept(answer)),
    ...(question.orWrite === true
      ? [
          input.onDidChangeValue((text) => {
            const written =
              text === "" ? [] : [{ id: text, label: l10n.t('Write "{0}"', text), alwaysShow: true }];
            input.items = [...skip, ...items, ...written];
          }),
        ]
      : []),
  ]);
}

/** A list has no line for it but the empty field: the question, and how it can be answered otherwise. */
function promptOf({ prompt, placeholder, skip, many, orWrite }: GuideChoose): string {
  const other = many === true ? skip : orWrite === true ? placeholder : undefined;
  return other === undefined ? prompt : `${prompt} · ${other}`;
}

function toItem({ id, label, description, detail, picked, icon }: GuideChoice): Item {
  return {
    id,
    label,
    ...(description === undefined ? {} : { description }),
    ...(detail === undefined ? {} : { detail }),
    ...(picked === undefined ? {} : { picked }),
    ...(icon === undefined ? {} : { iconPath: new ThemeIcon(iconOf(icon)) }),
  };
}

function show(
  { next, canGoBack }: Asking,
  input: InputBox | QuickPick<Item>,
  listen: (answer: (answer: GuideAnswer) => void) => Disposable[],
): Promise<Outcome> {
  return new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      resolve(outcome);
      parts.dispose();
      input.dispose();
    };
    const parts = Disposable.from(
      ...listen((answer) => end({ answer })),
      input.onDidTriggerButton((button) => {
        if (button === QuickInputButtons.Back) end("back");
      }),
      input.onDidHide(() => end("cancelled")),
    );
    input.title = next.title;
    input.step = next.number;
    input.totalSteps = next.of;
    // Looking something up in a file must not throw away what was answered.
    input.ignoreFocusOut = true;
    input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
    input.show();
  });
}
