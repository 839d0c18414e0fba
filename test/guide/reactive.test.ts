import { Column, type Control, FilledButton, type Row, Text, TextButton, TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { Subject } from "rxjs";
import { expect, test } from "vitest";
import { example } from "./examples.ts";

type Class<A extends unknown[] = [], C extends Control = Control> = new (...args: A) => C;

async function show<A extends unknown[]>(name: string, ...args: A): Promise<Harness> {
  const module = await example<{ [name: string]: Class<A> }>("reactive.md", name);
  return mount(new (module[name] as Class<A>)(...args));
}

async function leavesNothing(h: Harness): Promise<void> {
  await h.unmount();
  expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
}

const texts = (h: Harness) => h.getAllByType(Text).map(({ value }) => value);

test("Clock: sends one operation each second, and none while it is off the page", async () => {
  const h = await show("Clock");
  const [clock] = h.page.controls as Control[] as [Control];
  expect(texts(h)).toEqual(["00:00:00"]);
  h.takeOperations();
  await h.advance(2000);
  expect([texts(h), h.takeOperations().length]).toEqual([["00:00:02"], 2]);
  h.page.remove(clock);
  await h.flush();
  expect(h.leaks().timers).toBe(0);
  await h.advance(3000);
  h.page.add(clock);
  await h.advance(0);
  expect(texts(h)).toEqual(["00:00:05"]);
  await leavesNothing(h);
});

test("Counter: counts clicks", async () => {
  const h = await show("Counter");
  for (let i = 0; i < 3; i++) await h.fire(h.getByType(FilledButton), "click");
  expect(texts(h)).toEqual(["Clicked 3 times"]);
  await leavesNothing(h);
});

test("SignUp: the button is enabled when both fields are valid, and sending empties them", async () => {
  const h = await show("SignUp");
  const [signUp] = h.page.controls as Control[] as [Control & { sent: string[] }];
  const [name, mail] = h.getAllByType(TextField) as [TextField, TextField];
  const button = h.getByType(FilledButton);
  expect([texts(h), button.disabled]).toEqual([["Who are you?"], true]);
  await h.write(name, { value: "Ann" });
  expect([texts(h), button.disabled]).toEqual([["Hello, Ann!"], true]);
  await h.write(mail, { value: "ann@example.org" });
  expect(button.disabled).toBe(false);
  await h.fire(button, "click");
  expect(signUp.sent).toEqual(["Ann <ann@example.org>"]);
  expect([name.value, mail.value, button.disabled]).toEqual(["", "", true]);
  await leavesNothing(h);
});

test("PriceList: with 1,000 rows, a new price is one operation, a new order moves rows, and a filter removes rows", async () => {
  const prices$ = new Subject<{ id: number; price: number }>();
  const h = await show("PriceList", prices$);
  const [, list] = h.getAllByType(Column) as [Column, Column];
  const [first, second] = list.controls as Control[] as [Row, Row];
  expect(list.controls).toHaveLength(1000);
  h.takeOperations();
  prices$.next({ id: 1, price: 5.5 });
  await h.flush();
  expect(h.takeOperations()).toEqual([{ op: "replace", path: expect.stringMatching(/value$/), value: "5.50" }]);

  await h.fire(h.getByType(TextButton), "click");
  expect(list.controls.indexOf(second)).toBe(5);
  expect(list.controls[999]).toBe(first);
  expect(h.takeOperations().every(({ path }) => path.includes("$slots") || path.endsWith("content"))).toBe(true);

  await h.write(h.getByType(TextField), { value: "Item 99" });
  expect(list.controls).toHaveLength(11);
  prices$.next({ id: 998, price: 20 });
  await h.flush();
  expect((list.controls.at(-1) as Row).controls.map((text) => (text as Text).value)).toEqual(["Item 99", "901.00"]);
  expect((list.controls.at(-2) as Row).controls.map((text) => (text as Text).value)).toEqual(["Item 998", "20.00"]);
  await leavesNothing(h);
});

test("Questions: a rebuild keeps what was typed", async () => {
  const h = await show("Questions");
  const field = h.getByType(TextField);
  await h.write(field, { value: "Ann" });
  h.takeOperations();
  (h.page.controls[0] as Control & { ask(question: string): void }).ask("Age?");
  await h.flush();
  const all = h.getAllByType(TextField);
  expect([all[0], all.length, field.value]).toEqual([field, 2, "Ann"]);
  expect(texts(h)).toEqual(["2 questions"]);
  expect(h.takeOperations()).toHaveLength(3);
  await leavesNothing(h);
});

test("Save: saves one click at a time", async () => {
  const ready: (() => void)[] = [];
  const h = await show("Save", () => new Promise<void>((resolve) => ready.push(resolve)));
  const button = h.getByType(FilledButton);
  await h.fire(button, "click");
  await h.fire(button, "click");
  expect([texts(h), ready.length]).toEqual([["Saved 0 times"], 1]);
  ready[0]?.();
  await h.flush();
  expect(texts(h)).toEqual(["Saved 1 times"]);
  await h.fire(button, "click");
  expect(ready).toHaveLength(2);
  await leavesNothing(h);
});

test("Search: waits for a pause, shows the latest result, and survives a failure", async () => {
  const asked: string[] = [];
  const h = await show("Search", async (words: string) => {
    asked.push(words);
    if (words === "bad") throw new Error("down");
    return [`${words} 1`, `${words} 2`];
  });
  const field = h.getByType(TextField);
  for (const value of ["a", "ab", "abc"]) {
    await h.write(field, { value });
    await h.advance(100);
  }
  await h.advance(300);
  expect([asked, texts(h)]).toEqual([["abc"], ["abc 1", "abc 2"]]);
  await h.write(field, { value: "bad" });
  await h.advance(300);
  expect(texts(h)).toEqual(["The search failed"]);
  await h.write(field, { value: "x" });
  await h.advance(300);
  expect(texts(h)).toEqual(["x 1", "x 2"]);
  await leavesNothing(h);
});

test("Weather: tries three times, then shows a message", async () => {
  let tries = 0;
  const h = await show("Weather", async (): Promise<string> => {
    tries++;
    throw new Error("cloudy");
  });
  await h.advance(5000);
  expect([tries, texts(h)]).toEqual([3, ["No weather today"]]);
  await leavesNothing(h);
});
