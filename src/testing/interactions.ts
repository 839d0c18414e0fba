import type { Control } from "../core/control.ts";
import { filterText, isSubmit, type TypingRule, tickedNext } from "../protocol/input.ts";
import type { Json } from "../protocol/messages.ts";
import { type Acting, behaviourOf } from "./behaviours.ts";
import { Focus } from "./focus.ts";
import { hearsGestures, isDetector, ownsClick, touch } from "./gestures.ts";
import { Menus } from "./menus.ts";
import { Queries } from "./queries.ts";
import { assertUsable, noAnswer, refusal } from "./refusals.ts";
import { Shown } from "./shown.ts";
import type { TestClient } from "./test-client.ts";

/** Where a touch is, as far as a client without a screen knows. */
const TOUCH: Json = { kind: "touch", localPosition: { x: 0, y: 0 }, globalPosition: { x: 0, y: 0 } };

/** What a person does with controls, sent as the browser's client sends it. */
export abstract class Interactions extends Queries {
  protected abstract get client(): TestClient;
  readonly #focus: Focus = new Focus((control) => this.#show(control));

  readonly #acting: Acting = {
    focus: (control) => this.#focus.move(control),
    press: (shown) => this.#press(shown),
    menus: new Menus(this.#focus),
  };

  /** Waits for promises that are ready and messages on their way, and flushes. */
  abstract flush(): Promise<void>;

  /**
   * Clicks or touches a control as a person does: a button is clicked, a checkbox ticked, a field gets the keyboard.
   * What takes no clicks itself passes them to what it stands in: a tap on a Text in a Button clicks the button.
   * Rejects when the control cannot be used, or nothing would happen, and says why.
   */
  async tap(control: Control): Promise<void> {
    await this.flush();
    const path = this.#usable("tap", control);
    if (path[0].get("ignorePointers") === true) {
      throw refusal("tap", control, "has ignorePointers", "control-disabled");
    }
    const target = path.find((shown) => shown.isActive);
    const untouchable = target && behaviourOf(target.control)?.untouchable;
    if (target !== undefined && untouchable !== undefined)
      throw refusal("tap", target.control, untouchable, "not-listening");
    const isHeard =
      path.some((shown) => shown.hears("tapDown") || hearsGestures(shown)) || target?.isAnswering === true;
    if (!isHeard) throw noAnswer("tap", target ?? path[0]);
    this.#acting.menus.touch(path);
    const settle = touch(path, target, (shown) => shown.emit("tapDown", TOUCH));
    this.#focus.touch(path);
    this.#focus.move((target && behaviourOf(target.control)?.focused?.(target)) ?? target?.control);
    const owner = path.find((shown) => shown === target || ownsClick(shown));
    if (owner !== undefined && !isDetector(owner)) this.#press(owner);
    settle();
    await this.flush();
  }

  /**
   * Types at the end of a field, letter by letter: each is a write, and a `change` event if somebody listens. What
   * `maxLength` and `inputFilter` keep out is kept out. A line break is the Enter key.
   */
  async type(control: Control, text: string): Promise<void> {
    await this.flush();
    this.#field("type", control);
    this.#focus.move(control);
    await this.flush();
    for (const letter of text.replaceAll("\r\n", "\n")) {
      this.#keyInField("type", this.#field("type", control), letter === "\n" ? "Enter" : letter);
      await this.flush();
    }
  }

  /** Marks all of a field and deletes it. */
  async clear(control: Control): Promise<void> {
    await this.flush();
    const field = this.#field("clear", control);
    this.#focus.move(control);
    this.#enter(field, "");
    await this.flush();
  }

  /**
   * Presses a key while a control has the keyboard: `"Enter"`, `"Shift+Enter"`, `" "`, `"Backspace"`, a letter, or
   * `"Tab"`, which goes on to the next control. Rejects as `tap` does.
   */
  async press(control: Control, key: string): Promise<void> {
    await this.flush();
    const [shown] = this.#usable("press", control);
    if (!shown.isActive) throw noAnswer("press", shown);
    this.#focus.move(control);
    await this.flush();
    if (key === "Tab") this.#focus.move(this.#focus.after(control, this.root));
    else this.#key(this.#usable("press", control)[0], key);
    await this.flush();
  }

