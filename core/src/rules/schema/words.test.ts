// What the schema stage says about whole files, read as an author reads it: marked text, rule, message, help, fixes.

import assert from "node:assert/strict";
import type { Finding, Fix, Refusal } from "../../findings/finding.ts";
import { schemas } from "../../generated/schemas.ts";
import { readConfig } from "../../model/config.ts";
import { FILE_KINDS, type FileKind, parseFileName } from "../../model/fileName.ts";
import { checkSchema } from "../../schema/checkSchema.ts";
import { checkFileName } from "../../schema/fileNames.ts";
import { describeAt } from "../../schema/lookup.ts";
import { schemaChecker } from "../../schema/validate.ts";
import { parseYaml } from "../../syntax/parseYaml.ts";
import { resolvePlace } from "../../syntax/places.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import { applyEdits } from "../../text/edits.ts";
import type { RefusalRule } from "../rule.ts";
import config from "./config.ts";
import emptyValue from "./empty-value.ts";
import fileName from "./file-name.ts";
import idFormat from "./id-format.ts";
import missingKey from "./missing-key.ts";
import notANumber from "./not-a-number.ts";
import notAllowed from "./not-allowed.ts";
import unknownKey from "./unknown-key.ts";
import wrongShape from "./wrong-shape.ts";

const RULES = [
  config,
  emptyValue,
  fileName,
  idFormat,
  missingKey,
  notANumber,
  notAllowed,
  unknownKey,
  wrongShape,
] as readonly unknown[] as readonly RefusalRule<unknown>[];
const checker = schemaChecker(schemas);
const KNOWN_RULES = ["trace/objective-unmeasured", "trace/measure-unused", "ref/not-found"];

function ruleOf(refusal: Refusal): RefusalRule<unknown> {
  const rule = RULES.find((known) => known.id === refusal.rule);
  assert.ok(rule, refusal.rule);
  return rule;
}

function refusalsOf(file: SourceFile): readonly Refusal[] {
  const kind: FileKind | undefined = parseFileName(file.path)?.kind;
  const shapes = checkSchema(file, kind ?? "config", checker);
  return kind === undefined ? [...shapes, ...readConfig(file, KNOWN_RULES).refusals] : shapes;
}

/** `objectives | schema/wrong-shape | message | help`, with the marked text in front. */
function said(path: string, text: string): string[] {
  const file = parseYaml(path, text);
  return refusalsOf(file).map((refusal) => {
    const span = resolvePlace(file, refusal.place);
    const { message, help } = ruleOf(refusal).say(refusal.facts, refusal, () => 1);
    return [text.slice(span.start, span.end), refusal.rule, message, help]
      .join(" | ")
      .replace(/ and \d+ more/, " and N more");
  });
}

function fixesOf(file: SourceFile): readonly Fix[] {
  return refusalsOf(file).flatMap((refusal) => {
    const rule = ruleOf(refusal);
    const span = resolvePlace(file, refusal.place);
    const head = { severity: "error", state: "open", related: [], fingerprint: "" } as const;
    const words = rule.say(refusal.facts, refusal, () => 1);
    const finding: Finding = { ...refusal, ...head, ...words, file: file.path, span };
    const context = { finding, facts: refusal.facts, model: undefined as never, source: () => file };
    return (rule.fixes ?? []).flatMap((make) => make(context));
  });
}

/** Titles of all fixes, with what the text is after each. */
function fixed(path: string, text: string): string[][] {
  return fixesOf(parseYaml(path, text)).map((fix) => [fix.title, fix.safety, applyEdits(text, fix.edits)]);
}

/** A strategy that holds nothing wrong but what is put in. */
function strategy(lines: string): string {
  return `title: Ours\nperiod: 2026/27\n${lines}objectives: {q: Quality}\n`;
}

