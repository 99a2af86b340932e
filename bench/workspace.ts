// Makes workspaces of any size for measuring: strategies with their libraries of measures, enabler strategies, plans and
// recorded values, as a national body with many trusts would hold them. The same seed gives the same texts.

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Files of one strategy; a file has about 79 lines, 2.7 KB and ten references to others. */
const FAMILY = 20;
const LIBRARIES = 6;
const ENABLERS = 4;
const PLANS = 4;
const MEASURES = 7;
const HEAD_LINES = 2;
const MEASURE_LINES = 10;
const AIMS = 3;
const OBJECTIVES = 3;

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
  const teams = WORDS.map((word) => `  ${word}: Team for ${word}\n`).join("");
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
      `    lead: ${word(random)}`,
      "    objectives:",
    );
    for (let objective = 0; objective < OBJECTIVES; objective += 1) {
      lines.push(
        `      objective-${aim}-${objective}:`,
        `        title: ${sentence(random)}`,
        `        description: ${sentence(random)}, and ${sentence(random).toLowerCase()}`,
        `        owner: ${word(random)}`,
        "        measures:",
        `          - ${measureId(id, aim * 2 + (objective % 2), random)}`,
        `          # ${sentence(random)}`,
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
      "    unit: percent",
      "    better: lower",
      `    owner: ${word(random)}`,
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
    `lead: ${word(random)}`,
    `supports: [objective-0-0, objective-1-${at % OBJECTIVES}]`,
    "objectives:",
  ];
  for (let one = 0; one < 8; one += 1) {
    lines.push(
      `  step-${one}:`,
      `    title: ${sentence(random)}`,
      `    description: ${sentence(random)}`,
      `    owner: ${word(random)}`,
      `    supports: [objective-${one % AIMS}-${one % OBJECTIVES}]`,
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
  for (let priority = 0; priority < 3; priority += 1) {
    lines.push(
      `  priority-${priority}:`,
      `    title: ${sentence(random)}`,
      `    lead: ${word(random)}`,
      `    objectives: [objective-${priority}-0, objective-${priority}-1]`,
      "    actions:",
    );
    for (let action = 0; action < 3; action += 1) {
      lines.push(
        `      action-${priority}-${action}:`,
        `        title: ${sentence(random)}`,
        `        owner: ${word(random)}`,
        `        due: Q${action + 2}`,
        `        moves: [${measureId(id, priority, random)}]`,
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

function measureId(id: string, library: number, random: () => number): string {
  return `${id}-m${library % LIBRARIES}-${Math.floor(random() * MEASURES)}`;
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

const WORDS =
  "care staff wards beds clinics homes nursing therapy access waiting safety recovery research estates finance digital people quality partners carers".split(
    " ",
  );

function word(random: () => number): string {
  return WORDS[Math.floor(random() * WORDS.length)] ?? "care";
}

function sentence(random: () => number): string {
  const words = Array.from({ length: 7 }, () => word(random)).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Numbers from 0 to 1 (a linear congruence); measuring needs no better ones. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
