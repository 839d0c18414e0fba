import { Button, Column, Container, Control, type Page, Row, Text } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test, vi } from "vitest";
import { sessionOf } from "../../src/controls/page/page-session.ts";
import { Flush } from "../../src/core/update/flush.ts";

/** Logs each call of a hook. All instances share the log. */
class Traced extends Control {
  readonly log: string[];
  readonly name: string;
  readonly inside: readonly Control[];

  constructor(name: string, log: string[], inside: readonly Control[] = []) {
    super();
    this.name = name;
    this.log = log;
    this.inside = inside;
  }

  override build() {
    this.log.push(`build ${this.name}`);
    return this.inside;
  }
  override beforeUpdate() {
    this.log.push(`beforeUpdate ${this.name}`);
  }
  override didMount() {
    this.log.push(`didMount ${this.name}`);
  }
  override willUnmount() {
    this.log.push(`willUnmount ${this.name}`);
  }
}

describe("hooks", () => {
  test("a nested mount calls build(), beforeUpdate() and didMount() of parents first", () => {
    const log: string[] = [];
    mount(new Traced("outer", log, [new Traced("inner", log)]));
    expect(log).toEqual([
      "build outer",
      "build inner",
      "beforeUpdate outer",
      "beforeUpdate inner",
      "didMount outer",
      "didMount inner",
    ]);
  });

  test("removing a parent unmounts its children first, each once", async () => {
    const log: string[] = [];
    const outer = new Traced("outer", log, [new Traced("inner", log)]);
    const h = mount(outer);
    log.length = 0;
    h.page.remove(outer);
    await h.flush();
    expect(log).toEqual(["willUnmount inner", "willUnmount outer"]);
    await h.unmount();
    expect(log).toHaveLength(2);
  });

  test("a control that is added again mounts again without build()", async () => {
    const log: string[] = [];
    const traced = new Traced("a", log);
    const h = mount(traced);
    const { id } = traced;
    h.page.clean();
    await h.flush();
    log.length = 0;
    h.page.add(traced);
    await h.flush();
    expect(log).toEqual(["beforeUpdate a", "didMount a"]);
    expect(traced.id).toBe(id);
  });

  test("a move within a list or to another parent calls no hook and sends no document", async () => {
    const log: string[] = [];
    const [a, b] = [new Traced("a", log), new Traced("b", log)];
    const row = new Row();
    const h = mount((page: Page) => page.add(a, b, row));
    log.length = 0;
    h.takeOperations();

    h.page.controls = [b, a, row];
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "move", from: "/1/$slots/controls/0", path: "/1/$slots/controls/1" }]);
    h.page.controls = [a, row];
    row.controls.push(b);
    await h.flush();
    expect(h.takeOperations().every(({ path }) => path.includes("$slots"))).toBe(true);
    expect(log).toEqual([]);
  });

  test("a control wrapped in a new parent stays mounted", async () => {
    const log: string[] = [];
    const a = new Traced("a", log);
    const h = mount(a);
    log.length = 0;
    h.page.controls = [new Row({ controls: [a] })];
    await h.flush();
    expect(log).toEqual([]);
    expect(a.isMounted).toBe(true);
  });

  test("a control that was added and removed within one flush gets neither didMount() nor willUnmount()", async () => {
    const log: string[] = [];
    class Fickle extends Control {
      readonly guest = new Traced("guest", log);
      readonly row = new Row({ controls: [this.guest] });
      override build() {
        return this.row;
      }
      override beforeUpdate() {
        this.row.controls = [];
      }
    }
    mount(new Fickle());
    expect(log).not.toContain("didMount guest");
    expect(log).not.toContain("willUnmount guest");
  });

  test("beforeUpdate() is called for the changed control only, and its changes join the flush", async () => {
    const log: string[] = [];
    class Shout extends Text {
      override beforeUpdate() {
        log.push("shout");
        this.value = this.value.toUpperCase();
      }
    }
    const [shout, other] = [new Shout({ value: "a" }), new Traced("other", log)];
    const h = mount((page: Page) => page.add(shout, other));
    log.length = 0;
    h.takeOperations();
    shout.value = "b";
    await h.flush();
    expect(log).toEqual(["shout"]);
    expect(h.takeOperations()).toEqual([{ op: "replace", path: "/2/value", value: "B" }]);
  });

  test("an error in one hook does not stop the others, and names the control", async () => {
    class Bad extends Traced {
      override didMount(): void {
        throw new Error("no good");
      }
    }
    const log: string[] = [];
    const h = mount((page: Page) => page.add(new Bad("bad", log), new Traced("good", log)));
    expect(log).toContain("didMount good");
    await expect(h.flush()).rejects.toThrow("no good");
  });

  test("a build() that throws leaves an error box, and the rest of the page works", async () => {
    class Broken extends Control {
      override build(): Control {
        throw new Error("no pieces");
      }
    }
    const h = mount((page: Page) => page.add(new Broken(), new Text({ value: "alive" })));
    expect(h.tree()).toMatchObject({
      controls: [{ $error: { message: "no pieces", path: "Page > Broken[0]" } }, { value: "alive" }],
    });
    await expect(h.unmount()).rejects.toThrow("no pieces");
  });

  test("two hooks that change each other's controls endlessly end with an error", async () => {
    class Ping extends Text {
      partner: Ping | undefined;
      override beforeUpdate() {
        if (this.partner !== undefined) this.partner.value += "x";
      }
    }
    const [a, b] = [new Ping(), new Ping()];
    a.partner = b;
    b.partner = a;
    const h = mount((page: Page) => page.add(a, b));
    await expect(h.flush()).rejects.toThrow(/did not settle in 100 rounds/);
  });

  test("what onError changes is shown, whenever in a flush the error was reported", async () => {
    class Ping extends Text {
      partner: Ping | undefined;
      override beforeUpdate() {
        if (this.partner !== undefined) this.partner.value += "x";
      }
    }
    class Leaving extends Text {
      override willUnmount() {
        throw new Error("cannot leave");
      }
    }
    const [a, b] = [new Ping(), new Ping()];
    const message = new Text();
    const leaving = new Leaving();
    const h = mount((page) => {
      page.onError = ({ error }) => {
        message.value = (error as Error).message;
      };
      page.add(message, a, b, leaving);
    });
    const shown = async (act: () => void): Promise<unknown> => {
      act();
      await h.flush();
      return (h.documents()[message.id] as { value?: unknown }).value;
    };
    expect(await shown(() => h.page.remove(leaving))).toBe("cannot leave");
    const fill = new Container({ expand: true });
    expect(await shown(() => h.page.add(new Column({ scroll: "auto", controls: [fill] })))).toMatch(/expands in/);
    [a.partner, b.partner] = [b, a];
    expect(await shown(() => void (a.value = "start"))).toMatch(/did not settle in 100 rounds/);
  });

  test("update() in beforeUpdate() is rejected", async () => {
    class Eager extends Text {
      override beforeUpdate() {
        this.update();
      }
    }
    await expect(mount(new Eager()).flush()).rejects.toThrow(
      /update\(\) was called on Page > Eager\[0\] while a beforeUpdate\(\) ran/,
    );
  });

  test("update() in didMount() flushes right after the current flush", () => {
    class Eager extends Text {
      override didMount() {
        this.value = "mounted";
        this.update();
      }
    }
    expect(mount(new Eager()).tree()).toMatchObject({ controls: [{ value: "mounted" }] });
  });
});

