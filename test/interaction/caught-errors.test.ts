import { Button, Control, Text } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

// K15 of the trials: an error that the app catches is not reported, and any other one is, once.

const fail = async (): Promise<never> => {
  throw new Error("no network");
};

class Loader extends Control {
  declare data: (loader: Loader) => unknown;
  override build() {
    return new Text({ value: "…" });
  }
  override async didMount() {
    await this.data(this);
  }
}

/** What an app does with a task that fails, and how often the error is reported. */
const CASES: { readonly [title: string]: readonly [act: (loader: Loader) => unknown, reported: number] } = {
  "await in try": [
    async (loader) => {
      try {
        await loader.runTask(fail);
      } catch {}
    },
    0,
  ],
  ".catch()": [(loader) => void loader.runTask(fail).catch(() => {}), 0],
  ".then() with a second function": [(loader) => void loader.runTask(fail).then(null, () => {}), 0],
  ".then().catch()": [
    (loader) =>
      void loader
        .runTask(fail)
        .then(() => 1)
        .catch(() => {}),
    0,
  ],
  "Promise.allSettled": [(loader) => Promise.allSettled([loader.runTask(fail), loader.runTask(fail)]), 0],
  "a handler that returns the task, which is caught": [
    async (loader) => {
      const load = async () => loader.runTask(fail);
      await load().catch(() => {});
    },
    0,
  ],
  "a task in a task": [
    (loader) =>
      void loader.runTask(async () => {
        await loader.runTask(fail).catch(() => {});
      }),
    0,
  ],
  "a rejection that comes later": [
    async (loader) => {
      const task = loader.runTask(async () => {
        await loader.sleep(100);
        throw new Error("no network");
      });
      await task.catch(() => {});
    },
    0,
  ],
  "page.runTask": [(loader) => void loader.page.runTask(fail).catch(() => {}), 0],
  "nothing at all": [(loader) => void loader.runTask(fail), 1],
  "await without try": [(loader) => loader.runTask(fail), 1],
  ".finally()": [(loader) => void loader.runTask(fail).finally(() => {}), 1],
  ".then() without a second function": [(loader) => void loader.runTask(fail).then(() => 1), 1],
  "Promise.all that nothing catches": [(loader) => Promise.all([loader.runTask(fail)]), 1],
  "an error that the app throws again": [
    async (loader) => {
      try {
        await loader.runTask(fail);
      } catch (error) {
        throw new Error("not loaded", { cause: error });
      }
    },
    1,
  ],
  "two tasks that both fail with one error": [
    (loader) => {
      const error = new Error("no network");
      for (let task = 0; task < 2; task++) void loader.runTask(() => Promise.reject(error));
    },
    1,
  ],
};

describe.each(Object.entries(CASES))("%s", (_, [act, reported]) => {
  test.each(["in didMount()", "in a handler"])("%s", async (where) => {
    const loader = new Loader({ data: where === "in didMount()" ? act : () => {} } as never);
    const button = new Button({ content: "Go" });
    if (where === "in a handler") button.onClick = () => act(loader);
    const places: string[] = [];
    const h = mount((page) => {
      page.onError = ({ error, where }) => void places.push(`${(error as Error).message} ${where.kind}`);
      page.add(loader, button);
    });
    if (where === "in a handler") await h.tap(button);
    await h.advance(200);
    expect(places).toHaveLength(reported);
    if (reported > 0 && !places[0]?.startsWith("not loaded")) expect(places).toEqual(["no network task"]);
    expect(h.leaks().tasks).toBe(0);
    await h.unmount();
  });
});
