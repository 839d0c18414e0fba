import type { Control } from "runlet";
import { RunletError } from "runlet";
import { Subject } from "rxjs";
import { Host, type HostOptions } from "../../../src/core/host.ts";
import type { Session } from "../../../src/core/session.ts";
import { store } from "./edits.ts";
import { type Around, type Call, checkHooks } from "./hooks.ts";
import { type Hooks, KINDS, type Kind, PAGE } from "./kinds.ts";
import { Model } from "./model.ts";
import { type FlushedState, ModelControl, type Script } from "./model-control.ts";
import { act, built } from "./scripts.ts";
import type { Follower, Source } from "./source.ts";
import { ManualClock, Wire } from "./wire.ts";

/** A session and its model, side by side: whatever is done, is done to both. */
export class TestRun implements Follower {
  /** Places of the kinds that new controls may be of, in the list of all. */
  kinds: readonly number[] = [];
  readonly controls: ModelControl[] = [];
  readonly sources: Source[] = [];
  readonly byControl: Map<Control, ModelControl> = new Map();
  /** What was done, as one would write it. */
  readonly code: string[] = [];
  readonly wire: Wire = new Wire();
  readonly clock: ManualClock = new ManualClock();
  readonly session: Session;
  readonly model: Model;
  readonly page: ModelControl;
  /** What `effect()` of some controls follows. */
  readonly pulse$: Subject<void> = new Subject();
  readonly errors: string[] = [];
  readonly expected: string[] = [];
  readonly refused: string[] = [];
  calls: Call[] = [];
  around: Around = { built: new Set(), touched: new Set(), edits: 0, hasMoved: false };
  /** The hook that is running. */
  hook: Call | undefined;
  /** Flushes that went by the model, and those of which only the outcome was looked at. */
  readonly flushes: { strict: number; loose: number } = { strict: 0, loose: 0 };
  /** A handler of the app was called. */
  wasHandled = false;
  /** Illegal trees: what a flush makes of them is not foreseen. */
  isUnchecked = false;
  #isLoose = false;
  #isFlushing = false;
  /** What `didMount` hooks edit while a turn ends: done right after, as behind an `await`. */
  #isTurn = false;
  readonly #later: (() => void)[] = [];

  constructor(main: (testRun: TestRun) => void, options: HostOptions = {}) {
    const onUnhandled = (error: unknown) =>
      void this.errors.push(error instanceof RunletError ? error.code : (error as Error).message);
    const many = Number.MAX_SAFE_INTEGER;
    const host = new Host(() => main(this), {
      clock: this.clock,
      onUnhandled,
      onRefused: ({ code }) => this.refused.push(code),
      // Time stands still: nothing is allowed again.
      limits: { messagesPerSecond: many, commandBurst: many, unackedUpdates: many, unackedBytes: many },
      ...options,
    });
    this.session = host.connect(this.wire);
    this.page = this.#adopt(new ModelControl("", PAGE, undefined), this.session.page);
    this.model = new Model(this.page);
    this.flushing(() => this.wire.hello(), undefined);
  }

  create(kind: string, script?: Script): ModelControl {
    const found = KINDS.find(({ name }) => name === kind) as Kind;
    const modelControl = new ModelControl(String(this.controls.length), found, script);
    this.note(
      `const ${modelControl.name} = new ${found.type}(); // ${kind} ${script ? `${script.on}: ${script.act}` : ""}`,
    );
    return this.#adopt(modelControl, new found.make());
  }

