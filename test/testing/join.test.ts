import { FilledButton, type Page, Text } from "runlet";
import { mount } from "runlet/testing";
import { map, timer } from "rxjs";
import { expect, test } from "vitest";

/** Each session has a board, which shows the last message that any session sent. */
function board(page: Page): void {
  const said = new Text({ value: page.pubsub.messages<string>() });
  page.add(said, new FilledButton({ content: "Hi", onClick: () => page.pubsub.sendAll("hi") }));
}

test("join() opens another session of the same app, and each session has its own page", async () => {
  const ada = mount(board);
  const ben = ada.join();
  expect(ben.page).not.toBe(ada.page);
  expect(ben.getByText("Hi")).not.toBe(ada.getByText("Hi"));
  await ada.unmount();
  expect(ada.page.isMounted).toBe(false);
  await ben.tap(ben.getByText("Hi"));
  expect(ben.getByText("hi").isMounted).toBe(true);
});

test("a message to another session has arrived when the call resolves", async () => {
  const ada = mount(board);
  const ben = ada.join();
  await ada.tap(ada.getByRole("button"));
  expect(ben.tree()).toMatchObject({ controls: [{ value: "hi" }, {}] });
});

test("so have the reply to the message, and the replies to replies", async () => {
  const log: unknown[] = [];
  const main = (page: Page) =>
    void page.pubsub.subscribe<number>((n) => {
      log.push(n);
      if (n < 10) page.pubsub.sendOthers(n + 1);
    });
  const ada = mount(main);
  ada.join();
  ada.page.pubsub.sendOthers(1);
  await ada.flush();
  expect(log).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("advance() of any session moves time for all of them, and flushes every page at each instant", async () => {
  const main = (page: Page) => page.add(new Text({ value: timer(10, 10, page.loop).pipe(map(String)) }));
  const ada = mount(main, { now: 1000 });
  await ada.advance(15);
  const ben = ada.join();
  expect(ben.page.now()).toBe(1015);
  ben.takeOperations();
  await ada.advance(25);
  expect(ben.takeOperations().map((op) => "value" in op && op.value)).toEqual(["0", "1"]);
  await ben.advance(10);
  expect([ada.tree(), ben.tree()]).toMatchObject([{ controls: [{ value: "4" }] }, { controls: [{ value: "2" }] }]);
});

test("timers of one instant run in the order in which they were set, across all sessions", async () => {
  const log: string[] = [];
  const ada = mount(() => {});
  const ben = ada.join();
  const wait = async (label: string, page: Page, ms: number) => {
    await page.sleep(ms);
    log.push(label);
  };
  for (const [label, page] of [
    ["b", ben.page],
    ["a", ada.page],
    ["b2", ben.page],
  ] as const)
    void wait(label, page, 10);
  await ada.advance(5);
  void wait("late", ada.page, 5);
  await ben.advance(5);
  expect(log).toEqual(["b", "a", "b2", "late"]);
});

test("an error is thrown by its own session's harness, and leaks are counted per session", async () => {
  const ada = mount(board);
  const ben = ada.join();
  void ben.page.runTask(async () => {
    await ben.page.sleep(10);
    throw new Error("ben's");
  });
  expect([ada.leaks().tasks, ben.leaks().tasks]).toEqual([0, 1]);
  await ada.advance(10);
  await ada.unmount();
  expect(ada.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  expect(ben.leaks()).toMatchObject({ tasks: 0, subscriptions: 2 });
  await expect(ben.flush()).rejects.toThrow("ben's");
  await ben.unmount();
});

test("join() rejects an app that is a single control, and says what to mount instead", () => {
  expect(() => mount(new Text()).join()).toThrow(
    "join(): this page shows one instance of Text, which can be on one page only. Mount the app: mount((page) => page.add(…)).",
  );
});
