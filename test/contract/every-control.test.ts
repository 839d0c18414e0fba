import { existsSync } from "node:fs";
import { Control, Page } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { kebabCase, loadControls } from "../../scripts/controls.ts";
import { EventSpec, ListSlot, Prop } from "../../src/core/declaration/spec.ts";
import { encodeAs } from "../../src/core/declaration/types.ts";
import { NODE } from "../../src/core/tree/node.ts";

const controls = await loadControls();
/** Members of Control. A property with one of these names would hide the member. */
const MEMBERS = new Set(
  [...Object.getOwnPropertyNames(Control.prototype), "key", "data"].filter((name) => !(name in Control.spec.entries)),
);

describe.each(controls)("$type", ({ type, family, class: control }) => {
  const { entries } = control.spec;
  const props = Object.entries(entries).filter((entry): entry is [string, Prop<unknown>] => entry[1] instanceof Prop);

  test.each(props)("the default of %s passes its own check, and isDefault() recognizes it", (_, prop) => {
    expect(prop.type.check(prop.default)).toBeUndefined();
    expect(prop.isDefault(structuredClone(prop.default))).toBe(true);
  });

  test("has a class of the same name, a reference page, and no property that hides a member", () => {
    expect((control as unknown as { name: string }).name).toBe(type);
    expect(existsSync(new URL(`../../docs/reference/controls/${family}/${kebabCase(type)}.md`, import.meta.url))).toBe(
      true,
    );
    expect(Object.keys(entries).filter((name) => MEMBERS.has(name))).toEqual([]);
  });

  test('the names that begin with "on" are exactly those of its events', () => {
    for (const [name, entry] of Object.entries(entries)) expect(/^on[A-Z]/.test(name)).toBe(entry instanceof EventSpec);
  });

  test("reads its defaults, mounts, survives JSON, and sends no default", async () => {
    const instance = control === Page ? undefined : new (control as unknown as new () => Control)();
    const h = mount((page) => void (instance !== undefined && page.add(instance)));
    const shown = (instance ?? h.page) as Control & { [name: string]: unknown };
    for (const [name, prop] of props) expect(shown[name]).toEqual(prop.default);
    for (const [name, entry] of Object.entries(entries)) if (entry instanceof ListSlot) expect(shown[name]).toEqual([]);
    expect(h.documents()[shown.id]).toEqual({ $type: type });
    // Setting a property to its present value changes nothing. A default is the same after a round trip through JSON.
    for (const [name, prop] of props) {
      shown[name] = structuredClone(prop.default);
      expect(JSON.parse(JSON.stringify(encodeAs(prop.type, prop.default)))).toEqual(encodeAs(prop.type, prop.default));
    }
    expect(shown[NODE].dirty ?? []).toEqual([]);
    await h.unmount();
  });
});
