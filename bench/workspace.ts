// Makes workspaces of any size for measuring: strategies with their libraries of measures, enabler strategies, plans and
// recorded values, as a national body with many trusts would hold them. The same seed gives the same texts.

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Files of one strategy; a file has about 75 lines, 2.7 KB and ten references to others. */
const FAMILY = 20;
const LIBRARIES = 6;
const ENABLERS = 4;
const PLANS = 4;
const MEASURES = 6;
const HEAD_LINES = 2;
const MEASURE_LINES = 12;
const AIMS = 3;
const OBJECTIVES = 3;
const ACTIONS = 3;

/** `defective` of a hundred files get a fault: a reference that leads nowhere, an unknown key, a broken line. */
export function generateWorkspace(files: number, defective = 0, seed = 1): GeneratedFile[] {
  const random = randomFrom(seed);
  const made: GeneratedFile[] = [
    { path: "stratkit.config.yaml", text: "extends: review\n" },
    { path: "body.organisation.yaml", text: organisation() },
  ];
  for (let family = 0; made.length < files; family += 1) {
    made.push(...familyOf(family, random).slice(0, files - made.length));
  }
  return made.map((file) => (random() * 100 < defective ? spoil(file, random) : file));
}

/** A library of measures of so many lines, a few less where the last measure would not fit. */
export function longLibrary(lines: number, seed = 1): string {
  return library("long", 0, randomFrom(seed), Math.floor((lines - HEAD_LINES) / MEASURE_LINES));
}

function organisation(): string {
  const teams = TEAMS.map((word) => `  ${word}: Team for ${word}\n`).join("");
  return `title: The national body\nteams:\n${teams}`;
}

function familyOf(family: number, random: () => number): GeneratedFile[] {
  const id = `trust-${family}`;
  const texts: GeneratedFile[] = [{ path: `${id}/${id}.strategy.yaml`, text: strategy(id, random) }];
  for (let at = 0; at < LIBRARIES; at += 1)
    texts.push({ path: `${id}/${id}-m${at}.measures.yaml`, text: library(id, at, random) });
  for (let at = 0; at < ENABLERS; at += 1)
    texts.push({ path: `${id}/${id}-e${at}.enabler-strategy.yaml`, text: enabler(id, at, random) });
  for (let at = 0; at < PLANS; at += 1)
    texts.push({ path: `${id}/${id}-p${at}.delivery-plan.yaml`, text: plan(id, at, random) });
  for (let at = 0; texts.length < FAMILY; at += 1)
    texts.push({ path: `${id}/${id}-a${at}.actuals.yaml`, text: actuals(id, at, random) });
  return texts;
}

