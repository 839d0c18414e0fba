import { Control, Page, RunletError } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import type { Spec } from "../../src/controls/spec.ts";
import { Prop } from "../../src/core/declaration/spec.ts";
import { encodeAs } from "../../src/core/declaration/types.ts";
import { valuesOf, wrongFor } from "../support/values.ts";

type Anything = Control & { [name: string]: unknown };

const controls = (await loadControls()).filter(({ class: control }) => ![Page, Control].includes(control as never));
const common = new Set(Object.keys(Control.spec.entries));

/** The properties that each control adds, and those that all controls share, as `Control`. */
const cases = [{ type: "Control", class: Control }, ...controls].map(({ type, class: kind }) => {
  const props = Object.entries(kind.spec.entries).filter(
    (entry): entry is [string, Prop<unknown>] =>
      entry[1] instanceof Prop && (type === "Control" || !common.has(entry[0])),
  );
  return [type, kind as unknown as (new () => Anything) & { readonly spec: Spec }, props] as const;
});

describe.each(cases)("%s", (_, kind, props) => {
  test.each(props)("%s can be set, changed and unset, and rejects a wrong value", async (name, prop) => {
    const control = new kind();
    // Otherwise, a control that takes all the height there is has no end to it in the page.
    if (kind.spec.layout.needsEnd !== undefined) control.height = 100;
    const h = mount((page) => page.add(control));
    // A value may contradict another property. The tests of that control check the error.
    const flush = () =>
      h.flush().catch((error: RunletError | AggregateError) => {
        const errors: RunletError[] = error instanceof AggregateError ? error.errors : [error];
        for (const { code } of errors) expect(code).toBe("contradiction");
      });
    const apply = async (value: unknown): Promise<boolean> => {
      control[name] = value;
      await flush();
      return Object.hasOwn(h.documents()[control.id] ?? {}, name);
    };
    const shown = () => Reflect.get(h.documents()[control.id] as object, name) as unknown;
    const values = valuesOf(prop);
    expect(values.length, `no value for the type ${prop.type.name}: add one to test/support/values.ts`).toBeGreaterThan(
      0,
    );
    for (const value of values) {
      if (!(await apply(value))) continue;
      expect(control[name]).toEqual(value);
      expect(shown()).toEqual(JSON.parse(JSON.stringify(encodeAs(prop.type, value))));
    }
    const before = control[name];
    const wrong = wrongFor(prop);
    expect(() => void (control[name] = wrong)).toThrow(RunletError);
    expect(() => void (control[name] = wrong)).toThrow(new RegExp(`${control.constructor.name}.*\\.${name}`));
    expect(control[name]).toEqual(before);
    control[name] = undefined;
    await flush();
    expect(control[name]).toEqual(prop.default);
    expect(h.documents()[control.id]).not.toHaveProperty(name);
  });
});
