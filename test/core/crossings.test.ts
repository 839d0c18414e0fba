import { Column, Container, type Control, type Page, Row, type RunletError, Text, TextField } from "runlet";
import { memoryTransport } from "runlet/transport";
import { BehaviorSubject } from "rxjs";
import { describe, expect, onTestFinished, test } from "vitest";
import { Host } from "../../src/controls/page/host.ts";
import { realClock } from "../../src/core/reactive/clock.ts";
import { TestClient } from "../../src/testing/test-client.ts";

/**
 * Short forms of programs with random edits that once failed: controls that move while isolated controls hold changes
 * back.
 */

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

/** A session with a client that the test can make unable to receive. */
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

test("a control below a child that build() replaces is unmounted, although new content was put into it first", () => {
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
  test("mounts together with a child that beforeUpdate() adds below it", () => {
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

  test("may be put into its own former child while both are removed: this is not a cycle", () => {
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

  test("gives a child to the page while it moves into another isolated control itself", () => {
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

  test("moves as it is shown, while a change of its own waits", () => {
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

  test("is unmounted when it moves into a control that is removed from it", () => {
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

test("two controls that move into a new control inside an isolated one mount it at once, and it replaces the previous child", () => {
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

test("a control that enters early leaves out a child that is still in another place, and an error is reported", () => {
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

test("the child that is replaced in an isolated control unmounts once, although its own edits wait", () => {
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

test("a control that was added to a long list and removed in the same turn is not sent", () => {
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

test("a control that moves into an isolated control is placed correctly among children that are shown already", () => {
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

describe("while the client can take no updates", () => {
  test("a new control that then moves into an isolated control is sent", () => {
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

  test("edits of a removed control are sent when it is finally shown again", () => {
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

  test("changes made while a control was removed are sent together with later ones", () => {
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

  test("a write of the client to a removed control is reverted when the control is shown again", () => {
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
  test("all writes of the client are kept to a control that it still shows, but that left and came back", () => {
    const field = new TextField();
    const { page, client, writable$, agrees } = connect(field);
    const { id } = field;
    page.controls.pop();
    page.update();
    writable$.next(false);
    page.controls.push(field);
    page.update();
    // The client sent these before it received that the field left.
    client.write(id, { value: "a" });
    client.write(id, { value: "ab" });
    expect(field.value).toBe("ab");
    agrees();
    expect(field.value).toBe("ab");
  });
});
