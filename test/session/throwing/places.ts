import {
  Button,
  Column,
  Control,
  callClient,
  type EventHandler,
  each,
  type LayoutProps,
  type Page,
  state,
  Text,
} from "runlet";
import { event, method, number, type Spec, spec, type Type, value } from "runlet/spec";
import { BehaviorSubject, Observable, tap, throwError } from "rxjs";

/** What the type and the guard of {@link Own} do when they check a value. */
let checking: () => undefined = () => undefined;

/** Lets {@link Own} accept every value again. */
export function acceptAll(): void {
  checking = () => undefined;
}

/** A type that the app has written itself. */
const ownType: Type<number> = { name: "own", check: () => checking() };

interface OwnProps extends LayoutProps {
  level?: number;
  guarded?: number;
  onOwn?: EventHandler<Own, number> | undefined;
}

/** A control with a declaration of its own, as an app with a renderer of its own writes it. */
class Own extends Control {
  static override readonly spec: Spec<OwnProps> = spec<OwnProps>({
    type: "Own",
    parent: Control,
    properties: {
      level: value<number, number>(ownType, 0).writable(),
      guarded: number(0).writable(() => checking()),
      onOwn: event(ownType),
    },
    methods: { read: method(undefined, ownType) },
  });

  constructor(props?: OwnProps) {
    super(props);
  }
}

/** Name of the member because of which an object counts as a promise. */
const THEN = "then";

type Hook = "build" | "beforeUpdate" | "didMount" | "willUnmount" | "own" | "effect";

/** A control with a hook that does what a place asks for. */
class Probe extends Text {
  readonly #hook: Hook;
  readonly #act: () => unknown;

