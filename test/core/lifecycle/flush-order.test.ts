import { Column, Control, Text } from "runlet";
import { mount } from "runlet/testing";
import { BehaviorSubject, defer, of } from "rxjs";
import { describe, expect, test } from "vitest";
import { start } from "./session.ts";

describe("a flush", () => {
  test("runs willUnmount, build, beforeUpdate, documents, send and didMount in this order", async () => {
    const log: string[] = [];
    class Step extends Control {
      readonly name: string;
      constructor(name: string) {
        super();
        this.name = name;
      }
      override build() {
        log.push(`build ${this.name} at ${session.seq}`);
      }
      override beforeUpdate() {
        log.push(`beforeUpdate ${this.name} at ${session.seq}`);
      }
      override didMount() {
        log.push(`didMount ${this.name} at ${session.seq}`);
      }
      override willUnmount() {
        log.push(`willUnmount ${this.name} at ${session.seq}`);
      }
    }
    const [old, young] = [new Step("old"), new Step("young")];
    const { session, page } = start(() => {});
    page.add(old);
    page.update();
    log.length = 0;
    page.controls = [young];
    page.update();
    expect(log).toEqual(["willUnmount old at 2", "build young at 2", "beforeUpdate young at 2", "didMount young at 3"]);
  });

  test("includes a value that a bound Observable emits at once, in build() and in the first document", () => {
    const seen: string[] = [];
    class Bound extends Text {
      override build() {
        seen.push(this.value);
      }
    }
    const h = mount(new Bound({ value: of("first", "last") }));
    expect(seen).toEqual(["last"]);
    expect(h.tree()).toMatchObject({ controls: [{ value: "last" }] });
  });

  test("subscribes to a bound Observable once at the mount, and unsubscribes at the unmount", async () => {
    const log: string[] = [];
    const value$ = defer(() => {
      log.push("subscribed");
      return new BehaviorSubject("x");
    });
    const text = new Text({ value: value$ });
    const h = mount((page) => page.add(new Text(), text));
    h.page.controls.reverse();
    await h.flush();
    expect(log).toEqual(["subscribed"]);
    h.page.remove(text);
    await h.flush();
    expect(h.leaks().subscriptions).toBe(0);
    h.page.add(text);
    await h.flush();
    expect(log).toHaveLength(2);
  });

  test("calls every hook for parents before children, but willUnmount for children before parents, at any depth", async () => {
    const log: string[] = [];
    class Deep extends Column {
      readonly name: string;
      constructor(name: string, controls: Control[]) {
        super({ controls });
        this.name = name;
      }
      override build() {
        log.push(`build ${this.name}`);
      }
      override beforeUpdate() {
        log.push(`beforeUpdate ${this.name}`);
      }
      override didMount() {
        log.push(`didMount ${this.name}`);
      }
      override willUnmount() {
        log.push(`willUnmount ${this.name}`);
      }
    }
    const tree = (name: string, depth: number): Deep =>
      new Deep(name, depth === 0 ? [] : ["0", "1", "2"].map((way) => tree(name + way, depth - 1)));
    const h = mount(tree("t", 4));
    h.page.clean();
    await h.flush();
    for (const hook of ["build", "beforeUpdate", "didMount", "willUnmount"]) {
      const names = log.filter((line) => line.startsWith(`${hook} `)).map((line) => line.slice(hook.length + 1));
      expect(names).toHaveLength(121);
      for (const [index, name] of names.entries()) {
        const parent = names.indexOf(name.slice(0, -1));
        if (parent !== -1) expect(parent < index).toBe(hook !== "willUnmount");
      }
    }
  });

  test("is followed by one more flush, however often update() was called during it", async () => {
    class Asking extends Text {
      override didMount() {
        this.value = "x";
        this.update();
        this.update();
      }
    }
    const { updates, page } = start(() => {});
    updates();
    page.add(new Asking(), new Asking());
    page.update();
    expect(updates().map((ops) => ops.length)).toEqual([3, 2]);
  });
});

describe("rounds of a flush", () => {
  /** Each link sets the value of the next one, once. */
  class Link extends Text {
    next: Link | undefined;
    runs = 0;
    override beforeUpdate() {
      this.runs++;
      if (this.next !== undefined) this.next.value = this.value;
    }
  }
  const chain = (length: number): Link[] => {
    const links = Array.from({ length }, () => new Link({ value: "a" }));
    for (const [index, link] of links.entries()) link.next = links[index + 1];
    return links;
  };

  test("continue until nothing changes, all in one update", async () => {
    const links = chain(50);
    const { updates, turn } = start((page) => page.add(...links.toReversed()));
    updates();
    for (const link of links) link.runs = 0;
    links[0]!.value = "b";
    await turn();
    const sent = updates();
    expect(sent.map((ops) => ops.length)).toEqual([50]);
    expect(links.every(({ runs }) => runs === 1)).toBe(true);
  });

  test("two hooks that change each other's controls endlessly: one flush-loop error, and the session continues", async () => {
    class Ping extends Text {
      partner: Ping | undefined;
      override beforeUpdate() {
        if (this.partner !== undefined) this.partner.value += "x";
      }
    }
    const [a, b] = [new Ping({ value: "" }), new Ping({ value: "" })];
    const codes: string[] = [];
    const { updates, page, turn } = start((p) => {
      p.onError = ({ error }) => codes.push((error as { code: string }).code);
      p.add(a, b);
    });
    updates();
    a.partner = b;
    b.partner = a;
    a.value = "y";
    await turn();
    expect(codes).toEqual(["flush-loop"]);
    expect(updates()).toHaveLength(1);
    b.partner = undefined;
    const other = new Text({ value: "other" });
    page.add(other);
    await turn();
    expect(updates()).toHaveLength(1);
    expect([other.isMounted, codes.length]).toEqual([true, 1]);
  });

  // The changes of the last round are dropped: the last sibling is in the list, but never mounted.
  test("a hook that adds a sibling each time: a flush-loop error, and the added controls are complete", async () => {
    let isEndless = true;
    class Breeding extends Text {
      override beforeUpdate() {
        if (isEndless) this.page.add(new Breeding());
      }
    }
    const h = mount(() => {});
    h.page.add(new Breeding());
    await expect(h.flush()).rejects.toThrow(/did not settle in 100 rounds/);
    isEndless = false;
    await h.flush();
    expect(h.getAllByType(Breeding)).toHaveLength(h.page.controls.length);
    await h.unmount();
    expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });

  test("a didMount() that adds a sibling each time is not a flush loop: each flush ends before the next begins", async () => {
    let left = 300;
    class Breeding extends Text {
      override didMount() {
        if (left-- > 0) this.page.add(new Breeding());
      }
    }
    const { updates, page, log } = start((p) => p.add(new Breeding()));
    updates();
    while (left > 0) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(page.controls).toHaveLength(301);
    expect(updates()).toHaveLength(300);
    expect(log.error).not.toHaveBeenCalled();
  });
});
