import {
  AutoComplete,
  Button,
  Checkbox,
  Chip,
  Column,
  Container,
  type Control,
  Dropdown,
  DropdownOption,
  ExpansionTile,
  GestureDetector,
  ListTile,
  ListView,
  type Page,
  PopupMenuButton,
  PopupMenuItem,
  Radio,
  RadioGroup,
  Row,
  SearchBar,
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
import { pick } from "../../support/random.ts";

/** An event that the app heard. */
export interface HeardEvent {
  readonly control: Control;
  readonly name: string;
  readonly data: unknown;
}

/** Events that the app listens to, apart from those that report a value. */
const OTHERS: readonly string[] = [
  "focus",
  "blur",
  "hover",
  "enter",
  "exit",
  "changeStart",
  "changeEnd",
  "panStart",
  "panEnd",
  "tapDown",
  "tapUp",
  "tapCancel",
  "open",
  "cancel",
  "select",
];

/** Property that an event reports. Its data and the property are equal when the handler runs. */
const REPORTED: { readonly [event: string]: string } = { change: "value", textChange: "text" };

/** A page with controls of many kinds, which notes what it hears and changes itself at random. */
export class FuzzApp {
  readonly heard: HeardEvent[] = [];
  /** What was wrong when a handler ran. */
  readonly wrong: string[] = [];
  page!: Page;
  readonly field: TextField = new TextField({ label: "Upper", capitalization: "none" });
  readonly notes: TextField = new TextField({ label: "Notes", multiline: true });
  readonly chat: TextField = new TextField({ label: "Chat" });
  readonly box: Checkbox = new Checkbox({ label: "Box" });
  readonly switched: Switch = new Switch({ label: "Switch" });
  readonly slider: Slider = new Slider({ max: 100, divisions: 100, value: 20, width: 200 });
  readonly bar: TabBar = new TabBar({ tabs: ["one", "two", "three"].map((label) => new Tab({ label })) });
  readonly tabs: Tabs = new Tabs({ length: 3, content: this.bar });
  readonly segments: SegmentedButton = new SegmentedButton({
    segments: ["a", "b", "c"].map((value) => new Segment({ value, label: value })),
    selected: ["a"],
  });
  readonly radios: RadioGroup = new RadioGroup({
    content: new Row({ controls: ["x", "y", "z"].map((value) => new Radio({ value, label: value })) }),
  });
  readonly menu: PopupMenuButton = new PopupMenuButton({
    content: new Text({ value: "Menu" }),
    items: ["open", "save", "quit"].map((content) => new PopupMenuItem({ content })),
  });
  readonly detector: GestureDetector = new GestureDetector({
    content: new Container({ width: 200, height: 40, bgcolor: "#dddddd", content: new Text({ value: "Pan" }) }),
  });
  readonly list: ListView = new ListView({
    height: 120,
    controls: Array.from({ length: 12 }, (_, n) => new ListTile({ title: `Line ${n}`, onClick: () => {} })),
  });
  readonly rows: Column = new Column();
  #made = 0;

  readonly main = (page: Page): void => {
    this.page = page;
    const others: Control[] = [
      new Dropdown({
        label: "Fruit",
        editable: true,
        options: ["Apple", "Pear"].map((text) => new DropdownOption({ value: text, text })),
      }),
      new AutoComplete({ label: "City", suggestions: ["Bern", "Berlin"].map((value) => ({ key: value, value })) }),
      new SearchBar({ barHintText: "Search" }),
      new Chip({ label: "Chip" }),
      new ExpansionTile({ title: "Tile", controls: [new Text({ value: "inside" })] }),
      new Button({ content: "Button", onClick: () => {} }),
    ];
    const chosen = [this.box, this.switched, this.segments, this.radios, this.menu, ...others.splice(3)];
    const all = [this.field, this.notes, this.chat, this.slider, this.tabs, this.detector, ...chosen, ...others];
    for (const control of all) this.#listen(control);
    this.field.onChange = ({ data }) => void (this.field.value = data.toUpperCase());
    this.chat.onSubmit = () => void (this.chat.value = "");
    page.scroll = "auto";
    page.add(
      new Row({ controls: [this.field, this.chat].map((field) => new Container({ width: 200, content: field })) }),
      this.notes,
      new Row({ wrap: true, controls: [...chosen, this.slider, this.detector] }),
      this.tabs,
      this.rows,
      this.list,
      ...others,
    );
  };

  #listen(control: Control): void {
    for (const name of [...OTHERS, ...Object.keys(REPORTED)]) {
      const handler = `on${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      if (!(handler in control)) continue;
      Reflect.set(control, handler, ({ data }: { data: unknown }) => {
        this.heard.push({ control, name, data });
        const property = REPORTED[name] ?? "";
        const value: unknown = property in control ? Reflect.get(control, property) : data;
        if (typeof value !== "object" && value !== data)
          this.wrong.push(
            `${control.constructor.name}.${name} has ${String(data)}, and the property is ${String(value)}`,
          );
      });
    }
  }

  /** Changes that the app makes by itself. Each has a short name for the report of a failure. */
  readonly #changes: { readonly [name: string]: (random: () => number) => void } = {
    "text in the notes": () => void (this.notes.value += "+"),
    "notes from the start": () => void (this.notes.value = `>${this.notes.value}`),
    "the slider": (random) => void (this.slider.value = Math.floor(random() * 100)),
    "a new tab in front": () => {
      if (this.bar.tabs.length > 5) return;
      this.bar.tabs.unshift(new Tab({ label: `new ${++this.#made}` }));
      this.tabs.length++;
    },
    "the first tab goes": () => {
      if (this.bar.tabs.length < 3) return;
      this.bar.tabs.shift();
      this.tabs.length--;
      this.tabs.selectedIndex = Math.min(this.tabs.selectedIndex, this.tabs.length - 1);
    },
    "a menu item goes": () => void (this.menu.items.length > 1 && this.menu.items.shift()),
    "a menu item comes": () => {
      if (this.menu.items.length < 5) this.menu.items.push(new PopupMenuItem({ content: `item ${++this.#made}` }));
    },
    "a control is hidden or shown": (random) => {
      const control = this.#any(random);
      control.visible = !control.visible;
    },
    "a control is disabled or enabled": (random) => {
      const control = this.#any(random);
      control.disabled = !control.disabled;
    },
    "a row comes": () => {
      if (this.rows.controls.length < 4) this.rows.controls.unshift(new Button({ content: `row ${++this.#made}` }));
    },
    "a row goes": () => void this.rows.controls.shift(),
    "the order changes": () => void this.rows.controls.reverse(),
    "a line of the list goes": () => void (this.list.controls.length > 3 && this.list.controls.shift()),
  };

  #any(random: () => number): Control {
    const all = [this.field, this.notes, this.box, this.slider, this.menu, this.detector, this.switched, this.segments];
    return pick<Control>(random, all);
  }

  /** Makes one change and sends it. Returns its name. */
  change(random: () => number): string {
    const name = pick(random, Object.keys(this.#changes));
    this.#changes[name]?.(random);
    this.page.update();
    return name;
  }
}
