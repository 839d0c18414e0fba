import fc from "fast-check";
import { type Control, Row, Text } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { expect, test } from "vitest";

/** Counts its hooks: between any two flushes they must agree with whether it is on the page. */
class Counted extends Row {
  mounts = 0;
  unmounts = 0;
  builds = 0;
  override build() {
    this.builds++;
  }
  override didMount() {
    this.mounts++;
  }
  override willUnmount() {
    this.unmounts++;
  }
}

/** One step of an app: which of the controls, and where to. */
interface Edit {
  readonly kind: "text" | "spacing" | "put" | "take" | "move" | "clear" | "wrap" | "flush";
  readonly who: number;
  readonly where: number;
  readonly at: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("text", "spacing", "put", "put", "take", "move", "clear", "wrap", "flush", "flush"),
  who: fc.nat(11),
  where: fc.nat(11),
  at: fc.nat(4),
});

function apply(h: Harness, rows: Counted[], { kind, who, where, at }: Edit): void {
  const [child, target] = [rows[who] as Counted, rows[where] as Counted];
  // A wrapping row is in nobody's list but on the page, or in one of the rows.
  const all = [h.page as unknown as Row, ...rows].flatMap((row) => [...onPage(row)]);
  const holder = all.find((row): row is Row => "controls" in row && (row as Row).controls.includes(child));
  if (kind === "text") child.controls.push(new Text({ value: String(at) }));
  else if (kind === "spacing") child.spacing = at;
  else if (kind === "clear") child.controls = [];
  else if (kind === "take") holder?.controls.splice(holder.controls.indexOf(child), 1);
  else if (kind === "move" && holder !== undefined) {
    holder.controls.splice(holder.controls.indexOf(child), 1);
    holder.controls.splice(at, 0, child);
  } else if (kind === "put" && !isInside(target, child)) {
    holder?.controls.splice(holder.controls.indexOf(child), 1);
    (at === 0 ? h.page : target).controls.splice(at, 0, child);
  } else if (kind === "wrap" && holder !== undefined) {
    holder.controls[holder.controls.indexOf(child)] = new Row({ controls: [child] });
  }
}

function isInside(row: Control, ancestor: Row): boolean {
  return row === ancestor || ancestor.controls.some((child) => child instanceof Row && isInside(row, child));
}

function onPage(row: Row): Set<Control> {
  return new Set([row, ...row.controls.flatMap((child) => (child instanceof Row ? [...onPage(child)] : [child]))]);
}

test("after any edits the client has what the server has, and each hook was called once for each way in and out", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 40 }), async (edits) => {
      const rows = Array.from({ length: 12 }, () => new Counted());
      const h = mount(() => {});
      for (const step of edits) {
        apply(h, rows, step);
        if (step.kind === "flush") await h.flush();
      }
      await h.flush();
      const shown = onPage(h.page as unknown as Row);
      for (const row of rows) {
        expect(row.isMounted).toBe(shown.has(row));
        expect(row.mounts - row.unmounts).toBe(shown.has(row) ? 1 : 0);
        expect(row.builds).toBeLessThanOrEqual(1);
      }
      await h.unmount();
      expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
      for (const row of rows) expect(row.mounts).toBe(row.unmounts);
    }),
    { numRuns: Number(process.env.RUNLET_RUNS ?? 400) },
  );
});
