import {
  AutoComplete,
  AutofillGroup,
  Button,
  Column,
  type Control,
  Dropdown,
  DropdownOption,
  Radio,
  RadioGroup,
  RangeSlider,
  Row,
  SearchBar,
  Slider,
  Switch,
  Text,
  TextField,
} from "runlet";
import { expect, test } from "vitest";
import { handlerName } from "../../../src/core/declaration/spec.ts";
import { eventually } from "../../support/patience.ts";
import { type Opened, openApp } from "../open.ts";
import { Marker } from "../support/marker.ts";

/** Records the events that an app receives, in order. */
function listener() {
  const received: unknown[] = [];
  const on =
    (event: string) =>
    ({ data }: { data: unknown }) =>
      void received.push(data === undefined ? event : [event, data]);
  return { heard: received, on };
}

test("a switch toggles by click, Space and Enter, and reports focus and blur", async () => {
  const { heard: received, on } = listener();
  const wifi = new Switch({ label: "Wi-Fi", onChange: on("change"), onFocus: on("focus"), onBlur: on("blur") });
  const { tab, problems } = await openApp((page) => page.add(wifi));
  const field = tab.getByRole("switch", { name: "Wi-Fi" });
  await tab.getByText("Wi-Fi").click();
  expect(await field.isChecked()).toBe(true);
  await field.press("Space");
  await field.press("Enter");
  await tab.keyboard.press("Tab");
  await eventually(() =>
    expect(received).toEqual(["focus", ["change", true], ["change", false], ["change", true], "blur"]),
  );
  wifi.value = false;
  await eventually(async () => expect(await field.isChecked()).toBe(false));
  wifi.disabled = true;
  await eventually(async () => expect(await field.isDisabled()).toBe(true));
  expect(received).toHaveLength(5);
  expect(problems).toEqual([]);
});

/** Returns the position on the screen of a fraction of a slider's track. */
async function placeOn(tab: Opened["tab"], share: number, nth = 0) {
  const box = await tab.locator(".r-slider").nth(nth).boundingBox();
  if (box === null) throw new Error("no slider");
  return { x: box.x + 24 + share * (box.width - 48), y: box.y + box.height / 2 };
}

async function drag({ mouse }: Opened["tab"], from: { x: number; y: number }, to: { x: number; y: number }) {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, from.y, { steps: 5 });
  await mouse.move(to.x, to.y, { steps: 5 });
  await mouse.up();
}

test("dragging a slider fires changeStart once, then change, and changeEnd with the last value", async () => {
  const { heard: received, on } = listener();
  const volume = new Slider({ max: 100, divisions: 100, label: "{value} %", semanticsLabel: "Volume" });
  for (const event of ["changeStart", "change", "changeEnd", "focus", "blur"] as const)
    Reflect.set(volume, handlerName(event), on(event));
  const { tab, problems } = await openApp((page) => page.add(volume));
  await drag(tab, await placeOn(tab, 0), await placeOn(tab, 0.6));
  await eventually(() => expect(received.at(-1)).toEqual(["changeEnd", 60]));
  expect(received.filter((one) => one === "focus" || (one as unknown[])[0] === "changeStart")).toHaveLength(2);
  expect(received.at(-2)).toEqual(["change", 60]);
  expect(volume.value).toBe(60);
  expect(await tab.locator(".r-slider-tip").textContent()).toBe("60 %");
  received.length = 0;
  await tab.keyboard.press("ArrowLeft");
  await tab.keyboard.press("Home");
  await tab.keyboard.press("Tab");
  await eventually(() => expect(received).toHaveLength(7));
  expect(received).toEqual([
    ["changeStart", 60],
    ["change", 59],
    ["changeEnd", 59],
    ["changeStart", 59],
    ["change", 0],
    ["changeEnd", 0],
    "blur",
  ]);
  volume.value = 30;
  await eventually(async () => expect(await tab.getByRole("slider", { name: "Volume" }).inputValue()).toBe("30"));
  expect(received).toHaveLength(7);
  expect(problems).toEqual([]);
});