  #adopt(thing: ModelControl, control: Control): ModelControl {
    const hook = (name: keyof Hooks) => () => this.#run(thing, name) as undefined;
    thing.control = control;
    control.key = thing.key;
    const names = ["build", "beforeUpdate", "didMount", "willUnmount"] as const;
    control.data = Object.fromEntries(names.map((name) => [name, hook(name)]));
    this.controls.push(thing);
    this.byControl.set(control, thing);
    return thing;
  }

  note(line: string): void {
    this.code.push(this.hook === undefined ? line : `  // in ${this.hook.hook} of ${this.hook.thing.name}: ${line}`);
  }

  // ---- the same to both ---------------------------------------------------------------------------

  /** Edits the app and the model. What `didMount` does is not part of the flush it is called in. */
  both(real: () => void, model: () => void): void {
    if (this.hook?.hook !== "didMount") {
      real();
      model();
    } else if (this.#isTurn) {
      this.#later.push(real, model);
    } else {
      real();
      this.#later.push(model);
    }
  }

  /** A property or slot of a control was set: the model's half of it. */
  touch(thing: ModelControl, isMove: boolean): void {
    thing.isTouched = true;
    const { hook } = this;
    if (hook === undefined || !this.#isFlushing) return;
    const isOwn = hook.thing === thing;
    if (isOwn) thing.mayHaveUpdated = true;
    if (!isOwn) this.around.edits++;
    if (isMove) this.around.hasMoved = true;
    if (!isOwn || (isMove && thing.flushed !== undefined)) this.#isLoose ||= this.isNearBoundary(thing);
  }

  /** A hook takes controls out again: they may have come over a boundary that stays shut, and go back or not. */
  displaced(things: readonly ModelControl[]): void {
    if (!this.#isFlushing || this.hook?.hook === "didMount") return;
    const mayWait = ({ parent, children }: ModelControl): boolean =>
      (parent !== undefined && this.model.boundaryOf(parent) !== undefined) || children.some(mayWait);
    this.#isLoose ||= things.some(mayWait);
    // Or they brought the control of the hook in, over a boundary that stays shut for the rest.
    const isShown = ({ flushed, children }: ModelControl): boolean => flushed !== undefined || children.some(isShown);
    this.#isLoose ||= this.hook !== undefined && this.isNearBoundary(this.hook.thing) && things.some(isShown);
  }

  received(thing: ModelControl, property: string, value: unknown): void {
    if (property === thing.kind.list) {
      // At once, as it is mounted: what it takes the place of leaves now.
      this.around.hasMoved ||= this.#isFlushing && thing.children.length > 0;
      this.displaced(thing.children);
      thing.slots.set(property, [...(value as ModelControl[])]);
      this.touch(thing, true);
    } else if (typeof value !== "string") {
      this.expected.push("wrong-type");
    } else if (thing.read(property) !== value) {
      if (value === thing.kind.props[property]?.initial) thing.values.delete(property);
      else thing.values.set(property, value);
      this.touch(thing, false);
    }
  }

  failed(message: string): void {
    this.expected.push(message);
  }

  /** The session must just have refused a command with this code, or none. */
  expectRefusal(code: string | undefined): void {
    const refused = this.refused.splice(0);
    if (refused.join() !== (code ?? "")) throw new Error(`refused: "${refused}", which should be "${code ?? ""}"`);
  }

  /** A write of the client's counts at once for both sides, wherever the control is. */
  taken(thing: ModelControl, name: string, value: unknown): void {
    store(this, thing, name, value);
    const { [name]: _, ...rest } = (thing.flushed as FlushedState).values;
    const isDefault = !thing.values.has(name);
    thing.flushed = { ...(thing.flushed as FlushedState), values: isDefault ? rest : { ...rest, [name]: value } };
  }

  // ---- hooks and flushes ----------------------------------------------------------------------------

  #run(thing: ModelControl, name: keyof Hooks): unknown {
    const outer = this.hook;
    this.hook = { hook: name, thing };
    this.calls.push(this.hook);
    try {
      if (!thing.control.isMounted || thing.control.page !== this.session.page) throw new Error("has no page");
      if (name === "didMount") thing.mounts++;
      if (name === "willUnmount") thing.unmounts++;
      if (name === "build") return built(this, thing);
      act(this, thing, name);
      return undefined;
    } finally {
      this.hook = outer;
    }
  }

  /** What hooks find, and what is told of them, counts from here. */
  watch(): void {
    this.calls = [];
    this.around = {
      built: new Set(this.controls.filter(({ isBuilt }) => isBuilt)),
      touched: new Set(this.controls.filter(({ isTouched }) => isTouched)),
      edits: 0,
      hasMoved: false,
    };
    this.#isLoose = this.isUnchecked;
    this.#isFlushing = true;
  }

  /** A handler of the app runs, before the flush that follows it. */
  handle(run: () => void): void {
    const { hook } = this;
    this.hook = undefined;
    this.#isFlushing = false;
    run();
    this.watch();
    this.hook = hook;
    this.wasHandled = true;
  }

  /** Runs what has the session flush, and then the model: `willFlush` says whether it must have. */
  flushing(real: () => void, open: ModelControl | undefined, willFlush = true, isTurn = false): void {
    this.watch();
    this.#isTurn = isTurn;
    try {
      real();
    } finally {
      this.#isFlushing = false;
      this.#isTurn = false;
    }
    if (willFlush) this.#flushed(open);
    else if (this.calls.length > 0) throw new Error("hooks were called with no flush");
    for (const later of this.#later.splice(0)) later();
  }

  #flushed(open: ModelControl | undefined): void {
    const flushed = this.#isLoose ? undefined : this.model.flush(open);
    if (flushed === undefined) {
      this.flushes.loose++;
      this.#resync();
      // Whose hook was called for what waits now is not known.
      for (const modelControl of this.controls) modelControl.mayHaveUpdated = true;
    } else {
      this.flushes.strict++;
      checkHooks(this.calls, flushed, this.around);
      for (const modelControl of [...flushed.entering, ...flushed.leaving, ...flushed.reached]) {
        // An isolated control's own children may wait still.
        modelControl.mayHaveUpdated = false;
        modelControl.isTouched &&=
          modelControl.kind.isIsolated && modelControl !== open && flushed.reached.has(modelControl);
      }
    }
    this.#number();
    this.sent();
  }

  /** Ends the session: all that is mounted leaves, children first. */
  close(): void {
    this.watch();
    const leaving = this.model.mounted();
    this.session.close();
    const parents = new Map(leaving.map((modelControl) => [modelControl, modelControl.parent]));
    for (const modelControl of leaving) modelControl.flushed = undefined;
    const none = new Set<ModelControl>();
    checkHooks(this.calls, { entering: [], leaving, reached: none, changed: none, parents }, this.around);
  }

  /** Something may have been sent: the client is given all there is, if it can take it. */
  sent(): void {
    if (this.wire.writable$.value) this.model.send();
  }

  /** Takes over what the session came to where the model does not foresee it. */
  #resync(): void {
    const documents = this.session.documents();
    for (const modelControl of this.controls) modelControl.parent = undefined;
    const mounted = this.controls.filter(({ control }) => control.isMounted);
    const byId = new Map(mounted.map((modelControl) => [modelControl.control.id, modelControl]));
    for (const modelControl of this.controls) {
      const document = modelControl.control.isMounted ? documents[modelControl.control.id] : undefined;
      modelControl.flushed = undefined;
      if (document === undefined) continue;
      const { $slots = {}, ...values } = document;
      const entries = Object.entries($slots).map(([name, ids]) => [name, [ids].flat().map((id) => byId.get(id))]);
      const slots = new Map(entries as [string, ModelControl[]][]);
      modelControl.flushed = {
        values: values.$error === undefined ? values : { ...values, $error: true },
        slots,
      } satisfies FlushedState;
      for (const child of [...slots.values()].flat()) child.parent = modelControl;
    }
  }

  #number(): void {
    for (const modelControl of this.controls) {
      if (!modelControl.control.isMounted) continue;
      const { id } = modelControl.control;
      if (modelControl.id !== 0 && modelControl.id !== id)
        throw new Error(`${modelControl.name} was ${modelControl.id} and is ${id}`);
      if (modelControl.id === 0 && this.controls.some((other) => other.id === id))
        throw new Error(`${id} was given twice`);
      modelControl.id = id;
    }
  }

  // ---- where things are -------------------------------------------------------------------------------

  /** Whose child the app has made a control. */
  holderOf(thing: ModelControl): ModelControl | undefined {
    return this.controls.find((other) => other.children.includes(thing));
  }

  /** Whether a control is an isolated one or in one, as the app has it or as it is shown. */
  isNearBoundary(thing: ModelControl): boolean {
    for (let at: ModelControl | undefined = thing; at !== undefined; at = this.holderOf(at)) {
      if (this.model.boundaryOf(at) !== undefined) return true;
    }
    return false;
  }
}
