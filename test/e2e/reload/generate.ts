import type { Control } from "runlet";
import { specOf } from "../../../src/controls/control.ts";
import { EventSpec, ListSlot, Prop, Slot } from "../../../src/core/declaration/spec.ts";
import { between, pick, seeded } from "../../support/random.ts";
import { valuesOf } from "../../support/values.ts";
import { childrenIn, type ProgramApp, slotsOf } from "./app.ts";
import { type Makers, typeOfSample } from "./makers.ts";
import type { Change, ControlName, Part, Program, Setting } from "./program.ts";
import { type Recording, record } from "./recording.ts";

type Random = () => number;

/** Parts of a page at first, and updates. */
const PARTS = 5;
const UPDATES = 8;
/** Most values of a property that are tried. */
const VALUES = 8;
/** Properties that the test itself needs, and the layout debugger, which shows the history of the page. */
const NOT_SET: readonly string[] = ["title", "showLayoutDebugger"];

/** A program, and what its run sends. */
export interface Generated {
  readonly program: Program;
  readonly recording: Recording;
}

/**
 * Makes a random program. The same seed gives the same program. Programs with consecutive seeds show all samples in
 * turn, so that each control takes part.
 */
export async function generate(seed: number, makers: Makers): Promise<Generated> {
  const random = seeded(seed);
  const parts = samplesOf(seed, makers).map((sample, part) => ({ part, sample }));
  const updates: Change[][] = Array.from({ length: UPDATES }, () => []);
  const program = { seed, parts, isIsolated: random() < 0.15, autoUpdate: random() >= 0.15, updates };
  let part = PARTS;
  const recording = await record(program, makers, (update, app) => {
    const count = random() < 0.3 ? 1 : between(random, 2, 20);
    const changes = new Changes(random, app, makers, () => part++);
    const made = Array.from({ length: count }, () => changes.next());
    // Each control that a part is about is changed at least once.
    if (update === 0) made.push(...parts.flatMap((one) => changes.setIn(one) ?? []));
    updates[update] = made;
    return made;
  });
  return { program, recording };
}

/**
 * Returns the samples that a program shows at first: the next ones of a pack that is shuffled again when it is used up. One
 * of each type of control is on top.
 */
function samplesOf(seed: number, makers: Makers): string[] {
  const names = [...makers.keys()];
  return Array.from({ length: PARTS }, (_, at) => {
    const place = seed * PARTS + at;
    const random = seeded(Math.floor(place / names.length));
    const shuffled = shuffle(random, names);
    const types = shuffled.map(typeOfSample);
    const isFirst = (_: string, index: number) => types.indexOf(types[index]!) === index;
    const pack = [...shuffled.filter(isFirst), ...shuffled.filter((name, index) => !isFirst(name, index))];
    return pack[place % pack.length]!;
  });
}

/** Returns items in random order. */
function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Chooses changes that are possible on a page. */
class Changes {
  readonly #random: Random;
  readonly #app: ProgramApp;
  readonly #makers: Makers;
  readonly #nextPart: () => number;

  constructor(random: Random, app: ProgramApp, makers: Makers, nextPart: () => number) {
    this.#random = random;
    this.#app = app;
    this.#makers = makers;
    this.#nextPart = nextPart;
  }

  next(): Change {
    const random = this.#random;
    const kind = random();
    const control = this.#pickControl();
    if (kind < 0.72) return this.#set(control);
    if (kind < 0.8 && control !== "page") return { kind: "remove", control };
    return kind < 0.9 || control === "page" ? this.#insert() : this.#move(control);
  }

