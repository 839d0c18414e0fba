import { Control, type Page, Row, Text, TextField } from "runlet";
import { mount } from "runlet/testing";
import { memoryTransport, type ServerMessage } from "runlet/transport";
import { Observable } from "rxjs";
import { describe, expect, test, vi } from "vitest";
import { Host, type HostOptions } from "../../src/controls/page/host.ts";

class Island extends Row {
  override isIsolated() {
    return true;
  }
}

/** A control that logs its hooks. */
class Traced extends Control {
  readonly name: string;
  readonly log: string[];
  constructor(name: string, log: string[]) {
    super();
    this.name = name;
    this.log = log;
  }
  override didMount() {
    this.log.push(`didMount ${this.name}`);
  }
  override willUnmount() {
    this.log.push(`willUnmount ${this.name} ${this.parent?.constructor.name}`);
  }
}

/** A session in real time, which flushes only when the framework schedules a flush. */
function start(main: (page: Page) => void, options: HostOptions = {}) {
  const { server, client } = memoryTransport();
  const received: ServerMessage[] = [];
  client.messages$.subscribe((message) => received.push(message));
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const session = new Host(main, { log, ...options }).connect(server);
  client.send({ type: "hello", protocol: 2 });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { session, received, turn, log, client };
}

describe("waiting changes do not delay others", () => {
  test("a change outside is sent while a change inside an isolated control waits", async () => {
    const [inner, outer] = [new Text(), new Text()];
    const { received, turn } = start((page) => page.add(new Island({ controls: [inner] }), outer));
    inner.value = "waits";
    await turn();
    outer.value = "goes";
    await turn();
    expect(received.at(-1)).toMatchObject({ ops: [{ path: "/4/value", value: "goes" }] });
  });

  test("turning autoUpdate on again sends the waiting changes", async () => {
    const text = new Text();
    const { session, received, turn } = start((page) => page.add(text));
    session.page.autoUpdate = false;
    text.value = "a";
    await turn();
    expect(received).toHaveLength(2);
    session.page.autoUpdate = true;
    await turn();
    expect(received.at(-1)).toMatchObject({ ops: [{ path: "/2/value", value: "a" }] });
    text.value = "b";
    await turn();
    expect(received.at(-1)).toMatchObject({ ops: [{ path: "/2/value", value: "b" }] });
  });

  test("what a person types inside an isolated control stays", async () => {
    const field = new TextField();
    const h = mount(new Island({ controls: [field] }));
    h.takeOperations();
    await h.write(field, { value: "mi" });
    await h.write(field, { value: "mil" });
    expect(h.takeOperations()).toEqual([]);
    expect([field.value, h.documents()[field.id]]).toEqual(["mil", { $type: "TextField", value: "mil" }]);
  });

  test("with autoUpdate off from the start, the page is shown by its first update()", async () => {
    const { session, received, turn, client } = start((page) => {
      page.autoUpdate = false;
      page.add(new Text({ value: "there" }));
    });
    client.send({ type: "commands", seq: 0, commands: [{ cmd: 1, id: 1, event: "sizeChange" }] });
    await turn();
    expect(received).toHaveLength(1);
    session.page.update();
    expect(received[1]).toMatchObject({
      ack: 1,
      ops: [{ op: "replace", path: "", value: {} }],
      docs: [1, {}, { value: "there" }],
    });
  });
});

describe("an isolated control", () => {
  test("keeps its children until its update(), but sends its own properties at once", async () => {
    const log: string[] = [];
    const [old, young] = [new Traced("old", log), new Traced("young", log)];
    const island = new Island({ controls: [old] });
    const h = mount(island);
    log.length = 0;
    h.takeOperations();
    island.controls = [young];
    island.spacing = 3;
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "add", path: "/2/spacing", value: 3 }]);
    expect(log).toEqual([]);
    island.update();
    expect(log).toEqual(["willUnmount old Island", "didMount young"]);
    expect(h.tree()).toMatchObject({ controls: [{ controls: [{ $id: 4 }] }] });
  });

  test("keeps a child mounted that is moved outside", async () => {
    const log: string[] = [];
    const child = new Traced("child", log);
    const inner = new Row({ controls: [child] });
    const outer = new Row();
    const h = mount((page: Page) => page.add(new Island({ controls: [inner] }), outer));
    log.length = 0;
    inner.controls.pop();
    outer.controls.push(child);
    await h.flush();
    expect(log).toEqual([]);
    expect(h.tree()).toMatchObject({ controls: [{}, { controls: [{ $id: 4 }] }] });
    inner.update();
    await h.flush();
    expect([child.isMounted, log]).toEqual([true, []]);
  });
});