  /** An event as the client sends it: through the wire and its checks. Rejects when it was refused. */
  async fire(control: Control, event: string, data?: Json): Promise<void> {
    this.client.event(control.id, event, data);
    await this.flush();
  }

  /** A property write as the client sends it. Rejects when it was refused. */
  async write(control: Control, properties: { readonly [name: string]: Json }): Promise<void> {
    this.client.write(control.id, properties);
    await this.flush();
  }

  #show(control: Control): Shown {
    return new Shown(control, this.client);
  }

  /** A control that a person can use now, and what it stands in, from the inside out. */
  #usable(action: string, control: Control): [Shown, ...Shown[]] {
    if (!control.isMounted) throw refusal(action, control, "is not on the page, or waits for update()", "not-mounted");
    const path: [Shown, ...Shown[]] = [this.#show(control)];
    for (let at = control.parent; at !== undefined; at = at.parent) path.push(this.#show(at));
    assertUsable(action, path);
    for (const shown of path) {
      const why = behaviourOf(shown.control)?.hindrance?.(shown, this.#acting);
      if (why !== undefined) throw refusal(action, shown.control, why, "control-hidden");
    }
    return path;
  }

  #field(action: string, control: Control): Shown {
    const [field] = this.#usable(action, control);
    if (field.kind !== "type") throw refusal(action, control, "is no field to enter text", "not-listening");
    if (field.get("readOnly") === true) throw refusal(action, control, "is read-only", "control-disabled");
    return field;
  }

  #key(shown: Shown, key: string): void {
    if (shown.kind === "type") return this.#keyInField("press", shown, key);
    if (behaviourOf(shown.control)?.key?.(shown, key, this.#acting) === true) return;
    const isPress = key === "Enter" || (key === " " && !shown.isLink);
    if (!isPress) throw refusal("press", shown.control, `does nothing at ${JSON.stringify(key)}`, "not-listening");
    if (!shown.isAnswering) throw noAnswer("press", shown);
    this.#press(shown);
  }

  #press(shown: Shown): void {
    const press = behaviourOf(shown.control)?.press;
    if (press !== undefined) return press(shown, this.#acting);
    if (shown.kind !== "tick") return shown.emit(shown.press ?? "click");
    const next = tickedNext(shown.get("value") as boolean | null, shown.get("tristate") as boolean | undefined);
    shown.write("value", next, "change");
  }

  #keyInField(action: string, field: Shown, key: string): void {
    const text = String(field.get("value"));
    const isEnter = key === "Enter" || key === "Shift+Enter";
    const lines = {
      multiline: is(field, "multiline"),
      shiftEnter: is(field, "shiftEnter"),
      password: is(field, "password"),
    };
    if (isEnter && isSubmit(lines, key !== "Enter")) {
      if (field.hears("submit")) return field.emit("submit", text);
      throw refusal(action, field.control, "does nothing at Enter: give it onSubmit", "not-listening");
    }
    if (is(field, "readOnly")) throw refusal(action, field.control, "is read-only", "control-disabled");
    if (key === "Backspace") return this.#enter(field, [...text].slice(0, -1).join(""));
    const letter = isEnter ? "\n" : key;
    if ([...letter].length !== 1) throw new Error(`${action}(): ${JSON.stringify(key)} is no key. ${KEYS}`);
    const maxLength = (field.get("maxLength") as number | null | undefined) ?? -1;
    if (maxLength < 0 || text.length + letter.length <= maxLength) this.#enter(field, text + letter);
  }

  /** The text in a field has become another. */
  #enter(field: Shown, text: string): void {
    const before = String(field.get("value"));
    const filter = field.get("inputFilter") as TypingRule | null | undefined;
    const kept = filter == null ? text : filterText(filter, text, before);
    if (kept === before) return;
    field.write("value", kept, "change");
    if (field.hears("selectionChange")) this.#focus.mark(field);
  }
}

const KEYS = 'There are "Enter", "Shift+Enter", "Backspace", "Tab", " " and every letter.';

function is(shown: Shown, property: string): boolean {
  return shown.get(property) === true;
}