  /** Returns a change of the control that a part is about. */
  setIn({ part, sample }: Part): Change | undefined {
    const type = typeOfSample(sample);
    const own = this.#app.names.filter((name) => partOf(name) === String(part));
    const name = own.find((one) => specOf(this.#app.control(one)!).type === type);
    return name && this.#set(name);
  }

  /** Picks a part first, so that one with many controls is not chosen more often. */
  #pickControl(): ControlName {
    const { names } = this.#app;
    const parts = [...new Set(names.map(partOf))];
    const part = pick(this.#random, parts);
    const own = names.filter((name) => partOf(name) === part);
    return this.#random() < 0.4 ? own[0]! : pick(this.#random, own);
  }

  #set(name: ControlName): Change {
    const random = this.#random;
    const control = this.#app.control(name)!;
    const { entries, own } = specOf(control);
    const names = (random() < 0.7 ? own : Object.keys(entries)).filter((property) => !NOT_SET.includes(property));
    const property =
      random() < 0.08 ? pick(random, ["visible", "disabled"]) : pick(random, names.length > 0 ? names : ["visible"]);
    // Some of what was changed goes back.
    const changed = Object.keys(entries).filter((one) => !NOT_SET.includes(one) && isChanged(control, one));
    if (changed.length > 0 && random() < 0.25)
      return { kind: "set", control: name, property: pick(random, changed), to: "default" };
    return { kind: "set", control: name, property, to: pick(random, settingsOf(control, property)) };
  }

  #insert(): Change {
    const { name, slot, entry } = this.#pickSlot();
    const samples = [...this.#makers.keys()].filter((sample) => fits(entry, typeOfSample(sample)));
    const at = between(this.#random, 0, 4);
    const sample = pick(this.#random, samples.length > 0 ? samples : [...this.#makers.keys()]);
    return { kind: "insert", parent: name, slot, at, part: this.#nextPart(), sample };
  }

  #move(control: ControlName): Change {
    const random = this.#random;
    const moved = this.#app.control(control)!;
    // Most moves are within a list.
    const siblings = this.#app.names.filter(
      (name) => childrenIn(this.#app.control(name)!, "controls").length > 1 && name !== control,
    );
    const isNear = random() < 0.6 && siblings.length > 0;
    if (!isNear) {
      const { name, slot, entry } = this.#pickSlot(specOf(moved).type);
      if (fits(entry, specOf(moved).type))
        return { kind: "move", control, parent: name, slot, at: between(random, 0, 4) };
    }
    const parent = pick(random, siblings.length > 0 ? siblings : (["page"] as const));
    const child = pick(random, childrenIn(this.#app.control(parent)!, "controls"));
    const name = this.#app.names.find((one) => this.#app.control(one) === child) ?? control;
    return { kind: "move", control: name, parent, slot: "controls", at: between(random, 0, 4) };
  }

  /** Picks a slot, one that takes a type of control if there is one. */
  #pickSlot(type?: string): { name: ControlName; slot: string; entry: Slot<unknown> | ListSlot } {
    const all = this.#app.names.flatMap((name) =>
      slotsOf(this.#app.control(name)!).map(([slot, entry]) => ({ name, slot, entry })),
    );
    const fitting = all.filter(({ entry }) => type === undefined || fits(entry, type));
    const lists = fitting.filter(({ entry }) => entry instanceof ListSlot || this.#random() < 0.2);
    return pick(this.#random, lists.length > 0 ? lists : all);
  }
}

function partOf(name: ControlName): string {
  return name.split(".")[0]!;
}

function isChanged(control: Control, property: string): boolean {
  const entry = specOf(control).entries[property];
  const value: unknown = Reflect.get(control, property);
  if (entry instanceof Prop) return !entry.isDefault(value);
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

/** Whether a slot takes a type of control. One that takes any is for what is no part of something else. */
function fits({ only }: Slot<unknown> | ListSlot, type: string): boolean {
  return only === undefined
    ? !/^(Tab|Segment|View|DropdownOption|PopupMenuItem|TextSpan|Badge)$/.test(type)
    : only === type;
}

/** Returns what a property may be set to, other than a control. */
function settingsOf(control: Control, property: string): Setting[] {
  const entry = specOf(control).entries[property];
  if (entry instanceof EventSpec) return ["handler"];
  if (entry instanceof Prop) {
    const near = nearbyWords(control).flatMap((word) => [word, [word]]);
    const fitting = near.filter(
      (value) => /^(value|text|selected)$/.test(property) && entry.type.check(value) === undefined,
    );
    return [...valuesOf(entry, VALUES), ...fitting].map((value) => ({ value }));
  }
  if (entry instanceof Slot && entry.text !== undefined)
    return ["Some text", "home", "7"]
      .filter((value) => entry.text?.check(value) === undefined)
      .map((value) => ({ value }));
  return ["default"];
}

/** Returns values and texts of the controls inside a control: one of them may be what it selects. */
function nearbyWords(control: Control): string[] {
  const words: string[] = [];
  for (const [slot] of slotsOf(control))
    for (const child of childrenIn(control, slot)) {
      for (const property of ["value", "text"]) {
        const word: unknown = Reflect.get(child, property);
        if (typeof word === "string") words.push(word);
      }
      words.push(...nearbyWords(child));
    }
  return words;
}