  constructor(hook: Hook, act: () => unknown) {
    super();
    this.#hook = hook;
    this.#act = act;
  }
  #run(hook: Hook): unknown {
    return hook === this.#hook ? this.#act() : undefined;
  }
  override build(): void {
    if (this.#hook === "effect") this.effect(new BehaviorSubject(1).pipe(tap(() => this.#act())));
    this.#run("build");
  }
  override beforeUpdate(): void {
    this.#run("beforeUpdate");
  }
  override didMount(): void {
    if (this.#hook === "own") this.own(() => void this.#act());
    return this.#run("didMount") as undefined;
  }
  override willUnmount(): void {
    return this.#run("willUnmount") as undefined;
  }
}

class Isolated extends Column {
  act: () => boolean = () => false;
  override isIsolated(): boolean {
    return this.act();
  }
}

class Catching extends Column {
  readonly #act: () => unknown;
  constructor(act: () => unknown, child: Control) {
    super({ controls: [child] });
    this.#act = act;
  }
  override didCatch(): boolean {
    return this.#act() as boolean;
  }
}

/** What a place can use. */
export interface Scene {
  readonly page: Page;
  /** Throws the value of the test. */
  readonly fail: () => never;
  /** Shows what was changed, as at the end of a turn. */
  flush(): void;
  /** Sends commands of the client. */
  send(...commands: readonly object[]): void;
  /** Cuts the client's connection, and connects it again. */
  reconnect(): Promise<void>;
}

/** Puts a control on the page, and takes it out again. */
function show({ page, flush }: Scene, control: Control): void {
  page.add(control);
  flush();
  page.remove(control);
  flush();
}

/** Puts a button on the page, and clicks it. */
function click({ page, flush, send }: Scene, onClick: () => unknown): void {
  const button = new Button({ content: "x", onClick: onClick as () => void });
  page.add(button);
  flush();
  send({ id: button.id, event: "click" });
}

/** Shows a control of the app's own type, and sends what its check refuses to read. */
function ownControl(scene: Scene, command: object): void {
  const own = new Own({ onOwn: () => {} });
  scene.page.add(own);
  scene.flush();
  checking = scene.fail;
  try {
    scene.send({ id: own.id, ...command });
  } finally {
    acceptAll();
  }
}

const hook = (name: Hook) => (scene: Scene) => show(scene, new Probe(name, scene.fail));
const asyncHook = (name: Hook) => (scene: Scene) => show(scene, new Probe(name, async () => scene.fail()));

/** Places where code of an app runs, with code that lets it throw there once. */
export const PLACES: { readonly [title: string]: (scene: Scene) => unknown } = {
  "a handler": (scene) => click(scene, scene.fail),
  "an async handler": (scene) => click(scene, async () => scene.fail()),
  "a handler, after a wait": (scene) =>
    click(scene, async () => {
      await scene.page.sleep(0);
      scene.fail();
    }),
  "the then of what a handler returns": (scene) => click(scene, () => ({ [THEN]: scene.fail })),
  "a getter of the then of what a handler returns": (scene) =>
    click(scene, () => Object.defineProperty({}, THEN, { get: scene.fail })),
  "the then of a function that a handler returns": (scene) =>
    click(scene, () => Object.assign(() => {}, { [THEN]: scene.fail })),
  "build()": hook("build"),
  "beforeUpdate()": hook("beforeUpdate"),
  "didMount()": hook("didMount"),
  "async didMount()": asyncHook("didMount"),
  "willUnmount()": hook("willUnmount"),
  "async willUnmount()": asyncHook("willUnmount"),
  "isIsolated()": ({ page, flush, fail }) => {
    const isolated = new Isolated();
    page.add(isolated);
    flush();
    isolated.act = fail;
    isolated.controls.push(new Text());
    flush();
    isolated.act = () => false;
  },
  "a teardown: own()": hook("own"),
  "an effect": hook("effect"),
  "a task": ({ page, fail }) => void page.runTask(async () => fail()),
  "a task that is not async": ({ page, fail }) => void page.runTask(fail),
  "a task whose name is a symbol": ({ page, fail }) =>
    void page.runTask(Object.defineProperty(async () => fail(), "name", { value: Symbol("name") })),
  "page.loop": ({ page, fail }) => page.loop.schedule(fail, 0),
  "pubsub: subscribe()": ({ page, fail }) => {
    page.pubsub.subscribeTopic("t", fail);
    page.pubsub.sendAllOnTopic("t", 1);
  },
  "pubsub: async subscribe()": ({ page, fail }) => {
    page.pubsub.subscribeTopic("t", async () => fail());
    page.pubsub.sendAllOnTopic("t", 1);
  },
  "pubsub: a topic without a prototype": ({ page, fail }) => {
    const topic = Object.create(null) as string;
    page.pubsub.subscribeTopic(topic, fail);
    page.pubsub.sendAllOnTopic(topic, 1);
  },
  "pubsub: messages()": ({ page, fail }) => {
    page.pubsub.messages("t").subscribe(fail);
    page.pubsub.sendAllOnTopic("t", 1);
  },
  "a stream of a property fails": (scene) => show(scene, new Text({ value: throwError(scene.fail) })),
  "a stream of a property: subscribe() throws": (scene) => show(scene, new Text({ value: new Observable(scene.fail) })),
  "a stream of a property: its teardown": (scene) =>
    show(scene, new Text({ value: new Observable<string>(() => scene.fail) })),
  "each(): the key": (scene) => show(scene, new Column({ controls: each(state([1]), scene.fail, () => new Text()) })),
  "each(): the control": (scene) => show(scene, new Column({ controls: each(state([1]), (item) => item, scene.fail) })),
  "state: update()": (scene) => click(scene, () => state({ a: 1 }).update(scene.fail)),
  "a subscriber of changes()": ({ page, fail }) => {
    page.changes("title").subscribe(fail);
    page.title = `${page.title ?? ""}x`;
  },
  "a subscriber of events()": (scene) => {
    const button = new Button({ content: "x" });
    button.events("click").subscribe(scene.fail);
    scene.page.add(button);
    scene.flush();
    scene.send({ id: button.id, event: "click" });
  },
  "the check of a value that the client writes": (scene) => ownControl(scene, { write: { level: 1 } }),
  "the guard of a value that the client writes": (scene) => ownControl(scene, { write: { guarded: 1 } }),
  "the check of the data of an event": (scene) => ownControl(scene, { event: "own", data: 1 }),
  "the check of a method's answer": ({ page, flush, fail }) => {
    const own = new Own();
    page.add(own);
    checking = fail;
    const read = async () => {
      await callClient(own, "read");
    };
    void page.runTask(read);
    flush();
  },
  "a didCatch": (scene) => {
    const child = new Probe("didMount", () => {
      throw new Error("first");
    });
    show(scene, new Catching(scene.fail, child));
  },
  "an async didCatch": (scene) => {
    const child = new Probe("didMount", () => {
      throw new Error("first");
    });
    show(scene, new Catching(async () => scene.fail(), child));
  },
  "page.onDisconnect": async ({ page, fail, reconnect }) => {
    page.onDisconnect = fail;
    await reconnect();
    page.onDisconnect = undefined;
  },
  "page.onConnect": async ({ page, fail, reconnect }) => {
    page.onConnect = async () => fail();
    await reconnect();
    page.onConnect = undefined;
  },
};
