import { Column, Control, Text } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { start } from "./session.ts";

/** Its `build()` throws until it is ready. */
class Shy extends Control {
  isReady = false;
  override build(): Control {
    if (!this.isReady) throw new Error("not yet");
    return new Text({ value: "ready" });
  }
}

const box = (path: string, message = "not yet") => ({
  $error: { id: expect.stringMatching(/^E\d+$/), path, message },
});

describe("an error box", () => {
  test("replaces the control at its first mount, and its siblings work", async () => {
    const text = new Text({ value: "a" });
    const h = mount((page) => page.add(new Text(), new Shy(), text));
    expect(h.takeErrors()).toHaveLength(1);
    expect(h.tree()).toMatchObject({ controls: [{}, box("Page > Shy[1]"), { value: "a" }] });
    text.value = "b";
    await h.flush();
    expect(h.tree()).toMatchObject({ controls: [{}, {}, { value: "b" }] });
  });

  test("deep in the tree leaves its surroundings intact, and events next to it work", async () => {
    let taps = 0;
    const text = new Text({ value: "a", onTap: () => void taps++ });
    class Outer extends Control {
      override build() {
        return new Column({ controls: [new Column({ controls: [new Shy(), text] })] });
      }
    }
    const h = mount(new Outer());
    expect(h.takeErrors()).toHaveLength(1);
    expect(JSON.stringify(h.tree())).toContain("Page > Outer[0] > Column > Column[0] > Shy[0]");
    await h.fire(text, "tap");
    expect(taps).toBe(1);
  });

  test("replaces a control that mounts later, among siblings", async () => {
    const [shy, text] = [new Shy(), new Text({ value: "a" })];
    const h = mount(text);
    h.page.insert(0, shy);
    await expect(h.flush()).rejects.toThrow("not yet");
    expect(h.tree()).toMatchObject({ controls: [box("Page > Shy[0]"), { value: "a" }] });
  });

  test("mounting again calls build() again, and the error box goes if it succeeds", async () => {
    const shy = new Shy();
    const h = mount(shy);
    h.takeErrors();
    const again = async () => {
      h.page.clean();
      await h.flush();
      h.page.add(shy);
      await h.flush();
    };
    await expect(again()).rejects.toThrow("not yet");
    expect(h.tree()).toMatchObject({ controls: [box("Page > Shy[0]")] });
    shy.isReady = true;
    await again();
    expect(h.tree()).toEqual(expect.objectContaining({ controls: [expect.not.objectContaining(box("x"))] }));
    expect(h.getByText("ready").isMounted).toBe(true);
  });

  test("is removed by a rebuild() that succeeds, and shown again by one that fails", async () => {
    const [shy, text] = [new Shy(), new Text({ value: "a" })];
    const h = mount((page) => page.add(shy, text));
    h.takeErrors();
    h.takeOperations();
    shy.isReady = true;
    shy.rebuild();
    await h.flush();
    expect(h.takeOperations().map(({ op, path }) => `${op} ${path}`)).toEqual(
      expect.arrayContaining([`remove /${shy.id}/$error`, `add /${shy.id}/$slots`]),
    );
    shy.isReady = false;
    shy.rebuild();
    await expect(h.flush()).rejects.toThrow("not yet");
    expect(h.documents()[shy.id]).toMatchObject(box("Page > Shy[0]"));
    expect(text.isMounted).toBe(true);
  });

  test("is removed when the control rebuilds itself a second later", async () => {
    class Retrying extends Shy {
      override async didMount() {
        await this.sleep(1000);
        this.isReady = true;
        this.rebuild();
      }
    }
    const h = mount(new Retrying());
    h.takeErrors();
    await h.advance(1000);
    expect(h.getByText("ready").isMounted).toBe(true);
  });

  test("shows only its id outside of development; the log has the same id and the details", async () => {
    const { updates, notices, log } = start((page) => page.add(new Shy()));
    const [everything] = updates()[0] as unknown as [{ value: Record<string, { $error?: unknown }> }];
    const { $error } = everything.value[2] ?? {};
    expect($error).toEqual({ id: expect.stringMatching(/^E\d+$/) });
    const [message, error] = log.error.mock.calls[0] as [string, Error];
    expect(message).toContain(`error ${($error as { id: string }).id} in hook build of Page > Shy[0]`);
    expect(error.message).toBe("not yet");
    expect(notices()).toEqual([]);
  });

  test("is also shown when didCatch or page.onError handled the error", () => {
    for (const handler of ["didCatch", "onError"] as const) {
      const shy = new Shy();
      const h = mount((page) => {
        if (handler === "didCatch") page.didCatch = () => true;
        else page.onError = () => {};
        page.add(shy);
      });
      expect(h.takeErrors()).toEqual([]);
      expect(h.documents()[shy.id]).toMatchObject(box("Page > Shy[0]"));
    }
  });

  test("is removed with its control, and leaves nothing alive", async () => {
    const h = mount((page) => page.add(new Shy(), new Text()));
    h.takeErrors();
    h.page.controls.shift();
    await h.flush();
    expect(Object.keys(h.documents())).toHaveLength(2);
    await h.unmount();
    expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });

  test("replaces a control with a field that hides a property, and one whose build() returns a wrong value", () => {
    class Hiding extends Text {}
    const hiding = new Hiding();
    Object.defineProperty(hiding, "value", { value: "hidden", enumerable: true });
    class Wordy extends Text {
      override build() {
        return [new Text()];
      }
    }
    const h = mount((page) => page.add(hiding, new Wordy(), new Text({ value: "alive" })));
    expect(h.takeErrors()).toHaveLength(2);
    expect(h.tree()).toMatchObject({
      controls: [
        box("Page > Hiding[0]", expect.stringContaining("hides the property") as unknown as string),
        box("Page > Wordy[1]", expect.stringContaining("build() returned a list") as unknown as string),
        { value: "alive" },
      ],
    });
  });

  test.each([false, true])("replaces a control with an async build(), which rejects: %s", async (rejects) => {
    class Loading extends Control {
      isAsync = true;
      override build(): Control {
        if (!this.isAsync) return new Text({ value: "ready" });
        // The compiler rejects this as well.
        return (rejects ? Promise.reject(new Error("no data")) : Promise.resolve(new Text())) as never;
      }
    }
    const [loading, text] = [new Loading(), new Text({ value: "a" })];
    const { page, updates, turn, log, notices, isClosed } = start((p) => p.add(loading, text));
    await turn();
    const reported = () => log.error.mock.calls.splice(0).map(([, error]) => (error as Error).message);
    const problem = expect.stringContaining("Page > Loading[0]: build() returned a promise.");
    expect(reported()).toEqual(rejects ? [problem, "no data"] : [problem]);
    expect(JSON.stringify(updates())).toContain("$error");
    expect([notices(), text.isMounted, isClosed()]).toEqual([[], true, false]);
    // The same happens at a rebuild. A valid rebuild removes the box.
    loading.isAsync = false;
    loading.rebuild();
    page.update();
    expect(JSON.stringify(updates())).toContain("ready");
    loading.isAsync = true;
    loading.rebuild();
    await turn();
    expect(reported()).toEqual(rejects ? [problem, "no data"] : [problem]);
    expect(JSON.stringify(updates())).toContain("$error");
  });
});
