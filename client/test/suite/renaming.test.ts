// Other names for things and for files: every reference follows, once, whoever gave the name.

import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  type CodeAction,
  CodeActionKind,
  commands,
  Range,
  WorkspaceEdit,
  workspace,
} from "vscode";
import { closeEditors, openFile, placeOf, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { findingsIn, showAsChecked } from "../harness/findings.ts";
import { type OwnFolder, openFiles } from "../harness/folders.ts";
import { moveOutside, writeOutside } from "../harness/outside.ts";
import { waitFor } from "../harness/waitFor.ts";

const FILES = {
  "stratkit.config.yaml":
    "extends: review\noverrides:\n  - ids: [digital]\n    rules: {measure/no-baseline: off}\n",
  "trust.strategy.yaml":
    'title: Ours\nperiod: 2026/27 to 2028/29\nobjectives:\n  access: {title: Access, measures: ["waits"]} # agreed\n',
  "care.measures.yaml":
    "measures:\n  waits: # in weeks\n    title: Waits\n    unit: weeks\n    better: lower\n",
  "digital.enabler-strategy.yaml": "title: Digital # by all\nstrategy: trust\nsupports: [access]\n",
  "informatics.enabler-strategy.yaml":
    "title: Informatics\nstrategy: trust\nsupports: [access]\nretired: {on: 2026-04-01, replaced-by: digital}\n",
  "records.enabler-strategy.yaml":
    "title: Records\nstrategy: trust\nretired:\n  on: 2026-04-01\n  replaced-by: 'digital' # in part\n",
  "2026-27.delivery-plan.yaml":
    "title: Plan\nstrategy: trust\nperiod: 2026/27\npriorities:\n  faster:\n    title: Faster\n" +
    "    objectives: [trust/access]\n    actions:\n      clinics: {title: Clinics, moves: [waits]}\n",
  "2027-28.delivery-plan.yaml":
    "title: Next plan\nstrategy: trust\nperiod: 2027/28\npriorities:\n  faster:\n    title: Faster\n" +
    "    milestones:\n      shorter: {title: Shorter, when: waits at most 4}\n",
  "trust.actuals.csv": "measure,period,value\nwaits,2026-04,9\n",
};

const DIGITAL = "digital.enabler-strategy.yaml";
const CARE = "digital-care.enabler-strategy.yaml";
const STRATEGY = "trust.strategy.yaml";
const OURS = "ours.strategy.yaml";
const PLAN = "2026-27.delivery-plan.yaml";
const UNSAVED: readonly string[] = [STRATEGY, PLAN];

/** What becomes of the files when "digital" is called "digital-care". */
const CALLED_CARE: Readonly<Record<string, string>> = {
  "stratkit.config.yaml": FILES["stratkit.config.yaml"].replace("[digital]", "[digital-care]"),
  [CARE]: "title: Digital # by all\nformerly: [digital]\nstrategy: trust\nsupports: [access]\n",
  "informatics.enabler-strategy.yaml": FILES["informatics.enabler-strategy.yaml"].replace(
    "by: digital",
    "by: digital-care",
  ),
  "records.enabler-strategy.yaml": FILES["records.enabler-strategy.yaml"].replace(
    "'digital'",
    "'digital-care'",
  ),
};

/** And when it is called "digital" again. */
const CALLED_AGAIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(FILES).filter(([path, text]) => path === DIGITAL || /\bdigital\b/.test(text)),
);

/** What becomes of the files when "trust" is called "ours". */
const CALLED_OURS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(FILES)
      .filter(([, text]) => text.includes("strategy: trust"))
      .map(([path, text]) => [
        path,
        text.replace("strategy: trust", "strategy: ours").replace("[trust/", "[ours/"),
      ]),
  ),
  [OURS]: FILES[STRATEGY].replace("Ours\n", "Ours\nformerly: [trust]\n"),
};