test("a slider reports one change per frame, and always the last value", async () => {
  const { heard: received, on } = listener();
  const volume = new Slider({ max: 1000, onChange: on("change") });
  const { tab, sent } = await openApp((page) => page.add(volume));
  await tab.getByRole("slider").evaluate((input: HTMLInputElement) => {
    for (let value = 1; value <= 1000; value++) {
      input.value = String(value);
      input.dispatchEvent(new Event("input"));
    }
    input.dispatchEvent(new Event("change"));
  });
  await eventually(() => expect(received.at(-1)).toEqual(["change", 1000]));
  expect(received).toHaveLength(1);
  expect(sent.length).toBeLessThan(5);
});

test.each([
  ["tapOnly", 0.5, 0.2],
  ["slideOnly", 0.2, 0.5],
  ["slideThumb", 0.2, 0.2],
] as const)("interaction limits how a slider can be moved: %s", async (interaction, tapped, dragged) => {
  const slider = new Slider({ value: 0.2, interaction });
  const marker = new Marker();
  const { tab } = await openApp((page) => page.add(slider, marker));
  const [middle, right] = [await placeOn(tab, 0.5), await placeOn(tab, 0.8)];
  await tab.mouse.click(middle.x, middle.y);
  await marker.reach(tab);
  expect(slider.value).toBeCloseTo(tapped, 2);
  slider.value = 0.2;
  await eventually(async () => expect(await tab.getByRole("slider").inputValue()).toBe("0.2"));
  // This drag does not start on the thumb.
  await drag(tab, middle, right);
  await marker.reach(tab);
  expect(slider.value).toBeCloseTo(interaction === "tapOnly" ? 0.5 : dragged, 1);
  if (interaction !== "slideThumb") return;
  await drag(tab, await placeOn(tab, 0.2), right);
  await eventually(() => expect(slider.value).toBeCloseTo(0.8, 2));
});

test("dragging a range slider moves the nearer thumb, but not past the other one, also right to left", async () => {
  const { heard: received, on } = listener();
  const price = new RangeSlider({ startValue: 20, endValue: 60, max: 100, divisions: 100, rtl: true });
  for (const event of ["changeStart", "change", "changeEnd"]) Reflect.set(price, handlerName(event), on(event));
  const { tab } = await openApp((page) => page.add(price));
  await drag(tab, await placeOn(tab, 0.8), await placeOn(tab, 0.1));
  await eventually(() => expect(received.at(-1)).toEqual(["changeEnd", { startValue: 60, endValue: 60 }]));
  expect(received[0]).toEqual(["changeStart", { startValue: 20, endValue: 60 }]);
  expect(price).toMatchObject({ startValue: 60, endValue: 60 });
  await drag(tab, await placeOn(tab, 0.4), await placeOn(tab, 0.1));
  await eventually(() => expect(price.endValue).toBe(90));
  await tab.getByRole("slider").first().press("ArrowLeft");
  await eventually(() => expect(price.startValue).toBe(61));
});

test("a radio group is one Tab stop, arrow keys select a radio, and the app can change the selection", async () => {
  const { heard: received, on } = listener();
  const radios = ["s", "m", "l"].map((value) => new Radio({ value, label: value, toggleable: value === "l" }));
  const group = new RadioGroup({ value: "s", content: new Column({ controls: radios }), onChange: on("change") });
  (radios[2] as Radio).onFocus = on("focus l");
  const after = new Switch({ label: "After" });
  const { tab, problems } = await openApp((page) => page.add(group, after));
  const chosen = () =>
    tab.locator(".r-radio-input").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked));
  await eventually(async () => expect(await chosen()).toEqual([true, false, false]));
  await tab.keyboard.press("Tab");
  // The test waits for each change: of several changes while one is pending, only the last is reported.
  for (const [key, events] of [
    ["ArrowDown", 1],
    ["ArrowDown", 3],
    ["Enter", 4],
  ] as const) {
    await tab.keyboard.press(key);
    await eventually(() => expect(received).toHaveLength(events));
  }
  await tab.keyboard.press("Tab");
  expect(await tab.getByRole("switch").evaluate((input) => input === document.activeElement)).toBe(true);
  await tab.getByText("m", { exact: true }).click();
  await eventually(() =>
    expect(received).toEqual([["change", "m"], "focus l", ["change", "l"], ["change", null], ["change", "m"]]),
  );
  group.value = "s";
  await eventually(async () => expect(await chosen()).toEqual([true, false, false]));
  group.content = new Column({ controls: [...radios].reverse() });
  await eventually(async () => expect(await chosen()).toEqual([false, false, true]));
  expect(received).toHaveLength(5);
  expect(problems).toEqual([]);
});

