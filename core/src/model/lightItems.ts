// Items of which only that stays in memory which a question about a whole workspace looks at: names and titles. What else
// a file says of them is read again from its text when somebody asks, which takes a tenth of a millisecond for a file.

import type {
  Actuals,
  DeliveryPlan,
  EnablerStrategy,
  Goal,
  Item,
  Measure,
  MeasuresLibrary,
  NamedParty,
  Organisation,
  PlanItem,
  Priority,
  ProgressReport,
  Scope,
  Strategy,
} from "./items.ts";

/** A file's items with all that it says of them, in their order. */
export interface ItemSource {
  items(): readonly Item[];
}

/** `whole` is what stands at this place of the source. */
export function lightItem(whole: Item, source: ItemSource, at: number): Item {
  switch (whole.kind) {
    case "organisation":
      return new LightOrganisation(whole, source, at);
    case "team":
    case "board":
    case "partner":
    case "policy":
    case "place":
      return new LightItem<NamedParty>(whole, source, at);
    case "strategy":
      return new LightStrategy(whole, source, at);
    case "aim":
    case "objective":
    case "capability":
      return new LightGoal(whole, source, at);
    case "measures":
      return new LightItem<MeasuresLibrary>(whole, source, at);
    case "measure":
      return new LightMeasured<Measure>(whole, source, at);
    case "scope":
      return new LightMeasured<Scope>(whole, source, at);
    case "enabler-strategy":
      return new LightEnabler<EnablerStrategy>(whole, source, at);
    case "delivery-plan":
      return new LightPlan(whole, source, at);
    case "priority":
      return new LightItem<Priority>(whole, source, at);
    case "action":
    case "milestone":
      return new LightPlanItem(whole, source, at);
    case "actuals":
      return new LightActuals(whole, source, at);
    case "progress-report":
      return new LightReport<ProgressReport>(whole, source, at);
  }
}

/** The item with its values beside each other, to be compared value by value: most of a light one's are no own ones. */
export function wholeOf(item: Item): Item {
  return item instanceof LightItem ? item.whole : item;
}

/** Where a light item is read from. */
export function sourceOf(item: Item | undefined): ItemSource | undefined {
  return item instanceof LightItem ? item.source : undefined;
}

/** An item of which a newer version of its file says the same is read from that one from now on. */
export function moveTo(item: Item, source: ItemSource, at: number): void {
  if (item instanceof LightItem) item.move(source, at);
}

/** Two of them are never compared by their own values, but by `wholeOf`. */
class LightItem<Whole extends Item> {
  readonly kind: Whole["kind"];
  readonly key: string;
  readonly id: string;
  readonly title: string | undefined;
  readonly file: string;
  readonly document: string;
  readonly parent: string | undefined;
  readonly formerly: readonly string[];
  readonly retired: Whole["retired"];
  /** Asked of all items whenever much has changed; most have none and share one list. */
  readonly waivers: Whole["waivers"];
  source: ItemSource;
  #at: number;

  constructor(whole: Whole, source: ItemSource, at: number) {
    this.kind = whole.kind;
    this.key = whole.key;
    this.id = whole.id;
    this.title = whole.title;
    this.file = whole.file;
    this.document = whole.document;
    this.parent = whole.parent;
    this.formerly = whole.formerly;
    this.retired = whole.retired;
    this.waivers = whole.waivers;
    this.source = source;
    this.#at = at;
  }

  get whole(): Whole {
    // The same text gives the same items each time.
    return this.source.items()[this.#at] as Whole;
  }

  move(source: ItemSource, at: number): void {
    this.source = source;
    this.#at = at;
  }

  get path() {
    return this.whole.path;
  }
  get references() {
    return this.whole.references;
  }
  get unclear() {
    return this.whole.unclear;
  }
  get lead() {
    return this.whole.lead;
  }
  get owner() {
    return this.whole.owner;
  }
  get tags() {
    return this.whole.tags;
  }
  get acronyms() {
    return this.whole.acronyms;
  }
}

class LightOrganisation extends LightItem<Organisation> implements Organisation {
  get yearStarts() {
    return this.whole.yearStarts;
  }
  get tolerance() {
    return this.whole.tolerance;
  }
  get glossary() {
    return this.whole.glossary;
  }
}

class LightMeasured<Whole extends Measure | Scope> extends LightItem<Whole> {
  get unit() {
    return this.whole.unit;
  }
  get better() {
    return this.whole.better;
  }
  get role() {
    return this.whole.role;
  }
  get stage() {
    return this.whole.stage;
  }
  get levels() {
    return this.whole.levels;
  }
  get targets() {
    return this.whole.targets;
  }
  get baseline() {
    return this.whole.baseline;
  }
  get comparators() {
    return this.whole.comparators;
  }
  get frequency() {
    return this.whole.frequency;
  }
  get aggregate() {
    return this.whole.aggregate;
  }
  get accumulate() {
    return this.whole.accumulate;
  }
  get tolerance() {
    return this.whole.tolerance;
  }
}

class LightReport<
  Whole extends ProgressReport | Strategy | EnablerStrategy | DeliveryPlan,
> extends LightItem<Whole> {
  get period() {
    return this.whole.period;
  }
}

class LightDocument<Whole extends Strategy | EnablerStrategy | DeliveryPlan> extends LightReport<Whole> {
  /** Asked of all of them by whoever puts what is over last. */
  readonly status: Whole["status"];

  constructor(whole: Whole, source: ItemSource, at: number) {
    super(whole, source, at);
    this.status = whole.status;
  }
}

class LightStrategy extends LightDocument<Strategy> implements Strategy {
  get called() {
    return this.whole.called;
  }
}

class LightEnabler<Whole extends EnablerStrategy | DeliveryPlan> extends LightDocument<Whole> {
  get strategy() {
    return this.whole.strategy;
  }
}

class LightPlan extends LightEnabler<DeliveryPlan> implements DeliveryPlan {
  get trajectory() {
    return this.whole.trajectory;
  }
}

class LightTimed<Whole extends Goal | PlanItem> extends LightItem<Whole> {
  get due() {
    return this.whole.due;
  }
  get start() {
    return this.whole.start;
  }
  get doneWhen() {
    return this.whole.doneWhen;
  }
}

class LightGoal extends LightTimed<Goal> implements Goal {
  get of() {
    return this.whole.of;
  }
  get promised() {
    return this.whole.promised;
  }
  get called() {
    return this.whole.called;
  }
}

class LightPlanItem extends LightTimed<PlanItem> implements PlanItem {
  get repeats() {
    return this.whole.repeats;
  }
  get after() {
    return this.whole.after;
  }
  get when() {
    return this.whole.when;
  }
}

class LightActuals extends LightItem<Actuals> implements Actuals {
  get values() {
    return this.whole.values;
  }
}