describe("renaming", () => {
  let own: OwnFolder;

  before(startExtension);
  beforeEach(async () => {
    own = await openFiles(FILES);
    await showAsChecked(own.uri);
  });
  afterEach(async () => {
    await closeEditors();
    await own.close();
  });

  it("B52 renames in two unsaved and three closed files at once, and one undo takes it back in all", async () => {
    const before = Object.entries(FILES)
      .filter(([, text]) => text.includes("waits"))
      .map(([path, text]) => [path, UNSAVED.includes(path) ? `vision: 🙂\n${text}` : text] as const);
    const after = before.map(([path, text]) => [
      path,
      text.replace("waits", "delays").replace("Waits\n", "Waits\n    formerly: [waits]\n"),
    ]);
    assert.equal(before.length, 5);
    for (const path of UNSAVED) {
      const { document, edit } = await showFile(own.uri, path);
      await edit((builder) => builder.insert(document.positionAt(0), "vision: 🙂\n"));
    }
    const renamed = () => rename(own, STRATEGY, 'measures: ["wa|its"]', "delays");
    await following(own, renamed, Object.fromEntries(after));
    await showFile(own.uri, STRATEGY);
    const undone = () => commands.executeCommand("undo").then(() => true);
    await following(own, undone, Object.fromEntries(before));
  });

  it("B55 renames the file of an enabler strategy with its id, and its references once", async () => {
    await following(own, () => rename(own, DIGITAL, "tit|le: Digital", "digital-care"), CALLED_CARE);
    assert.equal(await exists(own, DIGITAL), false);
  });

  it("B55 renames an enabler strategy with its file, and its references once", async () => {
    await following(own, () => move(own, [[DIGITAL, CARE]]), CALLED_CARE);
    assert.equal(await exists(own, DIGITAL), false);
  });

  it("B55 takes the id that it had back, and leaves nothing of the other one", async () => {
    await following(own, () => move(own, [[DIGITAL, CARE]]), CALLED_CARE);
    await following(own, () => move(own, [[CARE, DIGITAL]]), CALLED_AGAIN);
  });

  it("B56 renames a strategy with its file, and all references to it in one edit", async () => {
    await following(own, () => move(own, [[STRATEGY, OURS]]), CALLED_OURS);
  });

  it("B56 offers to update the references after a file was renamed in the terminal", async () => {
    await moveOutside(own.file(STRATEGY), own.file(OURS));
    const { document } = await showFile(own.uri, DIGITAL);
    const place = placeOf(document, "strategy: |trust");
    const fix = await waitFor("the fix", async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        new Range(place, place),
        CodeActionKind.QuickFix.value,
        20,
      );
      return actions.find(({ title }) => /^Update \d+ references from "trust" to "ours"$/.test(title));
    });
    assert.equal(fix.title, 'Update 6 references from "trust" to "ours"');
    const { edit } = fix;
    assert.ok(edit);
    await following(own, () => workspace.applyEdit(edit, { isRefactoring: true }), CALLED_OURS);
  });

  it("B56 lets 300 files move into another folder, edits nothing and breaks nothing", async function () {
    this.timeout(3 * 60_000);
    const names = Array.from({ length: 300 }, (_, number) => `library-${number}.measures.yaml`);
    const texts = names.map((name, number) => [name, `measures:\n  m${number}: {title: M${number}}\n`]);
    await writeOutside(own.uri, {
      ...Object.fromEntries(texts),
      [STRATEGY]: FILES[STRATEGY].replace('"waits"', '"waits", m1, m299'),
    });
    await showAsChecked(own.uri);
    const counted = countChanges();
    assert.ok(
      await move(
        own,
        names.map((name) => [name, `libraries/${name}`]),
      ),
    );
    await showAsChecked(own.uri);
    assert.deepEqual(counted.end(), {});
    const findings = findingsIn(own.uri);
    assert.ok(findings.filter(({ path }) => path.startsWith("libraries/")).length > 300);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === "ref/not-found"),
      [],
    );
  });
});

/** Makes the change, and holds it against the texts that it must lead to; each file may change once and no other may. */
async function following(
  own: OwnFolder,
  change: () => Thenable<boolean>,
  expected: Readonly<Record<string, string>>,
): Promise<void> {
  const counted = countChanges();
  assert.ok(await change());
  const paths = Object.keys(expected).sort();
  const texts = await Promise.all(paths.map(async (path) => [path, await textOf(own, path)]));
  assert.deepEqual(Object.fromEntries(texts), expected);
  for (const document of workspace.textDocuments) if (document.isDirty) await document.save();
  await showAsChecked(own.uri);
  assert.deepEqual(
    findingsIn(own.uri).filter(({ rule }) => rule === "ref/not-found"),
    [],
  );
  const changes = counted.end();
  assert.deepEqual(
    Object.values(changes),
    paths.map(() => 1),
    JSON.stringify(changes),
  );
}

/** How often each file's text changes until the end. */
function countChanges(): { end(): Readonly<Record<string, number>> } {
  const counts: Record<string, number> = {};
  const listening = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length === 0) return;
    const name = document.uri.path.split("/").at(-1) ?? "";
    counts[name] = (counts[name] ?? 0) + 1;
  });
  return {
    end() {
      listening.dispose();
      return counts;
    },
  };
}

/** As F2 does: what executeDocumentRenameProvider answers has lost the order of its parts. */
async function rename(own: OwnFolder, path: string, place: string, newId: string): Promise<boolean> {
  const { server } = await startExtension();
  const document = await openFile(own.uri, path);
  const provider = server.client.getFeature("textDocument/rename").getProvider(document);
  const token = new CancellationTokenSource().token;
  const edit = await provider?.provideRenameEdits(document, placeOf(document, place), newId, token);
  assert.ok(edit);
  return workspace.applyEdit(edit, { isRefactoring: true });
}

/** As the explorer does, which lets extensions add their edits. */
async function move(own: OwnFolder, moves: readonly (readonly [string, string])[]): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const [from, to] of moves) edit.renameFile(own.file(from), own.file(to));
  return workspace.applyEdit(edit);
}

async function textOf(own: OwnFolder, path: string): Promise<string> {
  return (await openFile(own.uri, path)).getText();
}

async function exists(own: OwnFolder, path: string): Promise<boolean> {
  return workspace.fs.stat(own.file(path)).then(
    () => true,
    () => false,
  );
}