describe("words of the group schema", () => {
  it("B39 an unknown key: near match, synonym, list of what may stand there, own keys", () => {
    assert.deepEqual(said("a.strategy.yaml", strategy("mesures: [a]\n")), [
      'mesures | schema/unknown-key | "mesures" is not a key of a strategy. Did you mean "measures"? | Correct the key, or begin it with x- to keep it as your own',
    ]);
    assert.deepEqual(said("a.strategy.yaml", strategy("kpis: [a]\n")), [
      'kpis | schema/unknown-key | "kpis" is not a key of a strategy. Did you mean "measures"? | Correct the key, or begin it with x- to keep it as your own',
    ]);
    assert.deepEqual(said("a.strategy.yaml", strategy("colour: red\nx-colour: red\n")), [
      'colour | schema/unknown-key | "colour" is not a key of a strategy | Use one of description, organisation, published, status, succeeds, called, vision and N more, or begin it with x- to keep it as your own',
    ]);
    assert.deepEqual(said("a.strategy.yaml", strategy("source: {documnt: Plan}\n")), [
      'documnt | schema/unknown-key | "documnt" is not a key of "source". Did you mean "document"? | Correct the key, or begin it with x- to keep it as your own',
    ]);
  });

  it("a key that only repeats the file's name or the id has its own words", () => {
    assert.deepEqual(said("a.strategy.yaml", strategy("kind: strategy\n")), [
      "kind | schema/unknown-key | The file's name already says this | Delete the line",
    ]);
    const text = "title: Ours\nperiod: 2026/27\nobjectives:\n  q:\n    id: q\n    title: Quality\n";
    assert.deepEqual(said("a.strategy.yaml", text), [
      "id | schema/unknown-key | The key above already is the id | Delete the line",
    ]);
    assert.deepEqual(fixed("a.strategy.yaml", text), [
      ["Delete the line", "unsafe", text.replace("    id: q\n", "")],
    ]);
  });

  it("a misspelt key that is needed is one finding, not also a missing key", () => {
    assert.deepEqual(said("a.strategy.yaml", "title: Ours\nperod: 2026/27\nobjectives: {q: Quality}\n"), [
      'perod | schema/unknown-key | "perod" is not a key of a strategy. Did you mean "period"? | Correct the key, or begin it with x- to keep it as your own',
    ]);
  });

  it("B41 missing keys: one finding on the item's id, naming all", () => {
    assert.deepEqual(said("2017-18.delivery-plan.yaml", "strategy: kmpt-2017\ntitle: Our year\n"), [
      'title | schema/missing-key | Delivery plan "Our year" needs period and priorities | Add them; nothing else is needed yet',
    ]);
    assert.deepEqual(said("2017-18.delivery-plan.yaml", "strategy: kmpt-2017\n"), [
      'strategy | schema/missing-key | Delivery plan "2017-18" needs title, period and priorities | Add them; nothing else is needed yet',
    ]);
    assert.deepEqual(said("a.strategy.yaml", "title: Ours\n"), [
      'title | schema/missing-key | Strategy "Ours" needs period, and aims or objectives | Add them; nothing else is needed yet',
    ]);
    assert.deepEqual(
      said("w.measures.yaml", "measures:\n  m:\n    spc:\n      rebase:\n        - at: 2018-04\n"),
      [
        'm | schema/missing-key | Measure "m" needs title | Add it; nothing else is needed yet',
        'at | schema/missing-key | Entry 1 of "rebase" of measure "m" needs because | Add it; nothing else is needed yet',
      ],
    );
  });

  it("B41 the fix inserts all that is missing, behind the title, in the file's own style", () => {
    const text = "# Ours\r\ntitle: Our year # draft\r\nstrategy: kmpt-2017\r\n";
    const title = "Add the missing keys: period, priorities";
    const after = "# Ours\r\ntitle: Our year # draft\r\nperiod:\r\npriorities:\r\nstrategy: kmpt-2017\r\n";
    assert.deepEqual(fixed("2017-18.delivery-plan.yaml", text), [[title, "unsafe", after]]);
    assert.deepEqual(fixed("w.measures.yaml", "measures: {m: {unit: days}}\n"), [
      ["Add the missing key: title", "unsafe", "measures: {m: {title: , unit: days}}\n"],
    ]);
  });

  it("B34 an empty, comment-only or text-only file: one friendly finding", () => {
    const needs = "a strategy needs title, period, and aims or objectives";
    const help = "Add them; nothing else is needed yet";
    assert.deepEqual(said("a.strategy.yaml", ""), [
      ` | schema/missing-key | The file is empty, and ${needs} | ${help}`,
    ]);
    assert.deepEqual(said("a.strategy.yaml", "# Later\n"), [
      ` | schema/missing-key | The file holds only comments, and ${needs} | ${help}`,
    ]);
    const write = 'Write each key on a line of its own, such as "title: Ours"';
    assert.deepEqual(said("a.strategy.yaml", "Our strategy\n"), [
      `Our strategy | schema/wrong-shape | The file holds only a text, and ${needs} | ${write}`,
    ]);
    assert.deepEqual(said("a.strategy.yaml", "- Our strategy\n"), [
      `- Our strategy | schema/wrong-shape | The file is a list, and ${needs} | ${write}`,
    ]);
    assert.deepEqual(said("a.actuals.yaml", ""), [
      " | schema/missing-key | The file is empty, so it says nothing | Write what it is to say, or delete the file",
    ]);
    assert.deepEqual(said("stratkit.config.yaml", "# Nothing yet\n"), []);
  });

  it("an empty file may start from a template, below its comments, and is then right", () => {
    for (const kind of [
      "organisation",
      "strategy",
      "measures",
      "enabler-strategy",
      "delivery-plan",
      "actuals",
      "progress-report",
    ]) {
      const path = `a.${kind}.yaml`;
      const template = fixed(path, "# Later").find(([title]) => title === "Start from the template");
      assert.ok(template, kind);
      const [, , after = ""] = template;
      assert.match(after, /^# Later\n[a-z]/);
      assert.deepEqual(said(path, after), [], after);
    }
  });

  it("B40 a wrong shape is about the shape that the author chose", () => {
    assert.deepEqual(
      said("a.strategy.yaml", "title: Ours\nperiod: 2026/27\nobjectives:\n  - title: Quality\n"),
      [
        'objectives | schema/wrong-shape | "objectives" is a list, and a list can only refer to objectives that exist | Write each new one under its id, such as "reduce-variation:"',
      ],
    );
    const measures = "title: Ours\nperiod: 2026/27\nobjectives:\n  q:\n    title: Quality\n    measures:\n";
    assert.deepEqual(said("a.strategy.yaml", `${measures}      - title: One\n      - title: Two\n`), [
      'measures | schema/wrong-shape | "measures" is a list, and a list can only refer to measures that exist | Write each new one under its id, such as "readmissions:"',
    ]);
    assert.deepEqual(said("a.strategy.yaml", `${measures}      m: {title: One, unit: [days]}\n`), [
      'unit | schema/wrong-shape | "unit" is a list, and only a text can stand here | Write it as one text',
    ]);
    assert.deepEqual(said("a.strategy.yaml", strategy("values: [Respect]\n")), [
      'values | schema/wrong-shape | "values" is a list, and each entry needs an id of its own here | Write each new one under its id, such as "respect:"',
    ]);
    assert.deepEqual(said("a.strategy.yaml", strategy("aims: Quality\n")), [
      'Quality | schema/wrong-shape | "aims" is a text, and each entry needs an id of its own here | Write each new one under its id, such as "quality:"',
    ]);
    assert.deepEqual(said("a.strategy.yaml", strategy("partners: [{title: Kent}]\n")), [
      '{title: Kent} | schema/wrong-shape | Entry 1 of "partners" is a map, and only an id can stand here | Write only the id, such as kent-county-council',
    ]);
    assert.deepEqual(said("w.measures.yaml", "measures: {m: {title: M, targets: [5]}}\n"), [
      'targets | schema/wrong-shape | "targets" is a list, and only keys with values can stand here | Write its keys below it, such as "2017/18: at most 5"',
    ]);
  });

  it("a text in place of a list, a number in place of a text, a text that its colon broke", () => {
    assert.deepEqual(said("a.strategy.yaml", strategy("tags: quality\nlead: 12\n")), [
      'quality | schema/wrong-shape | "tags" is a text, and only a list can stand here | Write it as a list, such as [quality]',
      '12 | schema/wrong-shape | "lead" is a number, and only a text can stand here | Write it as one text',
    ]);
    assert.deepEqual(fixed("a.strategy.yaml", strategy("tags: care, quality # two\nlead: 12\n")), [
      ["Write it as a list", "unsafe", strategy('tags: ["care, quality"] # two\nlead: 12\n')],
      ["Put quotes around this text", "unsafe", strategy('tags: care, quality # two\nlead: "12"\n')],
    ]);
    const text = strategy("with:\n  - Kent: the council\n");
    assert.deepEqual(said("a.strategy.yaml", text), [
      'Kent: the council | schema/wrong-shape | Entry 1 of "with" holds ": ", so it is not read as one text | Put quotes around it',
    ]);
    assert.deepEqual(fixed("a.strategy.yaml", text), [
      ["Put quotes around this text", "unsafe", strategy('with:\n  - "Kent: the council"\n')],
    ]);
  });

  it("B30 a figure with a sign: the message gives the words, with fix", () => {
    const measure = (rest: string) => `measures:\n  m:\n    title: M\n    unit: percent\n    ${rest}\n`;
    const national = measure("comparators: {national: {values: {2016/17: 95%}}}");
    assert.deepEqual(said("w.measures.yaml", national), [
      '95% | schema/not-a-number | "95%" is not a number | Write 95; the unit is in "unit"',
    ]);
    assert.deepEqual(fixed("w.measures.yaml", national), [
      ['Write 95 (the unit is in "unit")', "safe", national.replace("95%", "95")],
    ]);
    assert.deepEqual(said("w.measures.yaml", measure("weight: 3,340")), [
      '3,340 | schema/not-a-number | "3,340" is not a number | Write 3340',
    ]);
    assert.deepEqual(said("w.measures.yaml", measure("weight: many")), [
      'many | schema/not-a-number | "many" is not a number | Write a figure, such as 9.5',
    ]);
    assert.deepEqual(said("w.measures.yaml", measure('weight: "5"')), [
      '"5" | schema/not-a-number | "5" stands in quotes, so it is read as a text | Write 5 without quotes',
    ]);
    assert.deepEqual(said("w.measures.yaml", measure("data-quality: 2.5")), [
      '2.5 | schema/not-a-number | "2.5" is not a whole number | Write a whole number, such as 12',
    ]);
    const titles = fixed("w.measures.yaml", `${measure("weight: £5")}    data-quality: 4.5\n`).map(
      ([title, safety]) => [title, safety],
    );
    assert.deepEqual(titles, [["Write 5", "unsafe"]]);
  });

  it("B38 a wrong word: the right one is asked for and can be written", () => {
    const report = (status: string) => `period: Q3\nplan: a\nitems:\n  a: {status: ${status}}\n`;
    assert.deepEqual(said("r.progress-report.yaml", report("complete")), [
      'complete | schema/not-allowed | "complete" is not a status. Did you mean "done"? | Correct the word',
    ]);
    assert.deepEqual(fixed("r.progress-report.yaml", report("complete")), [
      ['Change to "done"', "unsafe", report("done")],
    ]);
    assert.deepEqual(said("r.progress-report.yaml", report("green")), [
      'green | schema/not-allowed | "green" is not a status | Use one of not started, in progress, done, late, stopped and superseded',
    ]);
    assert.deepEqual(
      said("w.measures.yaml", "measures: {m: {title: M, better: down, headline: maybe, data-quality: 7}}\n"),
      [
        'down | schema/not-allowed | "down" is not a word for "better". Did you mean "lower"? | Correct the word',
        'maybe | schema/not-allowed | "maybe" is not a word for "headline" | Use one of true, false, yes and no',
        '7 | schema/not-allowed | "data-quality" is 7, and only 1 to 5 can stand there | Write a figure from 1 to 5',
      ],
    );
    assert.deepEqual(said("w.measures.yaml", "measures: {m: {title: M, spc: {minimum: 5}}}\n"), [
      '5 | schema/not-allowed | "minimum" is 5, and the least that can stand there is 12 | Write 12 or more',
    ]);
  });

  it("an id that is none, with the nearest one", () => {
    const text =
      "title: Ours\nperiod: 2026/27\nobjectives:\n  'Patient Flow': A\n  2nd-aim: B\n  reduce--it: C\n";
    assert.deepEqual(said("a.strategy.yaml", text), [
      `'Patient Flow' | schema/id-format | "Patient Flow" is not an id | Use lower-case words joined by dashes, such as patient-flow`,
      '2nd-aim | schema/id-format | "2nd-aim" is not an id | Begin it with a letter, such as nd-aim',
      'reduce--it | schema/id-format | "reduce--it" is not an id | Use lower-case words joined by dashes, such as reduce-it',
    ]);
    assert.deepEqual(fixed("a.strategy.yaml", text).slice(0, 1), [
      ['Change to "patient-flow"', "unsafe", text.replace("'Patient Flow'", "patient-flow")],
    ]);
  });

  it("an id whose nearest one is taken has no fix", () => {
    const text = "title: Ours\nperiod: 2026/27\nobjectives: {Q: A, q: B}\n";
    assert.deepEqual(said("a.strategy.yaml", text).length, 1);
    assert.deepEqual(fixed("a.strategy.yaml", text), []);
  });

  it("an empty value, but not an entry that refers", () => {
    const text =
      "measures:\n  m:\n    title: Vacancy rate\n    owner: # tbc\n    targets: {2018/19: }\n  other:\n";
    assert.deepEqual(said("w.measures.yaml", text), [
      'owner | schema/empty-value | "owner" of measure "Vacancy rate" is empty | Add a value, or delete the line',
      '2018/19 | schema/empty-value | "2018/19" in "targets" of measure "Vacancy rate" is empty | Add a value, or delete the line',
    ]);
    assert.deepEqual(
      said("a.strategy.yaml", strategy('vision: ""\nvalues:\n  respect:\ntags:\n  - a\n  -\n')),
      [
        'vision | schema/empty-value | "vision" of strategy "Ours" is empty | Add a value, or delete the line',
        'respect | schema/empty-value | "respect" in "values" of strategy "Ours" is empty | Add a value, or delete the line',
        'tags | schema/empty-value | Entry 2 of "tags" of strategy "Ours" is empty | Add a value, or delete the line',
      ],
    );
  });

  it("settings that do nothing", () => {
    const text = [
      "rules:",
      "  trace/objective-unmesured: off",
      "  measure-unused: warn",
      "  colour: info",
      "thread: [measures]",
      "overrides:",
      "  - rules: {ref/not-found: info}",
      "  - ids: [a]",
      "rag: {amber: 10, red: 5}",
      "ignored: [a]",
      "",
    ].join("\n");
    assert.deepEqual(said("stratkit.config.yaml", text), [
      'warn | schema/not-allowed | "warn" is not a severity. Did you mean "warning"? | Correct the word',
      'measures | schema/not-allowed | "measures" is not a layer of the thread. Did you mean "measure"? | Correct the word',
      'ignored | schema/unknown-key | "ignored" is not a key of the settings file. Did you mean "ignore"? | Correct the key, or begin it with x- to keep it as your own',
      'trace/objective-unmesured | schema/config | "trace/objective-unmesured" is not a rule. Did you mean "trace/objective-unmeasured"? | Correct the id',
      'measure-unused | schema/config | "measure-unused" is not a rule. Did you mean "trace/measure-unused"? | Correct the id',
      'colour | schema/config | "colour" is not a rule | Write an id from the list that "stratkit rules" gives',
      'rules: {ref/not-found: info} | schema/config | This override names no ids and no files, so it changes nothing | Add "ids" or "files"',
      'ids: [a] | schema/config | This override names no rules, so it changes nothing | Add "rules"',
      'rag | schema/config | Red starts at 5 and amber at 10 in "rag", so nothing can be amber | Make red the wider of the two',
    ]);
    const rename = fixed("stratkit.config.yaml", "rules: {trace/objective-unmesured: off}\n");
    const after = "rules: {trace/objective-unmeasured: off}\n";
    assert.deepEqual(rename, [['Change to "trace/objective-unmeasured"', "unsafe", after]]);
  });

  it("names that are nearly right", () => {
    const sayName = (path: string) => {
      const refusal = checkFileName(path);
      assert.ok(refusal, path);
      const { message, help } = fileName.say(refusal.facts, refusal, () => 1);
      return `${message} | ${help}`;
    };
    assert.deepEqual(
      [
        "a/trust.measure.yaml",
        "My Trust.strategy.yaml",
        "Trust.strategy.yaml",
        "strategy.yaml",
        "kmpt/strategy.yaml",
      ].map(sayName),
      [
        '"trust.measure.yaml" is not read, because "measure" is not a kind of file | Rename it "trust.measures.yaml"',
        '"My Trust.strategy.yaml" is not read, because "My Trust" is not an id | Rename it "my-trust.strategy.yaml"',
        '"Trust.strategy.yaml" is not read, because its name has capital letters | Rename it "trust.strategy.yaml"',
        '"strategy.yaml" is not read, because no id stands before "strategy" | Put an id before it, such as trust.strategy.yaml',
        '"strategy.yaml" is not read, because no id stands before "strategy" | Rename it "kmpt.strategy.yaml"',
      ],
    );
    assert.deepEqual(["trust.strategy.yaml.txt", "stratkit.yaml", "???.strategy.yaml"].map(sayName), [
      '"trust.strategy.yaml.txt" is not read, because its name ends in ".txt" | Rename it "trust.strategy.yaml"',
      '"stratkit.yaml" is not read, because the file with the settings has another name | Rename it "stratkit.config.yaml"',
      '"???.strategy.yaml" is not read, because "???" is not an id | Use lower-case words joined by dashes in place of "???"',
    ]);
  });

  it("B42 never speaks in the tool's own terms, at any key and with any value", () => {
    const values = ["", "[]", "{}", "word", "5", "true", "[1, {a: b}]", "{zzz: }", "95%", '""'];
    let count = 0;
    for (const kind of [...FILE_KINDS, "config"]) {
      const path = kind === "config" ? "stratkit.config.yaml" : `a.${kind}.yaml`;
      for (const text of pathsOf(kind).flatMap((keys) => values.map((value) => inFlow(keys, value)))) {
        const file = parseYaml(path, text);
        for (const refusal of refusalsOf(file)) {
          const { message, help } = ruleOf(refusal).say(refusal.facts, refusal, () => 1);
          count++;
          for (const words of [message, help]) checkWords(words);
        }
        for (const { title } of fixesOf(file)) checkWords(title);
      }
    }
    assert.ok(count > 500, String(count));
  });
});

const FORBIDDEN =
  /\b(schema|instance|node|property|entity|enum|array|boolean|string|integer|scalar|mapping|sequence|pattern|regex|parse|parser|token|pointer|null|undefined|NaN|invalid|illegal|fatal|violation|unexpected|anyOf|oneOf|additionalProperties|please|sorry|oops|simply|just|obviously)\b/i;

function checkWords(words: string): void {
  assert.doesNotMatch(words, FORBIDDEN);
  assert.doesNotMatch(words, /object Object|\.$|!$/);
  assert.match(words, /^["\p{Lu}]/u);
}

function inFlow(keys: readonly string[], value: string): string {
  return keys.reduceRight((inner, key) => `{${key}: ${inner}}`, value);
}

/** The way to every key that the schemas know, each place that is described anew once. */
function pathsOf(kind: string): string[][] {
  const seen = new Set<string>();
  const walk = (path: readonly string[]): string[][] => {
    const info = describeAt(schemas, kind, path);
    if (info === undefined || (path.length > 0 && seen.has(info.description ?? ""))) return [];
    seen.add(info.description ?? "");
    const steps = [
      ...info.keys.map(({ name }) => name),
      ...(info.entries === undefined ? [] : ["any", "Any thing"]),
    ];
    return [...(path.length === 0 ? [] : [[...path]]), ...steps.flatMap((step) => walk([...path, step]))];
  };
  return walk([]);
}