function strategy(id: string, random: () => number): string {
  const lines = [
    `title: Strategy of ${id}`,
    "period: 2024/25 to 2028/29",
    "organisation: body",
    `vision: ${sentence(random)}`,
    "aims:",
  ];
  for (let aim = 0; aim < AIMS; aim += 1) {
    lines.push(
      `  aim-${aim}:`,
      `    title: ${sentence(random)}`,
      `    lead: ${team(random)}`,
      "    objectives:",
    );
    for (let objective = 0; objective < OBJECTIVES; objective += 1) {
      lines.push(
        `      objective-${aim}-${objective}:`,
        `        title: ${sentence(random)}`,
        `        description: ${sentence(random)}, and ${sentence(random).toLowerCase()}`,
        `        owner: ${team(random)}`,
        `        measures: [${measuresOf(id, aim * OBJECTIVES + objective)}]`,
        `        # ${sentence(random)}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

function library(id: string, at: number, random: () => number, measures = MEASURES): string {
  const lines = [`title: Measures ${at} of ${id}`, "measures:"];
  for (let one = 0; one < measures; one += 1) {
    const baseline = Math.floor(random() * 40) + 50;
    lines.push(
      `  ${id}-m${at}-${one}:`,
      `    title: ${sentence(random)}`,
      `    description: ${sentence(random)}`,
      "    unit: days",
      "    better: lower",
      `    owner: ${team(random)}`,
      "    data-source: Monthly return of the wards",
      "    frequency: quarterly",
      `    baseline: {2023/24: ${baseline}}`,
      "    targets:",
      `      2025/26: at most ${baseline - 5}`,
      `      2028/29: at most ${baseline - 10}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function enabler(id: string, at: number, random: () => number): string {
  const lines = [
    `title: Enabler ${at} of ${id}`,
    `strategy: ${id}`,
    "period: 2024/25 to 2028/29",
    `lead: ${team(random)}`,
    `supports: [objective-${at % AIMS}-0, objective-2-2]`,
    "objectives:",
  ];
  for (let one = 0; one < 8; one += 1) {
    lines.push(
      `  step-${one}:`,
      `    title: ${sentence(random)}`,
      `    description: ${sentence(random)}`,
      `    owner: ${team(random)}`,
      `    supports: [objective-${one % AIMS}-${Math.floor(one / AIMS)}]`,
      "    due: 2027/28",
      `    done-when: ${sentence(random)}`,
      `    # ${sentence(random)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function plan(id: string, at: number, random: () => number): string {
  const year = `${2024 + at}/${25 + at}`;
  const lines = [
    `title: Plan ${year} of ${id}`,
    `strategy: ${id}`,
    `period: ${year}`,
    "status: adopted",
    "priorities:",
  ];
  for (let priority = 0; priority < AIMS; priority += 1) {
    lines.push(
      `  priority-${priority}:`,
      `    title: ${sentence(random)}`,
      `    lead: ${team(random)}`,
      `    objectives: [objective-${priority}-0, objective-${priority}-1, objective-${priority}-2]`,
      "    actions:",
    );
    for (let action = 0; action < ACTIONS; action += 1) {
      lines.push(
        `      action-${priority}-${action}:`,
        `        title: ${sentence(random)}`,
        `        owner: ${team(random)}`,
        `        due: Q${action + 2}`,
        `        moves: [${measureId(id, (at * AIMS + priority) * ACTIONS + action)}]`,
        `        # ${sentence(random)}`,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

function actuals(id: string, at: number, random: () => number): string {
  const lines = ["measures:"];
  for (let one = 0; one < MEASURES; one += 1) {
    lines.push(`  ${id}-m${at}-${one}:`);
    for (let quarter = 0; quarter < 10; quarter += 1) {
      const year = 2024 + Math.floor(quarter / 4);
      lines.push(`    ${year}/${year - 1999} Q${(quarter % 4) + 1}: ${(random() * 50 + 40).toFixed(1)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The share of one of all objectives. */
function measuresOf(id: string, objective: number): string {
  const share = (LIBRARIES * MEASURES) / (AIMS * OBJECTIVES);
  return Array.from({ length: share }, (_, at) => measureId(id, objective * share + at)).join(", ");
}

/** The measures of a strategy one after the other: its plans' actions move each of them. */
function measureId(id: string, at: number): string {
  return `${id}-m${at % LIBRARIES}-${Math.floor(at / LIBRARIES) % MEASURES}`;
}

function spoil({ path, text }: GeneratedFile, random: () => number): GeneratedFile {
  const lines = text.split("\n");
  const at = Math.floor(random() * (lines.length - 3)) + 2;
  const line = lines[at] ?? "";
  const faults = [
    () => line.replace(/(owner|lead): \w+/, "$1: nobody-known"),
    () => line.replace(/title:/, "titel:"),
    () => `${line} : x`,
  ];
  lines[at] = faults[Math.floor(random() * faults.length)]?.() ?? line;
  return { path, text: lines.join("\n") };
}

const TEAMS =
  "care staff wards beds clinics homes nursing therapy access waiting safety recovery research estates finance digital people quality partners carers".split(
    " ",
  );

/** So many that no two titles say the same. */
const WORDS = [
  ...TEAMS,
  ..."shorter earlier kinder closer plainer calmer fairer greener warmer steadier fewer better joined trusted local timely".split(
    " ",
  ),
  ..."visits letters calls plans checks rooms meals records shifts routes skills budgets stays scans tests moves talks forms".split(
    " ",
  ),
];

function team(random: () => number): string {
  return TEAMS[Math.floor(random() * TEAMS.length)] ?? "care";
}

function sentence(random: () => number): string {
  const words = Array.from({ length: 7 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Numbers from 0 to 1: the generator that is known as mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
