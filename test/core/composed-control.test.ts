import { Column, Control, type LayoutProps, RunletError, state, Text } from "runlet";
import { event, type In, integer, type Literal, type Mode, type Spec, slot, spec, text } from "runlet/spec";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Meter } from "./meter.ts";

test("its properties are read, set, bound and checked, and cause beforeUpdate()", async () => {
  const label$ = state("a");
  const meter = new Meter({ value: 1, label: label$ });
  const h = mount((page) => page.add(meter));
  expect(h.getByText("a1")).toBeInstanceOf(Text);
  label$.set("b");
  meter.value = 2;
  await h.flush();
  h.getByText("b2");
  const value$ = state(7);
  meter.bind("value", value$);
  await h.flush();
  h.getByText("b7");
  expect(() => void (meter.value = "8" as never)).toThrow(RunletError);
  expect(() => void (meter.value = -1)).toThrow("Meter[0].value must be at least 0");
  meter.reset("value");
  await h.flush();
  h.getByText("b0");
  value$.set(9);
  await h.flush();
  h.getByText("b0");
  await h.unmount();
});

test("only what build() returned is sent: no property and no handler of the control", async () => {
  const meter = new Meter({ value: 1, label: "x", width: 300, onRaise: () => {} });
  const h = mount((page) => page.add(meter));
  const subscription = meter.events("raise").subscribe();
  await h.flush();
  const shown = h.documents()[meter.id] as { $slots?: unknown };
  expect(shown).toEqual({ $type: "Control", width: 300, $slots: shown.$slots });
  h.takeOperations();
  meter.value = 2;
  await h.flush();
  expect(h.takeOperations()).toEqual([{ op: "replace", path: `/${h.getByText("x2").id}/value`, value: "x2" }]);
  subscription.unsubscribe();
  await expect(h.fire(meter, "raise", 3)).rejects.toThrow(/unknown-event|has no event/);
  await expect(h.write(meter, { value: 3 })).rejects.toThrow(/value/);
  await h.unmount();
});

test("emit() calls the handler and the subscribers, with errors reported and data checked", async () => {
  const raised: unknown[] = [];
  const meter = new Meter({ onRaise: ({ data, control, name }) => raised.push([name, data, control === meter]) });
  const errors: unknown[] = [];
  const h = mount((page) => {
    page.onError = ({ error, where }) => errors.push([(error as Error).message, where.name]);
    page.add(meter);
  });
  meter.events("raise").subscribe(({ data }) => raised.push(data));
  await h.tap(h.getByText("Raise"));
  expect(raised).toEqual([1, ["raise", 1, true]]);
  expect(() => meter.emit("raise", "x")).toThrow("the data must be");
  expect(() => meter.emit("rise" as never)).toThrow('Did you mean "onRaise"?');
  meter.onRaise = () => {
    throw new Error("no");
  };
  meter.emit("raise", 2);
  expect(errors).toEqual([["no", "onRaise"]]);
  h.page.remove(meter);
  await h.flush();
  expect(() => meter.emit("raise", 2)).toThrow(/not on a page/);
  await h.unmount();
});

test("a subclass of a composed control, and one of a control with a renderer, keep this", async () => {
  class Big extends Meter {
    override beforeUpdate(): void {
      super.beforeUpdate();
      this.tooltip = "big";
    }
  }
  interface PanelProps<M extends Mode = Literal> extends LayoutProps<M> {
    /** Title. Default `""`. */
    title?: In<M, string>;
  }
  class Panel extends Column {
    static override readonly spec: Spec<PanelProps> = spec<PanelProps>({
      parent: Column,
      properties: { title: text("") },
    });
    declare title: string;
    override build() {
      return [new Text({ value: this.title })];
    }
  }
  const big = new Big({ value: 3, label: "n" });
  const panel = new Panel({ title: "T" } as never);
  const h = mount((page) => page.add(big, panel));
  h.getByText("n3");
  h.getByText("T");
  expect(h.documents()[big.id]).toMatchObject({ $type: "Control", tooltip: "big" });
  expect(h.documents()[panel.id]).toEqual({ $type: "Column", $slots: { controls: [h.getByText("T").id] } });
  await h.unmount();
});

test.each(["update", "emit", "page", "key", "toString"])("a property named %s, like a member, is an error", (name) => {
  class Hiding extends Control {
    static override readonly spec: typeof Control.spec = spec({
      parent: Control,
      properties: { [name]: text("") } as never,
    });
  }
  expect(() => new Hiding()).toThrow(`Hiding declares a property "${name}", which is the name of a member`);
});

test("a declaration of another form is an error that shows the right one", () => {
  expect(() => spec("Meter" as never)).toThrow(expect.objectContaining({ code: "bad-spec" }));
  expect(() => spec({ properties: {} } as never)).toThrow("such as parent: Control");
  const properties = (entries: object) => () => spec({ parent: Control, properties: entries as never });
  expect(properties({ pick: event() })).toThrow('The event "pick" must be named like its handler: "onPick".');
  expect(properties({ onPick: text("") })).toThrow('The property "onPick" is named like the handler of an event.');
  expect(properties({ value: text("").writable() })).toThrow('The property "value" is writable() by a client');
  expect(() => integer(-1, { min: 0 })).toThrow("The default -1 must be at least 0");
  expect(() => spec<{ content?: Control | null }>({ parent: Control, properties: { content: slot() } })).toThrow(
    'The property "content" has the name of the slot that takes the result of build()',
  );
});
