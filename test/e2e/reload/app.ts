import { Column, type Control, type Page } from "runlet";
import { specOf } from "../../../src/controls/control.ts";
import { ListSlot, Slot } from "../../../src/core/declaration/spec.ts";
import type { Makers } from "./makers.ts";
import type { Change, ControlName, Program } from "./program.ts";

/** A Column whose content changes on the screen only by `update()`. */
class Isolated extends Column {
  override isIsolated(): boolean {
    return true;
  }
}

/** The app that a program describes. Errors of its changes are part of what is tried: the app goes on. */
export class ProgramApp {
  readonly page: Page;
  readonly #makers: Makers;
  readonly #program: Program;
  readonly #controls = new Map<ControlName, Control>();
  readonly #root: Column;

  constructor(page: Page, program: Program, makers: Makers) {
    this.page = page;
    this.#makers = makers;
    this.#program = program;
    this.#controls.set("page", page);
    page.onError = () => {};
    page.autoUpdate = program.autoUpdate;
    this.#root = program.isIsolated ? new Isolated() : new Column();
    for (const { part, sample } of program.parts) {
      const made = this.#make(part, sample);
      if (made === undefined) continue;
      (specOf(made).type === "View" ? page.views : this.#root.controls).push(made);
    }
    page.controls.push(this.#root);
  }

  /** Names of the controls that are on the page now, in order of their making. */
  get names(): ControlName[] {
    return [...this.#controls].filter(([, control]) => control.isMounted).map(([name]) => name);
  }

  /** Types of all controls that were ever made. */
  get types(): string[] {
    return [...this.#controls.values(), this.#root].map((control) => specOf(control).type);
  }

  control(name: ControlName): Control | undefined {
    return this.#controls.get(name);
  }

  /** Makes changes, and sends those in the isolated control. */
  change(changes: readonly Change[]): void {
    this.changeOnly(changes);
    if (this.#program.isIsolated) this.#attempt(() => this.#root.update());
  }

  /** Makes changes. */
  changeOnly(changes: readonly Change[]): void {
    for (const change of changes) this.#attempt(() => this.#change(change));
  }

  /** Makes the client show a title, so that it is known when an update has arrived. */
  mark(title: string): void {
    this.page.title = title;
    if (!this.page.autoUpdate) this.#attempt(() => this.page.update());
  }

  #change(change: Change): void {
    if (change.kind === "set") return this.#set(change);
    if (change.kind === "remove") return this.#takeOut(change.control);
    const parent = this.#controls.get(change.parent);
    if (parent === undefined) return;
    const child = change.kind === "move" ? this.#controls.get(change.control) : this.#make(change.part, change.sample);
    if (child === undefined || contains(child, parent)) return;
    if (change.kind === "move") this.#takeOut(change.control);
    const list: unknown = Reflect.get(parent, change.slot);
    if (!Array.isArray(list)) return void Reflect.set(parent, change.slot, child);
    list.splice(Math.min(change.at, list.length), 0, child);
  }

  #set({ control, property, to }: Extract<Change, { kind: "set" }>): void {
    const target = this.#controls.get(control);
    if (target === undefined || !(property in specOf(target).entries)) return;
    Reflect.set(target, property, to === "default" ? undefined : to === "handler" ? () => {} : to.value);
  }

  #takeOut(name: ControlName): void {
    const control = this.#controls.get(name);
    const place = control && placeOf(control);
    if (place === undefined || control === this.#root) return;
    const list: unknown = Reflect.get(place.parent, place.slot);
    if (Array.isArray(list)) list.splice(list.indexOf(control), 1);
    else Reflect.set(place.parent, place.slot, null);
  }

  #make(part: number, sample: string): Control | undefined {
    const made = this.#makers.get(sample)?.();
    if (made === undefined) return undefined;
    let index = 0;
    for (const control of subtree(made)) this.#controls.set(`${part}.${index++}`, control);
    return made;
  }

  #attempt(run: () => void): void {
    try {
      run();
    } catch {
      // The values are random, so some are refused.
    }
  }
}

/** Returns the slots of a control with their declarations. */
export function slotsOf(control: Control): [name: string, entry: Slot<unknown> | ListSlot][] {
  return Object.entries(specOf(control).entries).filter(
    (entry): entry is [string, Slot<unknown> | ListSlot] => entry[1] instanceof Slot || entry[1] instanceof ListSlot,
  );
}

/** Returns the children of a control in a slot. */
export function childrenIn(control: Control, slot: string): Control[] {
  const content: unknown = Reflect.get(control, slot);
  return [content].flat().filter((child): child is Control => typeof child === "object" && child !== null);
}

function* subtree(control: Control): Generator<Control> {
  yield control;
  for (const [slot] of slotsOf(control)) for (const child of childrenIn(control, slot)) yield* subtree(child);
}

function contains(outer: Control, inner: Control): boolean {
  for (const control of subtree(outer)) if (control === inner) return true;
  return false;
}

function placeOf(control: Control): { parent: Control; slot: string } | undefined {
  const parent = control.parent as Control | undefined;
  const slot = parent && slotsOf(parent).find(([name]) => childrenIn(parent, name).includes(control))?.[0];
  return parent === undefined || slot === undefined ? undefined : { parent, slot };
}
