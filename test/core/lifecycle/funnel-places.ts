import { Column, type Page, Text, TextSpan } from "runlet";
import { Observable, throwError } from "rxjs";

/** The part of `page.pubsub` that the places use. */
interface PubSub {
  subscribe(handler: (message: unknown) => unknown): unknown;
  messages(): Observable<unknown>;
  sendAll(message: unknown): void;
}
export const HAS_PUBSUB = true;

type Hook = "build" | "beforeUpdate" | "didMount" | "willUnmount" | "isIsolated";

/** A control with hooks that do what a place asks for. */
export class Probe extends Text {
  readonly acts: { [hook in Hook]?: () => unknown } = {};
  override build(): void {
    return this.acts.build?.() as undefined;
  }
  override beforeUpdate(): void {
    return this.acts.beforeUpdate?.() as undefined;
  }
  override didMount(): void {
    return this.acts.didMount?.() as undefined;
  }
  override willUnmount(): void {
    return this.acts.willUnmount?.() as undefined;
  }
  override isIsolated(): boolean {
    return this.acts.isIsolated?.() as boolean;
  }
}

export class Guard extends Column {}

/** What a place can use. */
export interface Scene {
  readonly page: Page;
  /** A mounted control, whose `didCatch` is tested. */
  readonly guard: Guard;
  /** The control inside the guard, next to a witness. At a place that is `late`, it mounts only during the test. */
  readonly probe: Probe;
  /** Puts the probe and its witness into the guard, or takes them out. */
  enter(): void;
  leave(): void;
  /** Simulates a tap on the probe. */
  tap(): void;
}

/** One of the places where an app's code runs. */
export interface Place {
  readonly title: string;
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  /** Whether the code may also return a promise that rejects. */
  readonly isAsync: boolean;
  /** Whether the probe mounts only by `cause`. */
  readonly isLate?: boolean;
  /** Whether the error is shown in an error box, and so without a notice. */
  readonly hasBox?: boolean;
  /** Runs `fail`, which throws or rejects, at this place. */
  readonly main?: (scene: Scene, fail: () => unknown) => unknown;
  readonly cause?: (scene: Scene, fail: () => unknown) => void;
}

const INSIDE = "Page > Guard[0] > Probe[0]";
/** The path of a control that leaves: it has no index anymore. */
const GONE = "Page > Guard[0] > Probe";

const hook = (name: Hook, rest: Partial<Place> = {}): Place => ({
  title: `${name}()`,
  kind: "hook",
  name,
  path: INSIDE,
  isAsync: true,
  cause: ({ probe }, fail) => {
    probe.acts[name] = fail;
    probe.value = "x";
  },
  ...rest,
});
const late = (name: Hook): Partial<Place> => ({
  isLate: true,
  cause: ({ probe, enter }, fail) => {
    probe.acts[name] = fail;
    enter();
  },
});