test("a text field shows icons and a character counter, and the app can focus it", async () => {
  const { heard: received, on } = listener();
  const field = new TextField({ label: "Code", icon: "key", prefixIcon: "search", suffixIcon: "close", maxLength: 8 });
  field.counter = "{value_length} of {max_length}, {symbols_left} left";
  field.onFocus = on("focus");
  const { tab, problems } = await openApp((page) => {
    page.add(
      field,
      new Button({ content: "Go on", onClick: () => field.focus().then(() => void received.push("done")) }),
    );
  });
  await eventually(async () => expect(await tab.locator(".r-field .r-icon path").count()).toBe(3));
  await tab.getByRole("button").click();
  await eventually(() => expect(received).toEqual(["focus", "done"]));
  await tab.keyboard.type("abc");
  expect(await tab.locator(".r-field-counter").textContent()).toBe("3 of 8, 5 left");
  field.prefixIconSizeConstraints = { minWidth: 80 };
  field.sizeConstraints = { minHeight: 90 };
  await eventually(async () => {
    expect((await tab.locator(".r-field-prefixIcon").boundingBox())?.width).toBe(80);
    expect((await tab.locator(".r-field-box").boundingBox())?.height).toBe(90);
  });
  field.suffixIcon = null;
  await eventually(async () => expect(await tab.locator(".r-field-suffixIcon").count()).toBe(0));
  expect(problems).toEqual([]);
});

const fruit = () =>
  ["Apple", "Banana", "Blueberry", "Cherry"].map(
    (text) => new DropdownOption({ value: text.toLowerCase(), text, disabled: text === "Banana" }),
  );

function heardBy(control: Control, events = ["change", "select", "textChange", "focus", "blur"]) {
  const { heard: received, on } = listener();
  for (const event of events) Reflect.set(control, handlerName(event), on(event));
  return received;
}

test("a plain dropdown is a select element, and shows changes of its options and its value", async () => {
  const box = new Dropdown({ label: "Fruit", hintText: "Pick one", options: fruit() });
  const received = heardBy(box);
  const { tab, problems } = await openApp((page) => page.add(box));
  const select = tab.getByRole("combobox", { name: "Fruit" });
  expect(await select.evaluate((element) => element.tagName)).toBe("SELECT");
  await select.selectOption("cherry");
  await eventually(() =>
    expect(received).toEqual([
      ["change", "cherry"],
      ["select", "cherry"],
    ]),
  );
  box.value = "apple";
  (box.options[0] as DropdownOption).text = "Pear";
  box.options.push(new DropdownOption({ text: "Fig" }));
  await eventually(async () => {
    expect(await select.locator("option:checked").textContent()).toBe("Pear");
    expect(await select.locator("option").allTextContents()).toEqual([
      "Pick one",
      "Pear",
      "Banana",
      "Blueberry",
      "Cherry",
      "Fig",
    ]);
  });
  await select.press("F");
  await eventually(() => expect(box.value).toBe("Fig"));
  expect(problems).toEqual([]);
});

test("a dropdown that draws its own list works by pointer and keyboard", async () => {
  const box = new Dropdown({ label: "Fruit", menuHeight: 120, options: fruit() });
  const received = heardBy(box);
  const { tab, problems } = await openApp((page) => page.add(box, new Button({ content: "After" })));
  const field = tab.getByRole("combobox", { name: "Fruit" });
  await field.click();
  expect(await field.getAttribute("aria-expanded")).toBe("true");
  await tab.getByRole("option", { name: "Banana" }).click({ force: true });
  await tab.getByRole("option", { name: "Cherry" }).click();
  expect(await field.inputValue()).toBe("Cherry");
  expect(await tab.getByRole("listbox").count()).toBe(0);
  await field.press("ArrowDown");
  await field.press("ArrowUp");
  await field.press("Enter");
  await field.press("a");
  await field.press("Escape");
  await field.press("a");
  await field.press(" ");
  await field.press("Tab");
  await eventually(() =>
    expect(received).toEqual([
      "focus",
      ["change", "cherry"],
      ["select", "cherry"],
      ["change", "blueberry"],
      ["select", "blueberry"],
      ["change", "apple"],
      ["select", "apple"],
      "blur",
    ]),
  );
  box.options.splice(0, 1);
  await eventually(async () => expect(await field.inputValue()).toBe(""));
  expect(problems).toEqual([]);
});

