import { Checkbox, Container, Control, type Page, Row, type RunletError, Text, TextField, type TextSpan } from "runlet";
import { mount } from "runlet/testing";
import { memoryTransport } from "runlet/transport";
import { describe, expect, test, vi } from "vitest";
import { Host } from "../../src/controls/page/host.ts";
import type { ServerMessage, Update } from "../../src/protocol/messages.ts";
import { eventually } from "../support/patience.ts";

const silent = { info() {}, warn() {}, error() {} };

/** A session with a client that sends exactly what the test says. */
function connectRaw(main: (page: Page) => void) {
  const { server, client } = memoryTransport();
  const refused: RunletError[] = [];
  const session = new Host(main, { log: silent, onRefused: (error) => void refused.push(error) }).connect(server);
  const received: ServerMessage[] = [];
  client.messages$.subscribe((message) => received.push(message));
  const send = (message: unknown) => client.send(message as never);
  return { session, refused, received, send, closed: client.closed };
}

const hello = { type: "hello", protocol: 2 };
const commands = (...list: object[]) => ({ type: "commands", seq: 1, commands: list });

describe("a malformed message ends the connection", () => {
  test.each([
    ["not an object", 7, /it must be an object, not 7/],
    ["an unknown first type", { type: "shout" }, /the first must be "hello", not "shout"/],
    ["another protocol", { type: "hello", protocol: 1 }, /The client speaks protocol 1 and the server 2\. Reload/],
    ["nested too deeply", JSON.parse(`${"[".repeat(40)}1${"]".repeat(40)}`), /more than 32 levels/],
    ["a text that is too long", { type: "x".repeat(70_000) }, /a text over 65536 characters/],
    ["a forbidden key", JSON.parse('{"__proto__": {"isAdmin": true}}'), /the key __proto__/],
  ])("%s", async (_, message, text) => {
    const raw = connectRaw(() => {});
    raw.send(message);
    expect(raw.refused[0]?.message).toMatch(text);
    expect((await raw.closed).code).toBeGreaterThanOrEqual(1002);
  });

  test.each([
    ["hello twice", hello, /hello twice/],
    ["an unknown type", { type: "shout" }, /there is no type "shout"/],
    ["a seq that was never sent", { type: "ack", seq: 99 }, /"seq" must be an update that was sent, not 99/],
    ["no commands", commands(), /must be an array of 1 to 50/],
    ["a cmd that is a string", commands({ cmd: "1", id: 1, event: "click" }), /must be a command's number, not "1"/],
    ["an invalid id", commands({ cmd: 1, id: -1, event: "click" }), /"id" must be a control's number, not -1/],
    [
      "an event and a write at once",
      commands({ cmd: 1, id: 1, event: "click", write: {} }),
      /either an "event", a "write" or a "result"/,
    ],
  ])("%s", async (_, message, text) => {
    const raw = connectRaw(() => {});
    raw.send(hello);
    raw.send(message);
    expect(raw.refused[0]?.message).toMatch(text);
    expect((await raw.closed).code).toBe(1002);
    expect(raw.session.isConnected).toBe(false);
    // The session stays open. Otherwise a forged message could end the session of a person.
    expect(raw.session.isOpen).toBe(true);
    raw.session.close();
  });

  test("a gap in the commands is requested again, and 51 commands in a message are too many", async () => {
    const raw = connectRaw(() => {});
    raw.send(hello);
    raw.send(commands({ cmd: 3, id: 1, event: "click" }));
    expect(raw.received.at(-1)).toEqual({ type: "resend", cmd: 0 });
    raw.send(commands(...Array.from({ length: 51 }, () => ({}))));
    expect((await raw.closed).code).toBe(1008);
  });
});

test("a rejected write to the name of a method is reverted like any other", async () => {
  const text = new Text({ value: "mine" });
  const h = mount(text);
  h.takeOperations();
  await expect(h.write(text, { hasOwnProperty: "x" })).rejects.toThrow("no such property");
  expect(h.takeOperations()).toEqual([{ op: "remove", path: `/${text.id}/hasOwnProperty` }]);
});

test("data from a client has no prototype, so it cannot replace a method", async () => {
  const seen: unknown[] = [];
  const text = new Container({ onTapDown: ({ data }) => void seen.push(data) });
  const h = mount(text);
  const position = { x: 1, y: -0 };
  await h.fire(text, "tapDown", { kind: "touch", localPosition: position, globalPosition: position });
  const [data] = seen as [{ localPosition: { y: number } }];
  expect(Object.getPrototypeOf(data)).toBeNull();
  expect(Object.getPrototypeOf(data.localPosition)).toBeNull();
  expect(Object.is(data.localPosition.y, 0)).toBe(true);
});

describe("a command that is not allowed is rejected, and changes nothing", () => {
  test("a write to a property that the client may not write", async () => {
    const text = new Text({ value: "mine" });
    const h = mount(text);
    await expect(h.write(text, { value: "theirs" })).rejects.toThrow(
      `Page > Text[0].value can be set by the app only: the client's write of "theirs" was refused.`,
    );
    expect(text.value).toBe("mine");
    expect(h.tree()).toMatchObject({ controls: [{ value: "mine" }] });
  });

  test.each(["nope", "constructor", "__defineGetter__", "parent", "page", "hasOwnProperty"])(
    "a write to %s",
    async (name) => {
      const raw = connectRaw((page) => page.add(new Text()));
      raw.send(hello);
      raw.send(commands({ cmd: 1, id: 2, write: { [name]: 1 } }));
      expect(raw.refused[0]?.message).toMatch(
        name === "constructor" ? /the key constructor/ : `Text has no such property`,
      );
    },
  );

  test.each(["nope", "constructor", "toString", "", "update", "Tap"])("the event %j", async (name) => {
    const raw = connectRaw((page) => page.add(new Text()));
    raw.send(hello);
    raw.send(commands({ cmd: 1, id: 2, event: name }));
    expect(raw.refused[0]?.code).toBe("unknown-event");
  });

  test("an event without a listener", async () => {
    const text = new Text();
    await expect(mount(text).fire(text, "tap")).rejects.toThrow(`Page > Text[0].onTap is not set`);
  });

  test("an event of a control that is not on the page", () => {
    const raw = connectRaw(() => {});
    raw.send(hello);
    raw.send(commands({ cmd: 1, id: 77, event: "tap" }));
    expect(raw.refused[0]?.message).toBe('The client sent the event "tap" for control 77, which is not on the page.');
  });

  test("an event with an id that equals a control's id in its last 32 bits", () => {
    const raw = connectRaw((page) => page.add(new Text()));
    raw.send(hello);
    raw.send(commands({ cmd: 1, id: 2 ** 32 + 2, event: "tap" }));
    expect(raw.refused[0]?.message).toMatch(/for control 4294967298, which is not on the page/);
  });

  test("an event with data of the wrong type", async () => {
    const onSizeChange = vi.fn();
    const row = new Row({ onSizeChange });
    const h = mount(row);
    await expect(h.fire(row, "sizeChange", { width: "wide", height: 1 })).rejects.toThrow(
      `The data of "sizeChange" for Page > Row[0].width must be a number, not "wide".`,
    );
    expect(onSizeChange).not.toHaveBeenCalled();
  });

  test.each([
    ["disabled", { disabled: true }, "is disabled"],
    ["hidden", { visible: false }, "is not visible"],
  ])("an event below a control that is %s", async (_, props, text) => {
    const onTap = vi.fn();
    const inner = new Text({ onTap });
    const h = mount(new Row({ ...props, controls: [inner] }));
    await expect(h.fire(inner, "tap")).rejects.toThrow(`Page > Row[0] ${text}`);
    expect(onTap).not.toHaveBeenCalled();
  });

  test("a rejected command does not stop the next one", async () => {
    const onTap = vi.fn();
    const raw = connectRaw((page) => page.add(new Text({ onTap })));
    raw.send(hello);
    raw.send(commands({ cmd: 1, id: 9, event: "tap" }, { cmd: 2, id: 2, event: "tap" }));
    expect(onTap).toHaveBeenCalledOnce();
    await eventually(() => expect(raw.received.at(-1)).toMatchObject({ type: "update", ack: 2 }));
  });
});

describe("writes", () => {
  test("of one property in one turn all apply, the last value stays, and none is echoed", async () => {
    const field = new TextField();
    const raw = connectRaw((page) => page.add(field));
    raw.send(hello);
    raw.send(commands({ cmd: 1, id: 2, write: { value: "a" } }, { cmd: 2, id: 2, write: { value: "ab" } }));
    raw.send(commands({ cmd: 3, id: 2, write: { value: "abc" } }));
    expect(field.value).toBe("abc");
    await eventually(() => expect(raw.received.at(-1)).toMatchObject({ ack: 3 }));
    expect(raw.received.slice(2).flatMap((message) => (message as Update).ops)).toEqual([]);
  });

  test("of objects and of default values apply each time", async () => {
    const [field, box] = [new TextField({ value: "text" }), new Checkbox()];
    const h = mount((page) => page.add(field, box));
    for (const offset of [1, 2, 3]) {
      await h.write(field, { selection: { baseOffset: 0, extentOffset: offset } });
      expect(field.selection).toEqual({ baseOffset: 0, extentOffset: offset });
      await h.write(box, { value: offset % 2 === 1 });
      expect(box.value).toBe(offset % 2 === 1);
    }
    await h.write(field, { value: "" });
    await h.write(field, { value: "again" });
    expect(field.value).toBe("again");
  });

  test("lose to an unsent change of the app, which is sent with their ack", () => {
    const field = new TextField({ value: "first" });
    const raw = connectRaw((page) => page.add(field));
    raw.send(hello);
    field.value = "app";
    raw.send(commands({ cmd: 1, id: 2, write: { value: "person" } }));
    raw.session.flush();
    expect(field.value).toBe("app");
    expect(raw.received.at(-1)).toEqual({
      type: "update",
      seq: 2,
      ack: 1,
      ops: [{ op: "replace", path: "/2/value", value: "app" }],
    });
  });

  test("are reverted in the client if they are rejected", async () => {
    const box = new Checkbox({ value: true, disabled: true });
    const h = mount(box);
    h.takeOperations();
    await expect(h.write(box, { value: false })).rejects.toThrow("Page > Checkbox[0], but it is disabled");
    expect(h.takeOperations()).toEqual([{ op: "replace", path: "/2/value", value: true }]);
    expect(h.tree()).toMatchObject({ controls: [{ value: true }] });
  });

  test("with one invalid property change nothing, and the client gets all old values back", async () => {
    const field = new TextField({ value: "a" });
    const h = mount(field);
    for (const [more, text] of [
      [{ label: "mine" }, "Page > TextField[0].label can be set by the app only"],
      [{ nope: 1 }, "TextField has no such property"],
    ] as const) {
      await expect(h.write(field, { value: "b", ...more })).rejects.toThrow(text);
      expect([field.value, h.documents()[field.id]]).toEqual(["a", { $type: "TextField", value: "a" }]);
    }
  });

  test("emit changes(), and beforeUpdate() sees them", async () => {
    const seen: string[] = [];
    class Watched extends TextField {
      override beforeUpdate() {
        seen.push(`before ${this.value}`);
      }
    }
    const field = new Watched();
    const h = mount(field);
    field.changes("value").subscribe((value) => seen.push(`changed ${value}`));
    seen.length = 0;
    await h.write(field, { value: "x" });
    expect(seen).toEqual(["changed x", "before x"]);
  });
});

describe("acks and events", () => {
  test("commands that change nothing are acknowledged by one empty update", async () => {
    const raw = connectRaw((page) => page.add(new Text({ onTap: () => {} })));
    raw.send(hello);
    raw.send(commands({ cmd: 1, id: 2, event: "tap" }));
    await eventually(() => expect(raw.received).toHaveLength(3));
    expect(raw.received[2]).toEqual({ type: "update", seq: 2, ack: 1, ops: [] });
  });

  test("the changes of a handler are sent in one message with the ack", () => {
    const text = new Text({ onTap: () => void (text.value = "tapped") });
    const raw = connectRaw((page) => page.add(text));
    raw.send(hello);
    raw.send(commands({ cmd: 1, id: 2, event: "tap" }));
    expect(raw.received.slice(2)).toEqual([
      { type: "update", seq: 2, ack: 1, ops: [{ op: "add", path: "/2/value", value: "tapped" }] },
    ]);
  });

  test("a payload cannot replace the event's own fields", async () => {
    const seen: unknown[] = [];
    const row = new Row({ onSizeChange: (event) => void seen.push(event.control, event.name, event.data) });
    await mount(row).fire(row, "sizeChange", { width: 1, height: 2 });
    expect(seen).toEqual([row, "sizeChange", { width: 1, height: 2 }]);
  });
});

describe("a mistake in the app is reported", () => {
  test("a class field that hides a property", async () => {
    class Loud extends Text {
      override value = "LOUD";
    }
    await expect(mount(new Loud()).flush()).rejects.toThrow(
      'Loud has a class field "value" that hides the property Text.value, so nothing set to it would be shown. ' +
        'Give a default by super({ value: …, ...props }) instead; to narrow only its type, write "declare value: …".',
    );
  });

  test("a class field that hides nothing is not a mistake", async () => {
    class Card extends Control {
      readonly content: Control;
      readonly controls = "mine";
      constructor(content: Control) {
        super();
        this.content = content;
      }
      override build() {
        return this.content;
      }
    }
    const h = mount(new Card(new Text({ value: "inside" })));
    await h.flush();
    expect(h.getByText("inside").isMounted).toBe(true);
  });

  test("an insert with an item that is not a control inserts nothing", () => {
    const h = mount(new Text());
    expect(() => h.page.insert(0, new Text(), "x" as never)).toThrow(
      'An item of Page.controls must be a control, not "x".',
    );
    expect(h.page.controls).toHaveLength(1);
  });

  test("a value of the wrong type, at once", () => {
    expect(() => new Text({ value: 12 as never })).toThrow("Text.value must be a string, not 12.");
    const text = new Text();
    expect(() => (text.maxLines = 0)).toThrow("Text.maxLines must be at least 1, not 0.");
    expect(() => (text.style = { size: "12" as never })).toThrow('Text.style.size must be a number, not "12".');
    expect(() => (text.overflow = "wrap" as never)).toThrow(
      'Text.overflow must be one of "clip" | "ellipsis" | "fade" | "visible", not "wrap".',
    );
    expect(() => new Row({ spacing: Number.NaN })).toThrow("Row.spacing must be a finite number, not NaN.");
    expect(text.maxLines).toBeNull();
  });

  test("a property that does not exist", () => {
    expect(() => new Text({ valeu: "typo" } as never)).toThrow(
      'Text.valeu: Text has no such property. Did you mean "value"?',
    );
  });

  test("an item of a list that is not a control", () => {
    expect(() => new Row({ controls: ["text" as never] })).toThrow('Row.controls[0] must be a control, not "text".');
    const row = new Row();
    expect(() => row.controls.push(7 as never)).toThrow("An item of Row.controls must be a control, not 7.");
    expect(() => new Text({ spans: [new Text() as unknown as TextSpan] })).toThrow(
      "Text.spans[0] must be a TextSpan, not a Text.",
    );
  });

  test("the same instance in two slots: it stays in the first, and all other changes apply", async () => {
    const twice = new Text({ value: "twice" });
    const [first, second] = [
      new Row({ controls: [twice] }),
      new Row({ controls: [twice, new Text({ value: "other" })] }),
    ];
    const h = mount((page) => page.add(first, second));
    await expect(h.flush()).rejects.toThrow(
      "Page > Row[0] > Text[0] is already on the page and was put into Page > Row[1] too. One instance can be in only one place",
    );
    expect(h.tree()).toMatchObject({
      controls: [{ controls: [{ value: "twice" }] }, { controls: [{ value: "other" }] }],
    });
  });

  test("the same instance twice in one list: it stays at its first position", async () => {
    const [a, b] = [new Text({ key: "a" }), new Text({ key: "b" })];
    const row = new Row({ controls: [a, b] });
    const h = mount(row);
    row.controls.push(a);
    await expect(h.flush()).rejects.toThrow("is already on the page and was put into Page > Row[0] too");
    expect(row.controls).toEqual([a, b]);
  });

  test("page.add() of an instance that is already on the page", () => {
    const text = new Text();
    const h = mount(text);
    const other = new Text();
    expect(() => h.page.add(other, other)).toThrow("Text was added to the page twice.");
    expect(() => h.page.add(text)).toThrow("Text was added to the page twice.");
    expect(() => h.page.remove(other)).toThrow("Text is not directly on the page");
    expect(() => h.page.removeAt(1)).toThrow("page.removeAt(1): the page has 1 controls, and indexes start at 0.");
  });

  test("a control of another session, and a control inside itself", async () => {
    const text = new Text();
    mount(text);
    const thief = mount((page) => page.add(text));
    await expect(thief.flush()).rejects.toThrow(/Text, which is on the page of another session, was put into Page/);

    const [outer, inner] = [new Row(), new Row()];
    const h = mount(outer);
    outer.controls = [inner];
    inner.controls = [outer];
    await expect(h.flush()).rejects.toThrow(/Row was put into Page > Row\[0\] > Row\[0\], which is inside it/);
  });

  test("an Observable assigned to a property, and the use of a control before mounting", () => {
    const text = new Text();
    expect(() => (text.value = text.changes("value") as never)).toThrow('Use control.bind("value", value$)');
    for (const use of [() => text.page, () => text.id, () => text.update(), () => text.sleep(1)]) {
      expect(use).toThrow(/needs a mounted control, and Text is not on a page/);
    }
  });

  test("a build() whose result has no slot", async () => {
    class Odd extends Text {
      override build() {
        return new Row();
      }
    }
    await expect(mount(new Odd()).flush()).rejects.toThrow(
      /build\(\) returned a control, and Text has no "content" to put it in/,
    );
  });

  test("handlers that throw go to didCatch, then page.onError", async () => {
    const caught: string[] = [];
    class Boundary extends Control {
      readonly text = new Text({
        onTap: () => {
          throw new Error("oops");
        },
      });
      override build() {
        return this.text;
      }
      override didCatch(error: unknown, { kind, name, path }: { kind: string; name: string; path: string }) {
        caught.push(`${(error as Error).message} ${kind} ${name} ${path}`);
        return caught.length === 1;
      }
    }
    const boundary = new Boundary();
    const h = mount(boundary);
    await h.fire(boundary.text, "tap");
    expect(caught).toEqual(["oops handler onTap Page > Boundary[0] > Text"]);
    h.page.onError = ({ error }) => caught.push(`page ${(error as Error).message}`);
    await h.fire(boundary.text, "tap");
    expect(caught.at(-1)).toBe("page oops");
  });
});