describe("flush", () => {
  test("a control of an ended session gets a new id in the next session", async () => {
    const [text, row] = [new Text({ value: "shared" }), new Row()];
    const first = mount((page: Page) => page.add(row, text));
    await first.unmount();
    const second = mount((page: Page) => page.add(new Text({ value: "own" }), text));
    expect(second.tree()).toMatchObject({
      controls: [
        { $id: 2, value: "own" },
        { $id: 3, value: "shared" },
      ],
    });
    second.takeOperations();
    second.page.add(row);
    await second.flush();
    expect(second.takeOperations()[0]).toEqual({ op: "add", path: "/4", value: { $type: "Row" } });
  });

  test("an error in isIsolated() is reported, and the session continues", async () => {
    class Odd extends Row {
      isOdd = false;
      override isIsolated(): boolean {
        if (this.isOdd) throw new Error("odd");
        return false;
      }
    }
    const text = new Text({ value: "a" });
    const odd = new Odd({ controls: [text] });
    const h = mount(odd);
    odd.isOdd = true;
    text.value = "b";
    await expect(h.flush()).rejects.toThrow("odd");
    odd.isOdd = false;
    text.value = "c";
    await h.flush();
    expect(h.tree()).toMatchObject({ controls: [{ controls: [{ value: "c" }] }] });
  });

  test("update() of two isolated controls in one hook flushes both", async () => {
    class Island extends Row {
      override isIsolated() {
        return true;
      }
    }
    const [one, two] = [new Text({ value: "1" }), new Text({ value: "2" })];
    const islands = [new Island({ controls: [one] }), new Island({ controls: [two] })];
    class Caller extends Control {
      override didMount() {
        one.value = two.value = "new";
        for (const island of islands) island.update();
      }
    }
    const h = mount((page: Page) => page.add(...islands));
    h.page.add(new Caller());
    await h.flush();
    expect(h.tree()).toMatchObject({
      controls: [{ controls: [{ value: "new" }] }, { controls: [{ value: "new" }] }, {}],
    });
  });

  test("nothing is flushed or sent a second time after a handler, a build() or a hook", async () => {
    const text = new Text();
    const button = new Button({ content: "Go", onClick: () => void (text.value += "1") });
    const list = new Column();
    const h = mount((page) => page.add(text, button, list));
    await h.flush();
    const flushes = vi.spyOn(Flush.prototype, "execute");
    const drains = vi.spyOn(sessionOf(h.page).engine, "drain");
    const counts = async (act: () => unknown): Promise<number[]> => {
      for (const spy of [flushes, drains]) spy.mockClear();
      await act();
      await h.flush();
      return [flushes, drains].map(({ mock }) => mock.calls.length);
    };
    expect(await counts(() => h.fire(button, "click"))).toEqual([1, 1]);
    expect(await counts(() => list.controls.push(new Traced("child", [], [new Text()])))).toEqual([1, 1]);
    expect(await counts(() => list.controls.push(new Text()))).toEqual([1, 1]);
    expect(await counts(() => h.page.update())).toEqual([0, 0]);
    vi.restoreAllMocks();
  });

  test("ten thousand sets in one turn are one operation", async () => {
    const text = new Text();
    const h = mount(text);
    h.takeOperations();
    for (let n = 0; n < 10_000; n++) text.value = String(n);
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "add", path: "/2/value", value: "9999" }]);
  });

  test("a value that is set back before the flush sends nothing; going back to the default is a removal", async () => {
    const text = new Text({ value: "a" });
    const h = mount(text);
    h.takeOperations();
    text.value = "b";
    text.value = "a";
    await h.flush();
    expect(h.takeOperations()).toEqual([]);
    text.value = "";
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "remove", path: "/2/value" }]);
  });

  test("clearing a list is one small operation", async () => {
    const row = new Row({ controls: Array.from({ length: 100 }, (_, n) => new Text({ value: String(n) })) });
    const h = mount(row);
    h.takeOperations();
    row.controls.length = 0;
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "remove", path: "/2/$slots" }]);
    expect(Object.keys(h.documents())).toEqual(["1", "2"]);
  });

  test("with autoUpdate off nothing is sent until update()", async () => {
    const text = new Text();
    const h = mount(text);
    h.takeOperations();
    h.page.autoUpdate = false;
    text.value = "later";
    await h.advance(1000);
    expect(h.takeOperations()).toEqual([]);
    text.update();
    expect(h.takeOperations()).toHaveLength(1);
  });

  test("changes below an isolated control wait for its own update()", async () => {
    class Island extends Row {
      override isIsolated() {
        return true;
      }
    }
    const text = new Text({ value: "before" });
    const island = new Island({ controls: [text] });
    const h = mount(island);
    h.takeOperations();
    text.value = "after";
    island.spacing = 4;
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "add", path: "/2/spacing", value: 4 }]);
    island.update();
    expect(h.takeOperations()).toEqual([{ op: "replace", path: "/3/value", value: "after" }]);
  });
});