test("typing in a dropdown finds an option, and an editable dropdown accepts any text", async () => {
  const box = new Dropdown({ label: "Fruit", enableFilter: true, options: fruit() });
  const received = heardBy(box);
  const { tab } = await openApp((page) => page.add(box));
  const field = tab.getByRole("combobox");
  await field.pressSequentially("bl");
  expect(await tab.getByRole("option").allTextContents()).toEqual(["Blueberry"]);
  await field.press("Enter");
  await eventually(() =>
    expect(received.slice(-3)).toEqual([
      ["textChange", "Blueberry"],
      ["change", "blueberry"],
      ["select", "blueberry"],
    ]),
  );
  await field.fill("nothing");
  await field.blur();
  expect(await field.inputValue()).toBe("Blueberry");
  await eventually(() => expect(box.text).toBe("Blueberry"));
  box.editable = true;
  // The client may not know yet that the text can be edited.
  await eventually(async () => {
    await field.fill("nothing");
    await field.blur();
    expect(await field.inputValue()).toBe("nothing");
  });
  await eventually(() => expect(box).toMatchObject({ text: "nothing", value: "blueberry" }));
  box.value = "apple";
  await eventually(async () => expect(await field.inputValue()).toBe("Apple"));
});

test("an editable dropdown shows what value and text say, also after a reload", async () => {
  const box = new Dropdown({ label: "Fruit", editable: true, value: "banana", options: fruit() });
  const { tab, problems } = await openApp((page) => page.add(box));
  const field = tab.getByRole("combobox");
  const expectText = async (text: string) => {
    await eventually(async () => expect(await field.inputValue()).toBe(text));
    await tab.reload();
    await eventually(async () => expect(await field.inputValue()).toBe(text));
  };
  await field.fill("Plum");
  await field.blur();
  await eventually(() => expect(box.text).toBe("Plum"));
  box.value = "apple";
  await expectText("Apple");
  expect(box.text).toBeNull();
  await field.fill("Quince");
  await field.blur();
  await expectText("Quince");
  expect(box).toMatchObject({ value: "apple", text: "Quince" });
  box.value = null;
  await expectText("");
  expect(problems).toEqual([]);
});

test("an autocomplete field suggests values that can be picked by keyboard and pointer", async () => {
  const suggestions = ["Finland", "France", "Germany"].map((value) => ({ key: value, value: `${value}!` }));
  const country = new AutoComplete({ label: "Country", suggestions });
  const received = heardBy(country, ["change", "select"]);
  const { tab, problems } = await openApp((page) => page.add(country));
  const field = tab.getByRole("combobox", { name: "Country" });
  await field.pressSequentially("f");
  expect(await tab.getByRole("option").allTextContents()).toEqual(["Finland!", "France!"]);
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  expect(await tab.getByRole("option", { name: "France!" }).getAttribute("id")).toBe(
    await field.getAttribute("aria-activedescendant"),
  );
  await field.press("Enter");
  expect(await field.inputValue()).toBe("France!");
  const picked = ["select", { index: 1, selection: { key: "France", value: "France!" } }];
  await eventually(() => expect(received).toEqual([["change", "f"], ["change", "France!"], picked]));
  expect(country).toMatchObject({ value: "France!", selectedIndex: 1 });
  await field.fill("ger");
  await eventually(() => expect(country.selectedIndex).toBe(null));
  await tab.getByRole("option").click();
  await eventually(() => expect(country).toMatchObject({ value: "Germany!", selectedIndex: 2 }));
  await field.fill("x");
  expect(await tab.getByRole("listbox").count()).toBe(0);
  expect(problems).toEqual([]);
});

