import { Column, Control, type Page, Text } from "runlet";
import { type Harness, mount } from "runlet/testing";
import type { ServerMessage, Update } from "runlet/transport";
import { sessionOf } from "../../../src/controls/page/page-session.ts";
import type { LinkConnection } from "../../../src/core/link/link-connection.ts";
import { operationsOf } from "../../../src/testing/test-client.ts";
import { compact } from "./compact.ts";
import { type Hook, Tracer } from "./tracer.ts";

const HOOKS: readonly Hook[] = ["build", "beforeUpdate", "didMount", "willUnmount"];
const tracers = new WeakMap<Control, Tracer>();

/** A leaf. Its text is its name. */
export class Item extends Text {}
/** A control whose children are in a property. */
export class Box extends Column {}
/** A control whose children come from `build()`. */
export class Widget extends Control {}
/** An isolated control, as long as its `answer` says so. */
export class Island extends Box {
  /** Called by `isIsolated()`. */
  answer: () => boolean = () => true;
  override isIsolated(): boolean {
    return this.answer();
  }
}

for (const { prototype } of [Item, Box, Widget]) {
  for (const hook of HOOKS) {
    Object.defineProperty(prototype, hook, {
      value(this: Control) {
        return tracers.get(this)?.run(this, hook);
      },
    });
  }
}

/** The controls that cases use. The `page` of a case says which of them are mounted at first. */
interface CaseControls {
  readonly a: Item;
  readonly b: Item;
  readonly c: Item;
  readonly d: Item;
  readonly e: Item;
  readonly f: Item;
  readonly g: Item;
  readonly h: Item;
  readonly n: Item;
  readonly p: Box;
  readonly q: Box;
  readonly r: Box;
  readonly v: Widget;
  readonly w: Widget;
  readonly i: Island;
  readonly j: Island;
}

/** What a case can use. */
export interface CaseContext extends CaseControls {
  readonly page: Page;
  /** Sets what a hook of one control does from now on. For `build`, also what it returns. */
  during(control: Control, hook: Hook, act: () => unknown): void;
  /** Calls `rebuild()`, and allows the trace one more call of `build()`. */
  rebuild(control: Control): void;
  /** Adds a line to the trace. */
  note(line: string): void;
  /** Adds a line to the trace and to the updates, to separate what happened before and after it. */
  mark(line: string): void;
  /** Waits for the end of the turn. */
  turn(): Promise<void>;
  fire(control: Control, event: string): Promise<void>;
  /** Ends the session. */
  close(): Promise<void>;
  advance(ms: number): Promise<void>;
}

/** What the runner observed of a case. */
export interface Outcome {
  readonly hooks: string;
  /** One line for each update. */
  readonly sent: readonly string[];
  readonly errors: readonly string[];
  readonly problems: readonly string[];
}

export class CaseRunner {
  readonly world: CaseContext;
  readonly h: Harness;
  readonly tracer: Tracer = new Tracer();
  readonly #controlsByName: CaseControls;
  /** Updates, and the marks between them. */
  #sent: (Update | string)[] = [];

  /** Mounts the controls in `tree`, such as `a p(b c)`. */
  constructor(tree: string) {
    this.#controlsByName = makeControls();
    for (const [name, control] of Object.entries(this.#controlsByName)) {
      tracers.set(control, this.tracer);
      this.tracer.name(control, name);
    }
    this.h = mount((page) => page.add(...this.#parse(tree)));
    const { page } = this.h;
    const { transport } = sessionOf(page).link.connection as LinkConnection;
    const { send } = transport;
    transport.send = (message: ServerMessage) => {
      if (message.type === "update") this.#sent.push(structuredClone(message));
      return send(message);
    };
    this.world = {
      ...this.#controlsByName,
      page,
      during: (control, hook, act) => this.tracer.during(control, hook, act),
      rebuild: (control) => {
        this.tracer.allowBuild(control);
        control.rebuild();
      },
      note: (line) => this.tracer.note(line),
      mark: (line) => {
        this.tracer.note(line);
        this.#sent.push(line);
      },
      turn: () => this.turn(),
      fire: (control, event) => this.h.fire(control, event),
      close: () => this.h.unmount(),
      advance: (ms) => this.h.advance(ms),
    };
    this.takeLines();
  }

  /** Waits for three turns of the event loop: for the scheduled flush, and for its consequences. */
  async turn(): Promise<void> {
    for (let n = 0; n < 3; n++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Returns what happened since the last call. */
  takeLines(): Outcome {
    const names = new Map<number, string>([[1, "page"]]);
    for (const [name, control] of Object.entries(this.#controlsByName)) {
      const id = idOf(control as Control);
      // A new control that was matched to a mounted one has the same id. The first name counts.
      if (id !== undefined && !names.has(id)) names.set(id, name);
    }
    return {
      hooks: this.tracer.takeLines().join(" · "),
      sent: this.#sent
        .splice(0)
        .map((sent) => (typeof sent === "string" ? sent : compact(operationsOf(sent), names).join(", "))),
      errors: this.h.takeErrors().map((error) => (error instanceof Error ? error.message : String(error))),
      problems: this.tracer.problems.splice(0),
    };
  }

  /** Returns the names of the controls that the app has put below a control. */
  namesUnder(control: { readonly controls: readonly Control[] }): string[] {
    const names = new Map(Object.entries(this.#controlsByName).map(([name, child]) => [child, name]));
    return control.controls.flatMap((child) => [
      names.get(child) ?? "?",
      ...(child instanceof Box ? this.namesUnder(child) : []),
    ]);
  }

  #parse(tree: string): Control[] {
    const tokens = tree.match(/\w|[()]/g) ?? [];
    const read = (): Control[] => {
      const controls: Control[] = [];
      for (let token = tokens.shift(); token !== undefined && token !== ")"; token = tokens.shift()) {
        if (token !== "(") controls.push(this.#controlsByName[token as keyof CaseControls]);
        else this.#fill(controls.at(-1) as Control, read());
      }
      return controls;
    };
    return read();
  }

  #fill(control: Control, children: Control[]): void {
    if (control instanceof Box) control.controls = children;
    else this.tracer.during(control, "build", () => children);
  }
}

function makeControls(): CaseControls {
  const item = (value: string) => new Item({ value });
  return {
    a: item("a"),
    b: item("b"),
    c: item("c"),
    d: item("d"),
    e: item("e"),
    f: item("f"),
    g: item("g"),
    h: item("h"),
    n: item("n"),
    p: new Box(),
    q: new Box(),
    r: new Box(),
    v: new Widget(),
    w: new Widget(),
    i: new Island(),
    j: new Island(),
  };
}

/** Returns undefined for a control that was never on the page. */
function idOf(control: Control): number | undefined {
  try {
    return control.id;
  } catch {
    return undefined;
  }
}