describe("unmounting", () => {
  test("calls willUnmount() once for a control that moved into a removed parent", async () => {
    const log: string[] = [];
    const a = new Traced("a", log);
    const b = new Row();
    const h = mount((page: Page) => page.add(a, b));
    log.length = 0;
    h.page.controls = [];
    b.controls.push(a);
    await h.flush();
    expect(log).toEqual(["willUnmount a Page"]);
  });

  test("reports an error in willUnmount() to the ancestors, with the full path", async () => {
    const caught: string[] = [];
    class Guard extends Row {
      override didCatch(error: unknown, { path }: { path: string }) {
        caught.push(`${(error as Error).message} in ${path}`);
        return true;
      }
    }
    class Rude extends Text {
      override willUnmount() {
        throw new Error("rude");
      }
    }
    const guard = new Guard({ controls: [new Rude()] });
    const h = mount(guard);
    guard.controls = [];
    await h.flush();
    expect(caught).toEqual(["rude in Page > Guard[0] > Rude"]);
  });

  test("continues when the teardown of a bound Observable throws", async () => {
    const stubborn$ = new Observable<string>((subscriber) => {
      subscriber.next("a");
      return () => {
        throw new Error("stuck");
      };
    });
    const h = mount((page: Page) => page.add(new Text({ value: stubborn$ }), new Text()));
    h.page.clean();
    await expect(h.flush()).rejects.toThrow("stuck");
    expect(h.leaks()).toMatchObject({ controls: 1, subscriptions: 0 });
  });
});

describe("a task", () => {
  test("that outlives its control ends at its next sleep, without an error", async () => {
    const steps: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const text = new Text();
    const h = mount(text);
    void text.runTask(async () => {
      await gate;
      steps.push("passed");
      await text.sleep(1000);
      steps.push("never");
    });
    h.page.clean();
    await h.flush();
    open();
    await h.advance(2000);
    expect(steps).toEqual(["passed"]);
  });

  test("may sleep longer than the longest timer of the machine", async () => {
    const { session } = start((page) => page.add(new Text()));
    let isOver = false;
    session.page.sleep(30 * 24 * 3600 * 1000).then(
      () => {
        isOver = true;
      },
      () => {},
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isOver).toBe(false);
    session.close();
  });
});

describe("a build() that throws", () => {
  class Shy extends Control {
    isReady = false;
    builds = 0;
    override build() {
      this.builds++;
      if (!this.isReady) throw new Error("not yet");
      return new Text({ value: "ready" });
    }
  }

  test("is repaired by rebuild(), which removes the error box", async () => {
    const shy = new Shy();
    const h = mount(shy);
    expect(h.takeErrors()).toHaveLength(1);
    shy.isReady = true;
    shy.rebuild();
    await h.flush();
    expect(h.documents()[shy.id]).toEqual({ $type: "Control", $slots: { content: 3 } });
    shy.isReady = false;
    shy.rebuild();
    await expect(h.flush()).rejects.toThrow("not yet");
    expect(h.documents()[shy.id]).toMatchObject({ $error: { message: "not yet" } });
  });

  test("is called again when the control mounts again", async () => {
    const shy = new Shy();
    const h = mount(shy);
    h.takeErrors();
    h.page.clean();
    await h.flush();
    shy.isReady = true;
    h.page.add(shy);
    await h.flush();
    expect([shy.builds, h.getByText("ready").isMounted]).toEqual([2, true]);
    h.page.clean();
    await h.flush();
    h.page.add(shy);
    await h.flush();
    expect(shy.builds).toBe(2);
  });
});

describe("errors in error handlers", () => {
  test.each(["onError", "onClose", "didCatch"] as const)(
    "an error in %s, thrown or rejected, is logged",
    async (name) => {
      for (const fail of [
        () => Promise.reject(new Error("second")),
        () => {
          throw new Error("second");
        },
      ]) {
        const text = new Text({
          onTap: () => {
            throw new Error("first");
          },
        });
        const { session, turn, log, client } = start((page) => {
          page.add(text);
          if (name === "didCatch") text.didCatch = fail as never;
          else page[name] = fail as never;
        });
        client.send({ type: "commands", seq: 1, commands: [{ cmd: 1, id: 2, event: "tap" }] });
        await turn();
        session.close();
        await turn();
        expect(log.error.mock.calls.some(([, error]) => (error as Error).message === "second")).toBe(true);
      }
    },
  );

  test("a task's error that a handler awaits is reported once", async () => {
    const seen: string[] = [];
    const text = new Text();
    const { session, turn } = start((page) => page.add(text));
    session.page.onError = ({ error, where }) => seen.push(`${(error as Error).message} ${where.kind}`);
    text.onTap = async () => {
      await text.runTask(async () => {
        throw new Error("once");
      });
    };
    session.engine.runHandler("handler", "onTap", session.engine.tree.nodes.get(2) as never, () =>
      text.onTap?.({} as never),
    );
    await turn();
    expect(seen).toEqual(["once task"]);
  });
});