test("a search bar and its view show the same text", async () => {
  const bar = new SearchBar({
    barHintText: "Search",
    controls: [new Text({ value: "Found" }), new Button({ content: "Pick" })],
  });
  const received = heardBy(bar, ["tap", "tapOutsideBar", "tapOutsideView", "submit", "change", "focus", "blur"]);
  bar.onTap = () => {
    received.push("tap");
    void bar.openView();
  };
  (bar.controls[1] as Button).onClick = () => void bar.closeView("picked");
  const { tab, problems } = await openApp((page) =>
    page.add(bar, new Text({ value: "Elsewhere", margin: { top: 400 } })),
  );
  const view = tab.locator(".r-search-view");
  await tab.getByRole("searchbox", { name: "Search" }).click();
  await view.waitFor();
  await tab.keyboard.type("a");
  await tab.keyboard.press("Enter");
  await eventually(() => expect(received).toEqual(["focus", "tap", ["change", "a"], ["submit", "a"]]));
  expect(await tab.locator(".r-search-bar input").inputValue()).toBe("a");
  await tab.getByRole("button", { name: "Pick" }).click();
  await view.waitFor({ state: "hidden" });
  expect(bar.value).toBe("picked");
  expect(await tab.locator(".r-search-bar input").inputValue()).toBe("picked");
  await tab.getByText("Elsewhere").click();
  await eventually(() => expect(received.slice(-2)).toEqual(["tapOutsideBar", "blur"]));
  await bar.openView();
  await view.waitFor();
  await tab.getByRole("button", { name: "Clear" }).click();
  expect(await view.locator("input").evaluate((input) => input === document.activeElement)).toBe(true);
  await eventually(() => expect(bar.value).toBe(""));
  await tab.getByText("Elsewhere").click();
  await eventually(() => expect(received).toContain("tapOutsideView"));
  await view.waitFor({ state: "hidden" });
  await bar.openView();
  await tab.keyboard.press("Escape");
  await view.waitFor({ state: "hidden" });
  await tab.setViewportSize({ width: 500, height: 600 });
  await bar.openView();
  await eventually(async () => expect(await view.boundingBox()).toEqual({ x: 0, y: 0, width: 500, height: 600 }));
  await tab.getByRole("button", { name: "Back" }).click();
  await view.waitFor({ state: "hidden" });
  expect(problems).toEqual([]);
});

test("the fields of an autofill group are one form, which is submitted or reset when it is removed", async () => {
  const form = () =>
    new AutofillGroup({
      content: new Column({
        controls: [new TextField({ label: "User", autofillHints: "username" }), new Button({ content: "Go" })],
      }),
    });
  const [kept, dropped] = [form(), form()];
  dropped.disposeAction = "cancel";
  let remove = (_: Control) => {};
  const { tab, problems } = await openApp((page) => {
    page.add(kept, dropped);
    remove = (group) => void page.controls.splice(page.controls.indexOf(group), 1);
  });
  await tab.evaluate(() => {
    const log: string[] = [];
    Object.assign(window, { log });
    for (const type of ["submit", "reset"])
      document.addEventListener(
        type,
        ({ target }) => log.push(`${type} ${(target as HTMLFormElement).elements.length}`),
        true,
      );
  });
  const log = () => tab.evaluate(() => (window as unknown as { log: string[] }).log);
  await tab.getByLabel("User").first().fill("me");
  await tab.getByLabel("User").first().press("Enter");
  expect(await log()).toEqual(["submit 2"]);
  remove(kept);
  await eventually(async () => expect(await log()).toEqual(["submit 2", "submit 2"]));
  remove(dropped);
  await eventually(async () => expect((await log()).at(-1)).toBe("reset 2"));
  expect(problems).toEqual([]);
});

test("Tab follows the order of the tree, also after a change, and focus() reaches a moved control", async () => {
  const fields = ["a", "b", "c"].map((label) => new TextField({ label, autofocus: label === "b" }));
  const row = new Row({ controls: [...fields, new Switch({ label: "d" })] });
  const { tab } = await openApp((page) => page.add(row));
  const at = () => tab.evaluate(() => document.activeElement?.closest(".r-field, .r-switch")?.textContent?.trim());
  await eventually(async () => expect(await at()).toBe("b"));
  await tab.keyboard.press("Tab");
  expect(await at()).toBe("c");
  await tab.keyboard.press("Tab");
  expect(await at()).toBe("d");
  row.controls.reverse();
  await (fields[0] as TextField).focus();
  expect(await at()).toBe("a");
  await tab.keyboard.press("Shift+Tab");
  expect(await at()).toBe("b");
  await tab.keyboard.press("Shift+Tab");
  await tab.keyboard.press("Shift+Tab");
  expect(await at()).toBe("d");
});
