import {
  AnimatedSwitcher,
  Checkbox,
  Column,
  Container,
  Control,
  Dropdown,
  DropdownOption,
  ExpansionTile,
  RangeSlider,
  Slider,
  Tab,
  TabBar,
  TabBarView,
  Tabs,
  TextField,
} from "runlet";
import { button, disable, type FocusCase, type FocusCases, hide, remove, type Step } from "./case.ts";

type Rest = readonly [focused: string, ...keys: Step[]];

interface Form {
  readonly root: Column;
  readonly name: TextField;
  readonly mail: TextField;
  readonly box: Container;
  readonly yes: Control;
  readonly no: Control;
}

/** A column of a field, a box with two buttons, and a field. */
function form(at: Exclude<keyof Form, "root" | "box">, act: (form: Form) => void, ...[focused, ...keys]: Rest) {
  return (): FocusCase => {
    const [name, mail] = [new TextField({ label: "name" }), new TextField({ label: "mail" })];
    const [yes, no] = [button("yes"), button("no")];
    const box = new Container({ content: new Column({ controls: [yes, no] }) });
    const root = new Column({ controls: [name, box, mail] });
    const all = { root, name, mail, box, yes, no };
    return { root, start: all[at], act: () => act(all), focused, keys };
  };
}

/** Moves a control to a column at the end. */
function move(control: Control, { controls }: Column, visible: boolean): void {
  remove(control);
  controls.push(new Column({ visible, controls: [control] }));
}

/** A control of the app's own, around a button. */
class Card extends Control {
  readonly inner: Control = button("inner");
  override build(): Control {
    return new Column({ controls: [this.inner] });
  }
}

/** A control that is followed by a checkbox. */
function single<C extends Control>(
  make: () => C,
  part: string | undefined,
  act: (control: C) => void,
): () => FocusCase {
  return () => {
    const start = make();
    const root = new Column({ controls: [start, new Checkbox({ label: "box" })] });
    return { root, start, ...(part !== undefined && { part }), act: () => act(start), focused: "box" };
  };
}

export const otherCases: FocusCases = {
  "a field goes": form("name", ({ name }) => remove(name), "yes", ["Tab", "no"]),
  "a field hides": form("name", ({ name }) => hide(name), "yes"),
  "a field is disabled": form("mail", ({ mail }) => disable(mail), "no"),
  "a button in a box that hides": form("yes", ({ box }) => hide(box), "mail"),
  "a button in a box that is disabled": form("no", ({ box }) => disable(box), "mail"),
  "a button is replaced": form(
    "yes",
    ({ box }) => {
      (box.content as Column).controls[0] = button("new");
    },
    "new",
  ),
  "a button moves into a new column": form("no", ({ no, root }) => move(no, root, true), "no"),
  "a button moves to where it is hidden": form("yes", ({ yes, root }) => move(yes, root, false), "no"),
  "everything around it goes": form("no", ({ root }) => root.controls.splice(0), "After"),
  "a slider is disabled": single(() => new Slider({ value: 0.5 }), undefined, disable),
  "a slider hides": single(() => new Slider({ value: 0.5 }), undefined, hide),
  "a range slider goes": single(() => new RangeSlider({ startValue: 0.2, endValue: 0.8 }), "input + input", remove),
  "a dropdown goes": single(() => new Dropdown({ options: [new DropdownOption({ value: "x" })] }), undefined, remove),
  "a tile closes": () => {
    const start = button("inside");
    const root = new ExpansionTile({ title: "tile", expanded: true, controls: [start] });
    return { root, start, act: () => void (root.expanded = false), focused: "tile" };
  },
  "another panel is shown": () => {
    const tabs = ["A", "B"].map((label) => new Tab({ label }));
    const panels = ["in A", "in B"].map((name) => new Column({ controls: [button(name)] }));
    const content = new Column({ controls: [new TabBar({ tabs }), new TabBarView({ height: 80, controls: panels })] });
    const root = new Tabs({ length: 2, selectedIndex: 1, content });
    const start = panels[1]?.controls[0] as Control;
    const act = () => void (root.selectedIndex = 0);
    // The panel itself has the focus, which the kit does not know.
    return { root, start, act, focused: "A", inKit: "in A", keys: [["Tab", "in A"]] };
  },
  "content leaves with an animation": () => {
    const start = button("old");
    const root = new AnimatedSwitcher({ content: start, duration: 5000, reverseDuration: 5000 });
    return { root, start, act: () => void (root.content = button("new")), focused: "new" };
  },
  "a box can no longer be clicked": () => {
    const root = new Container({ content: button("inner"), onClick: () => {} });
    return { root, start: root, act: () => void (root.onClick = undefined), focused: "inner" };
  },
  "a control of the app's own goes": () => {
    const cards = [new Card(), new Card(), new Card()];
    const root = new Column({ controls: cards });
    return {
      root,
      start: cards[0]?.inner as Control,
      act: () => void root.controls.splice(0, 3, button("last")),
      focused: "last",
    };
  },
};
