import fc from "fast-check";
import { AutoComplete, Column, type Control, Dropdown, SearchBar, Text, TextField } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { positionAfterChange } from "../../src/protocol/text-change.ts";
import { mergeText } from "../../src/protocol/text-merge.ts";

// K1 and K16 of the trials: what a person typed since the app changed the text is put into the app's text.

describe("mergeText", () => {
  test.each([
    ["hello", "hello world", "", " world"],
    ["hello", "helloworld", "", "world"],
    ["12", "1234", "12-", "12-34"],
    ["1234", "1234567", "1,234", "1,234567"],
    ["abc", "abcd", "ABC", "ABCd"],
    ["abc", "ab", "ABC", "AB"],
    ["abc", "axbc", "ABC", "AxBC"],
    ["hello", "hell!", "", "!"],
    ["name", "my name", "name?", "my name?"],
    ["", "typed", "https://", "https://typed"],
    ["1234567", "124567", "1,234,567", "1,24,567"],
    ["same", "same", "other", "other"],
    ["a", "ab", "a", "ab"],
    ["a", "ab", "ab", "ab"],
    ["x😀", "x😀y", "x😁", "x😁y"],
  ])("%j typed on as %j, set by the app as %j, is %j", (base, person, app, merged) => {
    expect(mergeText(base, person, app)).toBe(merged);
  });

  test("keeps all that one of the two left alone, and never loses what was typed at the end", () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (base, typed, app) => {
        expect(mergeText(base, base, app)).toBe(app);
        expect(mergeText(base, typed, base)).toBe(typed);
        expect(mergeText(base, base + typed, app)).toBe(base + typed === app ? app : app + typed);
        const at = positionAfterChange(base, app, base.length);
        expect(at).toBe(app.length);
      }),
      { numRuns: 500 },
    );
  });
});

const DELAYS: readonly number[] = [0, 60, 150, 1000];

test.each(DELAYS)("a chat: what is typed while the app clears the field is sent alone, %i ms", async (delay) => {
  const sent: string[] = [];
  const field = new TextField({ label: "Say" });
  field.onSubmit = ({ data }) => {
    sent.push(data);
    field.value = "";
  };
  const h = mount(field, { network: { delay } });
  await h.advance(5000);
  for (const word of ["hello", "world", "again"]) {
    for (const key of [...word, "\n"]) {
      void h.type(field, key);
      await h.advance(60);
    }
  }
  await h.advance(20_000);
  expect(sent).toEqual(["hello", "world", "again"]);
  expect(field.value).toBe("");
});

test.each(DELAYS)("an app that formats while one types: nothing is lost or out of order, %i ms", async (delay) => {
  const field = new TextField({ label: "Sum" });
  field.onChange = ({ data }) => {
    field.value = data.replace(/\D/g, "").replace(/\B(?=(\d{3})+$)/g, ",");
  };
  const h = mount(field, { network: { delay } });
  await h.advance(5000);
  for (const key of "1234567") {
    void h.type(field, key);
    await h.advance(60);
  }
  await h.advance(20_000);
  expect(field.value).toBe("1,234,567");
  expect(h.tree()).toMatchObject({ controls: [{ value: "1,234,567" }] });
});

/** Fields with the property that the person types, and how the app hears of it. */
const FIELDS: { readonly [title: string]: () => { field: Control; property: string; event?: string } } = {
  "a TextField": () => ({ field: new TextField(), property: "value", event: "onChange" }),
  "a TextField that nobody listens to": () => ({ field: new TextField(), property: "value" }),
  "a SearchBar": () => ({ field: new SearchBar(), property: "value", event: "onChange" }),
  "an AutoComplete": () => ({ field: new AutoComplete(), property: "value", event: "onChange" }),
};

describe.each(Object.entries(FIELDS))("%s", (_, make) => {
  test.each(DELAYS)("keeps what is typed behind a text that the app replaces, %i ms", async (delay) => {
    const { field, property, event } = make();
    const heard: string[] = [];
    if (event !== undefined) Reflect.set(field, event, ({ data }: { data: string }) => void heard.push(data));
    const other = new Text();
    const h = mount(new Column({ controls: [field, other] }), { network: { delay } });
    await h.advance(5000);
    for (const [at, key] of [..."abcdef"].entries()) {
      void h.type(field, key);
      await h.advance(30);
      if (at === 2) {
        Reflect.set(field, property, "[");
        await h.advance(30);
      }
    }
    await h.advance(20_000);
    const value = String(Reflect.get(field, property));
    expect(value).toMatch(/^\[(a?b?c?)def$/);
    expect(h.tree()).toMatchObject({ controls: [{ controls: [{ [property]: value }, {}] }] });
    if (event !== undefined) expect(heard.at(-1)).toBe(value);
  });
});

test("a dropdown's typed text is merged like any other", async () => {
  const field = new Dropdown({ editable: true, text: "Pe" });
  await using h = mount(field);
  const { client } = h as unknown as { client: { write(id: number, properties: object): void } };
  field.text = "Pea: ";
  await h.flush();
  // Written before the client saw the app's text.
  client.write(field.id, { text: "Pear" });
  await h.flush();
  expect(field.text).toBe("Pear");
});

test("the app's selection stays although the person moved the cursor before hearing of it", async () => {
  const field = new TextField({ value: "hello", onSelectionChange: () => {} });
  field.onFocus = () => {
    field.selection = { baseOffset: 0, extentOffset: 5 };
  };
  const h = mount(field, { network: { delay: 150 } });
  await h.advance(1000);
  void h.tap(field);
  await h.advance(10);
  const { client } = h as unknown as { client: { enter(...write: unknown[]): void } };
  client.enter(field.id, "selection", { baseOffset: 3, extentOffset: 3 }, undefined, {
    merge: (_: unknown, own: unknown) => own,
  });
  await h.advance(2000);
  expect(field.selection).toEqual({ baseOffset: 0, extentOffset: 5 });
  expect(h.tree()).toMatchObject({ controls: [{ selection: { baseOffset: 0, extentOffset: 5 } }] });
});

test("a selection is sent each time that the app sets it, and its object is the app's own", async () => {
  const field = new TextField({ value: "hello" });
  await using h = mount(field);
  const first = { baseOffset: 0, extentOffset: 2 };
  field.selection = first;
  await h.flush();
  h.takeOperations();
  for (const again of [first, { ...first }]) {
    field.selection = again;
    await h.flush();
    expect(h.takeOperations()).toMatchObject([{ path: "/2/selection", value: first }]);
  }
});

test("a selection that the person makes is not sent back", async () => {
  const field = new TextField({ value: "hello" });
  await using h = mount(field);
  h.takeOperations();
  await h.write(field, { selection: { baseOffset: 1, extentOffset: 3 } });
  expect(field.selection).toEqual({ baseOffset: 1, extentOffset: 3 });
  expect(h.takeOperations()).toEqual([]);
});
