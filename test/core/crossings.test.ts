import { Column, Container, type Control, type Page, Row, type RunletError, Text, TextField } from "runlet";
import { memoryTransport } from "runlet/transport";
import { BehaviorSubject } from "rxjs";
import { describe, expect, onTestFinished, test } from "vitest";
import { realClock } from "../../src/core/clock.ts";
import { Host } from "../../src/core/host.ts";
import { TestClient } from "../../src/testing/test-client.ts";

/** Programs that random edits once failed with, made short: what moves while something holds it back. */

let log: string[] = [];

class Traced extends Container {
  constructor(key: string) {
    super();
    this.key = key;
  }
  override didMount() {
    log.push(`didMount ${this.key}`);
  }
  override willUnmount() {
    log.push(`willUnmount ${this.key} ${this.isMounted}`);
  }
}

class Island extends Row {
  override isIsolated() {
    return true;
  }
}

class Cell extends Container {
  override isIsolated() {
    return true;
  }
}

/** A session whose client can be told to wait. */
function connect(...controls: Control[]) {
  const { server, client: end } = memoryTransport();
  const writable$ = new BehaviorSubject(true);
  const errors: unknown[] = [];
  const host = new Host((page: Page) => page.add(...controls), {
    log: { info() {}, warn() {}, error() {} },
    onUnhandled: (error) => errors.push(error),
  });
  const session = host.connect({ ...server, writable$ });
  log = [];
  const client = new TestClient({ clock: realClock, dial: () => ({ client: end, cut: () => end.close(1006) }) });
  client.connect();
  session.flush();
  const agrees = () => {
    writable$.next(true);
    expect(errors).toEqual([]);
    expect(client.replica.documents).toEqual(session.documents());
  };
  onTestFinished(() => session.close());
  return { page: session.page, session, client, writable$, errors, agrees };
}

const keysOf = ({ controls }: { readonly controls: readonly Control[] }) => controls.map(({ key }) => key);

test("what moved below a child that build() replaces leaves, though something new came into it first", () => {
  class Replacing extends Column {
    override build() {
      return [new Text({ key: "built" })];
    }
  }
  const [row, frame, cover] = [new Row(), new Traced("frame"), new Row()];
  row.controls.push(frame);
  const { page, agrees } = connect(row, new Text());
  frame.content = new Text();
  page.controls[0] = cover;
  cover.controls = [row];
  const replacing = new Replacing({ controls: [cover] });
  page.controls[0] = replacing;
  page.update();
  expect([keysOf(replacing), frame.isMounted]).toEqual([["built"], false]);
  expect(log).toEqual(["didMount frame", "willUnmount frame true"]);
  agrees();
});

describe("an isolated control", () => {
  test("that enters has all with it that beforeUpdate() adds below it", () => {
    class Filling extends Island {
      override beforeUpdate() {
        if (this.controls.length === 0) this.controls.push(new Text({ key: "in" }));
      }
    }
    const [outer, inner] = [new Island(), new Filling()];
    outer.controls.push(inner);
    const { page, agrees } = connect(new Island());
    page.add(outer);
    page.update();
    expect(inner.controls[0]?.isMounted).toBe(true);
    agrees();
  });

  test("that left may come into what it shows still: no cycle for the app", () => {
    const [outer, inner, between] = [new Island(), new Island(), new Row()];
    outer.controls.push(inner);
    const { page, agrees } = connect(outer);
    outer.controls.pop();
    page.controls.pop();
    inner.controls.push(between);
    between.controls.push(outer);
    inner.update();
    expect([outer.isMounted, inner.isMounted, between.isMounted]).toEqual([false, false, false]);
    expect([between.controls, outer.controls]).toEqual([[outer], []]);
    agrees();
  });

  test("gives a child away that the page takes while it moves into another", () => {
    const [island, cell, text] = [new Island(), new Cell(), new Text({ key: "text" })];
    island.controls.push(text);
    const { page, client, agrees } = connect(island, cell);
    page.controls.splice(0, 1, text);
    cell.content = island;
    island.controls.pop();
    page.update();
    expect([text.parent, island.parent]).toEqual([page, cell]);
    expect(client.replica.documents[island.id]).toEqual({ $type: "Row" });
    agrees();
  });

  test("that waits for a change of its own moves as it is shown", () => {
    const [island, traced, frame, cell] = [new Island(), new Traced("kept"), new Container(), new Cell()];
    const popping = new (class extends Column {
      override build() {
        this.controls.pop();
      }
    })();
    island.controls.push(traced);
    const row = new Row({ controls: [frame] });
    frame.content = island;
    const { page, agrees } = connect(row, cell);
    island.controls.unshift(new Text());
    page.update();
    page.controls.shift();
    cell.content = row;
    frame.content = popping;
    popping.controls = [island];
    page.update();
    expect(log).toEqual(["didMount kept", "willUnmount kept true"]);
    agrees();
  });

  test("that comes to stand in what leaves it goes with that", () => {
    const [outer, cell, row, column] = [new Island(), new Cell(), new Row(), new Column()];
    outer.controls.push(cell);
    cell.content = row;
    row.controls.push(column, new Traced("first"));
    const { page, agrees } = connect(outer, new Text());
    cell.content = null;
    outer.controls.pop();
    column.controls.push(cell);
    page.controls.pop();
    row.update();
    expect([cell, row, column].map(({ isMounted }) => isMounted)).toEqual([false, false, false]);
    expect(log).toEqual(["didMount first", "willUnmount first true"]);
    agrees();
  });
});

