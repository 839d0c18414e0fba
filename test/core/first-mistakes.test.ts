import { Button, Column, Container, Control, each, state, Text, TextField } from "runlet";
import { of } from "rxjs";
import { expect, test } from "vitest";
import { reported } from "../support/reported.ts";

/** Controls as JavaScript sees them: any name and any value compiles. */
type Js = { [member: string]: (...given: unknown[]) => unknown };
const js = (control: Control) => control as unknown as Js;

class ArrowBuild extends Control {
  override build = () => new Text({ value: "a" });
}
class ArrowMount extends Text {
  override didMount = async () => {};
}
class ArrowCatch extends Control {
  override didCatch = () => true;
}

test.each([
  [ArrowBuild, "build"],
  [ArrowMount, "didMount"],
] as const)("a hook that is a class field is an error: %s", async (kind, hook) => {
  const [message] = await reported((page) => page.add(new kind()));
  expect(message).toContain(`has a class field "${hook}", which is never called. Write a method, ${hook}() { … }`);
});

test("an optional hook may be a class field", async () => {
  expect(await reported((page) => page.add(new ArrowCatch()))).toEqual([]);
});

class FromReact extends Text {
  componentDidMount() {}
}
class FromElement extends Text {
  disconnectedCallback() {}
}
class FromElsewhere extends Text {
  did_unmount() {}
}

test.each([
  [FromReact, "didMount"],
  [FromElement, "willUnmount"],
  [FromElsewhere, "willUnmount"],
] as const)("a hook of another framework is an error that names the one here: %s", (kind, hook) => {
  expect(() => new kind()).toThrow(`is never called. The hook is ${hook}()`);
});

test("bind() takes an Observable, and no handler", () => {
  const button = js(new Button());
  expect(() => button.bind?.("width", 3)).toThrow("Button.width can be bound to an Observable, not to 3.");
  expect(() => button.bind?.("width")).toThrow("not to undefined");
  expect(() =>
    button.bind?.(
      "onClick",
      of(() => {}),
    ),
  ).toThrow("Button.onClick is a handler: assign a function to it.");
});

test("a control that is spread into a constructor is an error, because nothing is copied", () => {
  const text = new Text({ value: "a" });
  expect(() => new Text({ ...text, color: "red" })).toThrow("new Text(): { ...control } copies no properties");
  expect(() => new Column({ ...new Text() } as never)).toThrow("the control Text.");
});

test("each() says what it takes and what its function must return", async () => {
  const call = each as unknown as (...given: unknown[]) => never;
  const identity = (n: number) => n;
  expect(() => call([1], identity, () => new Text())).toThrow(
    "each() takes an Observable of a list, such as state([…])",
  );
  const messages = await reported((page) => {
    const made = call(of([1, 2]), identity, (_: unknown, n: number) => (n === 1 ? null : new Text({ value: "two" })));
    page.add(new Column({ key: "list", controls: made }));
  });
  expect(messages).toEqual([
    "Page > Column#list[0].controls: the function given to each() must return a control, and it returned null for the key 1. To show nothing for an item, filter the list.",
  ]);
});

test("update() of a state says that a function changed the value and returned another one", () => {
  const list = state<string[]>(["a"]);
  const push = ((draft: string[]) => draft.push("b")) as never;
  expect(() => list.update(push)).toThrow("changed the value in place, and returned 2 as well");
  const nested = state({ names: ["b", "a"] });
  expect(() => nested.update(((draft: { names: string[] }) => draft.names.sort()) as never)).toThrow(
    "changed the value in place, and returned an object as well",
  );
  const fail = () => {
    throw new Error("[Immer] of the app");
  };
  expect(() => list.update(fail)).toThrow("[Immer] of the app");
  list.update((draft) => void draft.push("b"));
  expect(list.value).toEqual(["a", "b"]);
});

test("rebuild() inside build() is an error with the control's path", async () => {
  class Endless extends Control {
    override build() {
      this.rebuild();
      return new Text();
    }
  }
  const messages = await reported((page) => page.add(new Endless()));
  expect(messages).toEqual(["Page > Endless[0]: build() called rebuild(), which would never end."]);
});

class Composed extends Control {
  constructor(props?: object) {
    super(props);
  }
  override build() {
    return new Text();
  }
}

test.each(["title", "content", "children"])("an undeclared property %s of a composed control says spec()", (name) => {
  const message = expect.stringContaining("A property of Composed itself must be declared by spec().");
  expect(() => new Composed({ [name]: "x" })).toThrow(expect.objectContaining({ message }));
  expect(() => new Composed({ [name]: "x" })).not.toThrow(/"content"|"controls"| content, | controls, /);
});

test.each([
  [Column, "mainAxisAlignment", "alignment"],
  [Column, "alignItems", "horizontalAlignment"],
  [Container, "flex", "expand"],
  [Container, "data-testid", "key"],
  [Button, "aria-label", "tooltip"],
  [TextField, "type", "password"],
] as const)("%s: %s is answered with %s", (kind, name, meant) => {
  expect(() => new (kind as typeof Control)({ [name]: "x" } as never)).toThrow(`Did you mean "${meant}"?`);
});
