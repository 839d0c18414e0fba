import type { Control } from "runlet";
import { RunletError } from "runlet";
import { Subject } from "rxjs";
import type { Session } from "../../../src/controls/page/host.ts";
import { Host, type HostOptions } from "../../../src/controls/page/host.ts";
import { store } from "./edits.ts";
import { type Around, type Call, checkHooks } from "./hooks.ts";
import { type Hooks, KINDS, type Kind, PAGE } from "./kinds.ts";
import { Model } from "./model.ts";
import { type FlushedState, ModelControl, type Script } from "./model-control.ts";
import { act, built } from "./scripts.ts";
import type { Follower, Source } from "./source.ts";
import { ManualClock, Wire } from "./wire.ts";

/** A session and its model. Every action is applied to both. */
export class TestRun implements Follower {
  /** Indices of the kinds that new controls may have, in the list of all kinds. */
  kinds: readonly number[] = [];
  readonly controls: ModelControl[] = [];
  readonly sources: Source[] = [];
  readonly byControl: Map<Control, ModelControl> = new Map();
  /** The actions so far, as source code. */
  readonly code: string[] = [];
  readonly wire: Wire = new Wire();
  readonly clock: ManualClock = new ManualClock();
  readonly session: Session;
  readonly model: Model;
  readonly page: ModelControl;
  /** Source of the effects of some controls. */
  readonly pulse$: Subject<void> = new Subject();
  readonly errors: string[] = [];
  readonly expected: string[] = [];
  readonly refused: string[] = [];
  calls: Call[] = [];
  around: Around = { updated: undefined, built: new Set(), touched: new Set(), edits: 0, hasMoved: false };
  /** The hook that is running. */
  hook: Call | undefined;
  /** Number of flushes that were compared with the model, and of those whose outcome was only taken over. */
  readonly flushes: { strict: number; loose: number } = { strict: 0, loose: 0 };
  /** Whether a handler of the app was called. */
  wasHandled = false;
  /** Last values of the client that were refused, by `id/name`. */
  readonly refusedValues: Map<string, unknown> = new Map();
  /** Whether the tree may be invalid, so that the model does not predict flushes. */
  isUnchecked = false;
  #isLoose = false;
  #isFlushing = false;
  /** Edits by `didMount` hooks at the end of a turn. They run right after it, as after an `await`. */
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
      // Time does not advance, so a rate limit would never allow anything again.
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

  // ---- edits of the app and the model -------------------------------------------------------------

  /** Edits the app and the model. Edits by `didMount` are not part of the flush that calls it. */
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

  /** Notes in the model that a property or a slot of a control was set. */
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

  /** Notes that a hook removes controls. Their move into or out of a waiting isolated control may be undone or not. */
  displaced(things: readonly ModelControl[]): void {
    if (!this.#isFlushing || this.hook?.hook === "didMount") return;
    const mayWait = ({ parent, children }: ModelControl): boolean =>
      (parent !== undefined && this.model.boundaryOf(parent) !== undefined) || children.some(mayWait);
    this.#isLoose ||= things.some(mayWait);
    // They may also have made the control of the hook mount early, inside an isolated control that waits.
    const isShown = ({ flushed, children }: ModelControl): boolean => flushed !== undefined || children.some(isShown);
    this.#isLoose ||= this.hook !== undefined && this.isNearBoundary(this.hook.thing) && things.some(isShown);
  }

  received(thing: ModelControl, property: string, value: unknown): void {
    if (property === thing.kind.list) {
      // The new list applies at once, while mounting. The replaced children leave now.
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

  /** Checks that the session has just rejected a command with this code, or no command. */
  expectRefusal(code: string | undefined): void {
    const refused = this.refused.splice(0);
    if (refused.join() !== (code ?? ""))
      throw new Error(`the code of the rejected command is "${refused}" instead of "${code ?? ""}"`);
  }

  /** A write of the client applies at once to both sides, wherever the control is. */
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

  /** Starts to record the calls of hooks. */
  watch(updated?: ModelControl): void {
    this.calls = [];
    if (updated !== undefined) updated.isTouched = true;
    this.around = {
      updated,
      built: new Set(this.controls.filter(({ isBuilt }) => isBuilt)),
      touched: new Set(this.controls.filter(({ isTouched }) => isTouched)),
      edits: 0,
      hasMoved: false,
    };
    this.#isLoose = this.isUnchecked;
    this.#isFlushing = true;
  }

  /** Runs a handler of the app, before the flush that follows it. */
  handle(run: () => void): void {
    const { hook } = this;
    this.hook = undefined;
    this.#isFlushing = false;
    run();
    this.watch();
    this.hook = hook;
    this.wasHandled = true;
  }

  /**
   * Runs an action that makes the session flush, and then flushes the model. `willFlush` is whether a flush must
   * happen, and `updated` the control that `update()` was called on.
   */
  flushing(
    real: () => void,
    open: ModelControl | undefined,
    willFlush = true,
    isTurn = false,
    updated?: ModelControl,
  ): void {
    this.watch(updated);
    this.#isTurn = isTurn;
    try {
      real();
    } finally {
      this.#isFlushing = false;
      this.#isTurn = false;
    }
    if (willFlush) this.#flushed(open);
    else if (this.calls.length > 0) throw new Error("hooks were called without a flush");
    for (const later of this.#later.splice(0)) later();
  }

  #flushed(open: ModelControl | undefined): void {
    const flushed = this.#isLoose ? undefined : this.model.flush(open);
    if (flushed === undefined) {
      this.flushes.loose++;
      this.#resync();
      // It is unknown which of the waiting controls had their hook called.
      for (const modelControl of this.controls) modelControl.mayHaveUpdated = true;
    } else {
      this.flushes.strict++;
      checkHooks(this.calls, flushed, this.around);
      for (const modelControl of [...flushed.entering, ...flushed.leaving, ...flushed.reached]) {
        // The children of an isolated control may still wait.
        modelControl.mayHaveUpdated = false;
        modelControl.isTouched &&=
          modelControl.kind.isIsolated && modelControl !== open && flushed.reached.has(modelControl);
      }
    }
    this.#number();
    this.sent();
  }

  /** Ends the session. All mounted controls leave, children first. */
  close(): void {
    this.watch();
    const leaving = this.model.mounted();
    this.session.close();
    const parents = new Map(leaving.map((modelControl) => [modelControl, modelControl.parent]));
    for (const modelControl of leaving) modelControl.flushed = undefined;
    const none = new Set<ModelControl>();
    checkHooks(this.calls, { entering: [], leaving, reached: none, changed: none, parents }, this.around);
  }

  /** Gives the model's client everything, if the client can take updates. */
  sent(): void {
    if (this.wire.writable$.value) this.model.send();
  }

  /** Takes over the state of the session where the model does not predict it. */
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
        throw new Error(`the id of ${modelControl.name} was ${modelControl.id} and is ${id}`);
      if (modelControl.id === 0 && this.controls.some((other) => other.id === id))
        throw new Error(`the id ${id} was assigned twice`);
      modelControl.id = id;
    }
  }

  // ---- positions in the tree ----------------------------------------------------------------------

  /** Returns the control of which the app has made a control a child. */
  holderOf(thing: ModelControl): ModelControl | undefined {
    return this.controls.find((other) => other.children.includes(thing));
  }

  /** Returns whether a control is isolated or inside an isolated one, in the app's tree or as shown. */
  isNearBoundary(thing: ModelControl): boolean {
    for (let at: ModelControl | undefined = thing; at !== undefined; at = this.holderOf(at)) {
      if (this.model.boundaryOf(at) !== undefined) return true;
    }
    return false;
  }
}