test("two that come into something new behind an isolated control bring it in, and what pushed the one there out", () => {
  class Wide extends Row {}
  const [cell, wide] = [new Cell(), new Wide()];
  const [a, b, old] = [new Traced("a"), new Traced("b"), new Traced("old")];
  cell.content = old;
  const { page, client, agrees } = connect(cell, a, new Row({ controls: [b] }));
  const { id } = a;
  const row = page.controls.pop() as Row;
  page.controls.pop();
  wide.controls.push(a, new Traced("new"), b);
  row.controls.pop();
  cell.content = new Column({ controls: [wide] });
  page.update();
  expect([keysOf(wide), a.id, cell.content.isMounted]).toEqual([["a", "new", "b"], id, true]);
  expect(log).toEqual([...["didMount old", "didMount a", "didMount b"], ...["willUnmount old true", "didMount new"]]);
  expect(client.replica.documents[old.id]).toBeUndefined();
  agrees();
});

test("what is brought in early goes without what stands elsewhere still, and that is told", () => {
  const [island, wide] = [new Island(), new Row()];
  const [a, stays] = [new Text({ key: "a" }), new Text({ key: "stays" })];
  const { page, client, errors } = connect(island, stays, a);
  page.controls.pop();
  wide.controls.push(a, stays);
  island.controls.push(wide);
  page.update();
  expect(errors.map((error) => (error as RunletError).code)).toEqual(["duplicate-control"]);
  expect([keysOf(wide), stays.parent]).toEqual([["a"], page]);
  expect(client.replica.documents[wide.id]).toEqual({ $type: "Row", $slots: { controls: [a.id] } });
});

test("what is pushed out of an isolated control leaves once, though edits of its own wait", () => {
  const [cell, row, text] = [new Cell(), new Row(), new Text()];
  row.controls.push(new Traced("a"), new Traced("b"));
  cell.content = row;
  const { page, agrees } = connect(cell, text);
  row.controls.reverse();
  page.controls.pop();
  cell.content = text;
  page.update();
  expect(log).toEqual(["didMount a", "didMount b", "willUnmount a true", "willUnmount b true"]);
  agrees();
});

test("what came into a long list and went in one turn is not spoken of", () => {
  const { page, client, agrees } = connect(...Array.from({ length: 40 }, () => new Text()));
  client.takeOperations();
  const text = new Text();
  page.controls.push(text);
  page.controls.unshift(new Text({ key: "stays" }));
  page.controls.pop();
  page.update();
  expect(client.takeOperations()).toEqual([
    { op: "add", path: "/42", value: { $type: "Text" } },
    { op: "add", path: "/1/$slots/controls/0", value: 42 },
  ]);
  agrees();
});

test("an isolated control is given early what it has behind those that stand before it there", () => {
  const [island, text] = [new Island(), new Text({ key: "text" })];
  island.controls.push(new Text({ key: "a" }), new Text({ key: "b" }));
  const { page, client, agrees } = connect(island, text);
  page.controls.pop();
  island.controls.splice(1, 0, text, new Text({ key: "waits" }));
  page.update();
  const { $slots } = client.replica.documents[island.id] as { $slots: object };
  expect($slots).toEqual({ controls: [3, text.id, 4] });
  agrees();
});

describe("while the client can take nothing", () => {
  test("what entered and then crosses into an isolated control is sent", () => {
    const [cell, column, text] = [new Cell(), new Column(), new Text()];
    const { page, writable$, agrees } = connect(cell);
    writable$.next(false);
    column.controls.push(text);
    page.add(column);
    page.update();
    column.controls.pop();
    cell.content = text;
    page.update();
    agrees();
  });

  test("what was edited while a control was away, and then nearly came back, is sent once it does", () => {
    class Replacing extends Column {
      override build() {
        return [new Text()];
      }
    }
    const kept = new Row();
    const { page, writable$, agrees } = connect(kept);
    writable$.next(false);
    page.controls.pop();
    page.update();
    kept.controls.push(new Text());
    page.controls.push(new Replacing({ controls: [kept] }));
    page.update();
    page.controls.push(kept);
    page.update();
    agrees();
  });

  test("what was set while a control was away counts beside what is set when it is back", () => {
    const text = new Text();
    const { page, writable$, agrees } = connect(text);
    writable$.next(false);
    page.controls.pop();
    page.update();
    text.tooltip = "away";
    page.controls.push(text);
    page.update();
    text.value = "back";
    page.update();
    agrees();
  });

  test("what it writes to a control that has left is taken back when that is shown again", () => {
    const field = new TextField({ value: "app" });
    const { page, client, writable$, agrees } = connect(field);
    const { id } = field;
    writable$.next(false);
    page.controls.pop();
    page.update();
    client.write(id, { value: "person" });
    page.controls.push(field);
    page.update();
    agrees();
    expect(field.value).toBe("app");
  });
});
