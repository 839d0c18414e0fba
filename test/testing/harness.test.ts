import { Control, type Page, Row, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("mount() runs main up to its first await, and flushes", async () => {
  const h = mount(async (page: Page) => {
    page.add(new Text({ value: "before" }));
    await page.sleep(10);
    page.add(new Text({ value: "after" }));
  });
  expect(h.getByText("before").isMounted).toBe(true);
  expect(h.queryByText("after")).toBeUndefined();
  await h.advance(10);
  expect(h.getByText("after").isMounted).toBe(true);
});

test("an async handler flushes at each await and at its end", async () => {
  const text = new Text({ value: "idle" });
  text.onTap = async () => {
    text.value = "loading";
    await text.sleep(50);
    text.value = "done";
  };
  const h = mount(text);
  await h.fire(text, "tap");
  expect(h.tree()).toMatchObject({ controls: [{ value: "loading" }] });
  await h.advance(50);
  expect(h.tree()).toMatchObject({ controls: [{ value: "done" }] });
});

test("advance() runs everything that is due at one instant before the next instant", async () => {
  const log: number[] = [];
  class Clock extends Control {
    override didMount() {
      for (const ms of [30, 10, 20]) void this.runTask(async () => this.#at(ms));
    }
    async #at(ms: number) {
      await this.sleep(ms);
      log.push(this.page.now());
    }
  }
  const h = mount(new Clock(), { now: 1000 });
  await h.advance(20);
  expect(log).toEqual([1010, 1020]);
  await h.advance(10);
  expect(log).toEqual([1010, 1020, 1030]);
});

test("queries return the app's instances, and a failed query prints the page", () => {
  const [a, b] = [new Text({ value: "a", key: "first" }), new Text({ value: "b" })];
  const h = mount(new Row({ controls: [a, b] }));
  expect(h.getByText("a")).toBe(a);
  expect(h.getByText(/^b$/)).toBe(b);
  expect(h.getByKey("first")).toBe(a);
  expect(h.getAllByType(Text)).toEqual([a, b]);
  expect(h.queryByRole("button")).toBeUndefined();
  expect(() => h.getByType(Text)).toThrow(
    '2 controls have type Text, but one was expected:\nPage\n  Row\n    Text #first value="a"',
  );
  expect(() => h.getByText("c")).toThrow(/no control has text c:\nPage/);
});

test("print() shows classes, keys and values that differ from the default", () => {
  class Greeting extends Control {
    override build() {
      return new Text({ value: "hi", italic: true, onTap: () => {} });
    }
  }
  expect(mount(new Greeting({ key: 1, opacity: 1 })).print()).toBe(
    'Page\n  Greeting #1\n    Text value="hi" italic=true onTap',
  );
});

test("takeOperations() lists new documents as operations, before the other operations of their update", async () => {
  const text = new Text({ value: "a" });
  const h = mount(text);
  h.takeOperations();
  const row = new Row({ controls: [new Text({ value: "b" })] });
  text.value = "c";
  h.page.add(row);
  await h.flush();
  // The client's replica edits the new document, which must not change the operations of the earlier update.
  row.spacing = 4;
  await h.flush();
  expect(h.takeOperations()).toEqual([
    { op: "add", path: "/3", value: { $type: "Row", $slots: { controls: [4] } } },
    { op: "add", path: "/4", value: { $type: "Text", value: "b" } },
    { op: "replace", path: "/2/value", value: "c" },
    { op: "add", path: "/1/$slots/controls/1", value: 3 },
    { op: "add", path: "/3/spacing", value: 4 },
  ]);
  expect(h.takeOperations()).toEqual([]);
});

test("until() waits for real work, and its error says what it waited for", async () => {
  const text = new Text();
  const h = mount(text);
  setTimeout(() => (text.value = "ready"), 20);
  await h.until(() => text.value === "ready");
  await expect(h.until(() => text.value === "never", 20)).rejects.toThrow(/not done after 20 ms/);
});

test("unmount() ends the session and throws unhandled errors", async () => {
  class Rude extends Control {
    override willUnmount() {
      throw new Error("rude");
    }
  }
  const h = mount(new Rude());
  await expect(h.unmount()).rejects.toThrow("rude");
  expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
});

test("several unhandled errors are thrown as one", async () => {
  const text = new Text();
  const h = mount(text);
  for (const word of ["one", "two"]) {
    void text.runTask(async () => {
      throw new Error(word);
    });
  }
  await expect(h.flush()).rejects.toThrow("Error: one\nError: two");
  await h.flush();
});

test("onClose is called before any control is unmounted", async () => {
  const log: string[] = [];
  class Leaver extends Control {
    override willUnmount() {
      log.push("willUnmount");
    }
  }
  const h = mount(new Leaver());
  h.page.onClose = () => log.push("onClose");
  await h.unmount();
  expect(log).toEqual(["onClose", "willUnmount"]);
});
