import {
  Checkbox,
  Chip,
  Column,
  type Control,
  ExpansionTile,
  Radio,
  RadioGroup,
  Segment,
  SegmentedButton,
  Slider,
  Switch,
  Tab,
  TabBar,
  Tabs,
  Text,
  TextField,
} from "runlet";
import { type Harness, mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

// K9 of the trials: each choice arrives once and in order, over a slow line and over one that is cut.

/** A control, what is tapped in turn, and the data that the app hears for each tap. */
interface Choice {
  readonly shown: Control;
  readonly taps: readonly Control[];
  readonly event: string;
  readonly data: readonly unknown[];
}

const CHOICES: { readonly [title: string]: () => Choice } = {
  Checkbox: () => toggled(new Checkbox({ label: "x" }), "change"),
  "Checkbox with three states": () => {
    const shown = new Checkbox({ label: "x", tristate: true });
    return { shown, taps: Array(6).fill(shown), event: "change", data: [true, null, false, true, null, false] };
  },
  Switch: () => toggled(new Switch({ label: "x" }), "change"),
  Chip: () => toggled(new Chip({ label: "x" }), "select"),
  ExpansionTile: () => toggled(new ExpansionTile({ title: "x" }), "change"),
  RadioGroup: () => {
    const radios = ["a", "b", "c"].map((value) => new Radio({ value, label: value }));
    const taps = [0, 1, 2, 1, 0, 2].map((at) => radios[at] as Radio);
    const shown = new RadioGroup({ content: new Column({ controls: radios }) });
    return { shown, taps, event: "change", data: taps.map(({ value }) => value) };
  },
  SegmentedButton: () => {
    const segments = ["a", "b", "c"].map((value) => new Segment({ value, label: value }));
    const taps = [1, 2, 1, 0, 2].map((at) => segments[at] as Segment);
    const shown = new SegmentedButton({ segments, selected: ["a"] });
    return { shown, taps, event: "change", data: taps.map(({ value }) => [value]) };
  },
  "SegmentedButton with several": () => {
    const segments = ["a", "b"].map((value) => new Segment({ value, label: value }));
    const taps = [1, 0, 1].map((at) => segments[at] as Segment);
    const shown = new SegmentedButton({
      segments,
      selected: ["a"],
      allowMultipleSelection: true,
      allowEmptySelection: true,
    });
    return { shown, taps, event: "change", data: [["a", "b"], ["b"], []] };
  },
  Tabs: () => {
    const tabs = ["a", "b", "c"].map((label) => new Tab({ label }));
    const taps = [1, 2, 0, 1].map((at) => tabs[at] as Tab);
    return { shown: new Tabs({ length: 3, content: new TabBar({ tabs }) }), taps, event: "change", data: [1, 2, 0, 1] };
  },
};

function toggled(shown: Control, event: string): Choice {
  return { shown, taps: Array(6).fill(shown), event, data: [true, false, true, false, true, false] };
}

/** Shows a control with a handler that does what handlers do. Returns the harness and the data that the handler got. */
function show({ shown, event }: Choice, delay: number): { h: Harness; heard: unknown[] } {
  const heard: unknown[] = [];
  const text = new Text();
  const handler = ({ data }: { data: unknown }): void => {
    heard.push(data);
    text.value += `${String(data)} `;
  };
  Reflect.set(shown, `on${event.charAt(0).toUpperCase()}${event.slice(1)}`, handler);
  return { h: mount(new Column({ controls: [shown, text] }), { network: { delay } }), heard };
}

describe.each(Object.entries(CHOICES))("%s", (_, make) => {
  test.each([0, 20, 150, 1000])("on a line with a delay of %i ms", async (delay) => {
    const choice = make();
    const { h, heard } = show(choice, delay);
    await h.advance(5000);
    for (const tapped of choice.taps) {
      void h.tap(tapped);
      await h.advance(40);
    }
    await h.advance(10_000);
    expect(heard).toEqual(choice.data);
  });

  test("while the line is cut, and then again", async () => {
    const choice = make();
    const { h, heard } = show(choice, 50);
    await h.advance(1000);
    for (const [index, tapped] of choice.taps.entries()) {
      if (index === 1) h.disconnect();
      void h.tap(tapped);
      await h.advance(10);
    }
    expect(heard.length).toBeLessThan(2);
    void h.reconnect();
    await h.advance(20_000);
    expect(heard).toEqual(choice.data);
  });
});

test("text and dragged values leave out what the line is too slow for, and end with the last", async () => {
  const heard: unknown[] = [];
  const note = ({ data }: { data: unknown }) => void heard.push(data);
  const field = new TextField({ onChange: note });
  const slider = new Slider({ max: 10, divisions: 10, value: 0, onChange: note });
  const h = mount(new Column({ controls: [field, slider] }), { network: { delay: 150 } });
  await h.advance(1000);
  void h.type(field, "milk");
  for (let step = 0; step < 4; step++) await h.advance(10);
  await h.advance(2000);
  expect(heard.at(-1)).toBe("milk");
  heard.length = 0;
  for (let step = 0; step < 6; step++) {
    void h.press(slider, "ArrowRight");
    await h.advance(10);
  }
  await h.advance(2000);
  expect(heard.length).toBeLessThan(6);
  expect([heard.at(-1), slider.value]).toEqual([6, 6]);
});