const ALL: readonly (Place | false)[] = [
  { title: "main", kind: "main", name: "main", path: "Page", isAsync: true, main: (_, fail) => fail() },
  // A promise from build() is an error itself: see error-box.test.ts.
  hook("build", { ...late("build"), hasBox: true, isAsync: false }),
  hook("beforeUpdate"),
  hook("didMount", late("didMount")),
  hook("willUnmount", {
    path: GONE,
    cause: ({ probe, leave }, fail) => {
      probe.acts.willUnmount = fail;
      leave();
    },
  }),
  hook("isIsolated", {
    // isIsolated() is called when a control below it changes.
    cause: ({ probe }, fail) => {
      probe.acts.isIsolated = fail;
      probe.spans = [new TextSpan({ text: "x" })];
    },
  }),
  {
    title: "a handler",
    kind: "handler",
    name: "onTap",
    path: INSIDE,
    isAsync: true,
    cause: ({ probe, tap }, fail) => {
      probe.onTap = fail as () => void;
      tap();
    },
  },
  {
    title: "an Observable of a property: an error in the stream",
    kind: "observable",
    name: "value",
    path: INSIDE,
    isAsync: false,
    cause: ({ probe }, fail) => probe.bind("value", throwError(fail)),
  },
  {
    title: "an Observable of a property: its subscribe() throws",
    kind: "observable",
    name: "value",
    path: INSIDE,
    isAsync: false,
    cause: ({ probe }, fail) => probe.bind("value", new Observable<string>(() => void fail())),
  },
  {
    title: "a subscriber of changes()",
    kind: "observable",
    name: "value",
    path: INSIDE,
    isAsync: true,
    cause: ({ probe }, fail) => {
      probe.changes("value").subscribe(fail);
      probe.value = "x";
    },
  },
  {
    title: "a subscriber of events()",
    kind: "observable",
    name: "onTap",
    path: INSIDE,
    isAsync: true,
    cause: ({ probe, tap }, fail) => {
      probe.events("tap").subscribe(fail);
      tap();
    },
  },
  {
    title: "an effect",
    kind: "effect",
    name: "effect",
    path: INSIDE,
    isAsync: false,
    cause: ({ probe }, fail) => probe.effect(throwError(fail)),
  },
  {
    title: "a task",
    kind: "task",
    name: "work",
    path: INSIDE,
    isAsync: true,
    cause: ({ probe }, fail) => {
      // The promise is not awaited. That is not an unhandled rejection of the process.
      void probe.runTask(function work() {
        return fail() as Promise<void>;
      });
    },
  },
  {
    title: "a task of the page",
    kind: "task",
    name: "work",
    path: "Page",
    isAsync: true,
    cause: ({ page }, fail) => {
      void page.runTask(function work() {
        return fail() as Promise<void>;
      });
    },
  },
  {
    title: "a teardown: own()",
    kind: "teardown",
    name: "own",
    path: GONE,
    isAsync: true,
    cause: ({ probe, leave }, fail) => {
      probe.own(fail as () => void);
      leave();
    },
  },
  {
    title: "a teardown: of a property's Observable",
    kind: "teardown",
    name: "value",
    path: GONE,
    isAsync: false,
    cause: ({ probe, leave }, fail) => {
      probe.bind("value", new Observable<string>(() => () => void fail()));
      leave();
    },
  },
  HAS_PUBSUB && {
    title: "a callback of pub/sub",
    kind: "pubsub",
    name: "message",
    path: "Page",
    isAsync: true,
    cause: ({ page }, fail) => {
      const { pubsub } = page as unknown as { readonly pubsub: PubSub };
      pubsub.subscribe(fail);
      pubsub.sendAll("message");
    },
  },
  HAS_PUBSUB && {
    title: "a subscriber of messages() of pub/sub",
    kind: "pubsub",
    name: "message",
    path: "Page",
    isAsync: true,
    cause: ({ page }, fail) => {
      const { pubsub } = page as unknown as { readonly pubsub: PubSub };
      pubsub.messages().subscribe(fail);
      pubsub.sendAll("message");
    },
  },
];

/** All places except `didCatch` itself, whose errors come in addition to another error. */
export const PLACES: readonly Place[] = ALL.filter((place) => place !== false);

/** Which handlers receive an error, depending on what `didCatch` and `page.onError` do. */
export interface Answer {
  /** What the nearest `didCatch` does. With "none", there is no `didCatch`. */
  readonly guard: "none" | "true" | "false" | "throws";
  readonly onError: "none" | "set" | "throws";
  /** The receivers of the error. With "log", the client also gets a notice with the id of the error. */
  readonly hears: readonly ("didCatch" | "page.onError" | "log")[];
  /** The handlers that throw an error of their own. */
  readonly own: { readonly didCatch?: true; readonly onError?: true };
}

export const ANSWERS: readonly Answer[] = [
  { guard: "none", onError: "none", hears: ["log"], own: {} },
  { guard: "none", onError: "set", hears: ["page.onError"], own: {} },
  { guard: "none", onError: "throws", hears: ["page.onError", "log"], own: { onError: true } },
  { guard: "true", onError: "none", hears: ["didCatch"], own: {} },
  { guard: "true", onError: "set", hears: ["didCatch"], own: {} },
  { guard: "true", onError: "throws", hears: ["didCatch"], own: {} },
  { guard: "false", onError: "none", hears: ["didCatch", "log"], own: {} },
  { guard: "false", onError: "set", hears: ["didCatch", "page.onError"], own: {} },
  { guard: "false", onError: "throws", hears: ["didCatch", "page.onError", "log"], own: { onError: true } },
  { guard: "throws", onError: "none", hears: ["didCatch", "log"], own: { didCatch: true } },
  { guard: "throws", onError: "set", hears: ["didCatch", "page.onError"], own: { didCatch: true } },
  {
    guard: "throws",
    onError: "throws",
    hears: ["didCatch", "page.onError", "log"],
    own: { didCatch: true, onError: true },
  },
];
