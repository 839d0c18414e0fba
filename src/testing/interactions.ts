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

/** Data of a touch. A client without a screen knows no position. */
const TOUCH: Json = { kind: "touch", localPosition: { x: 0, y: 0 }, globalPosition: { x: 0, y: 0 } };

/** Actions of a person on controls, sent exactly as the browser's client sends them. */
export abstract class Interactions extends Queries {
  protected abstract get client(): TestClient;
  readonly #focus: Focus = new Focus((control) => this.#show(control));

  readonly #acting: Acting = {
    focus: (control) => this.#focus.move(control),
    press: (shown) => this.#press(shown),
    menus: new Menus(this.#focus),
  };

  /** Waits for resolved promises and messages in transit, and flushes. */
  abstract flush(): Promise<void>;

  /**
   * Clicks or touches a control as a person does: a button is clicked, a checkbox is toggled, a field gets focus. A
   * control that takes no clicks passes the tap to its parent: a tap on a Text in a Button clicks the button. Rejects
   * with the reason when the control cannot be used, or when the tap would have no effect.
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
   * Types text at the end of a field, character by character. Each character is a write, and a `change` event if the
   * app listens to it. `maxLength` and `inputFilter` apply. A line break is the Enter key.
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

  /** Selects all text of a field and deletes it. */
  async clear(control: Control): Promise<void> {
    await this.flush();
    const field = this.#field("clear", control);
    this.#focus.move(control);
    this.#enter(field, "");
    await this.flush();
  }

  /**
   * Presses a key while a control has focus: `"Enter"`, `"Shift+Enter"`, `" "`, `"Backspace"`, a single character, or
   * `"Tab"`, which moves focus to the next control. Rejects in the same cases as `tap`.
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

  /** Sends an event as a client does, through the protocol and its checks. Rejects when the event is refused. */
  async fire(control: Control, event: string, data?: Json): Promise<void> {
    this.client.event(control.id, event, data);
    await this.flush();
  }

  /** Sends a property write as a client does. Rejects when the write is refused. */
  async write(control: Control, properties: { readonly [name: string]: Json }): Promise<void> {
    this.client.write(control.id, properties);
    await this.flush();
  }

  #show(control: Control): Shown {
    return new Shown(control, this.client);
  }

  /** Returns a control and its ancestors, the innermost first. Throws if a person cannot use the control now. */
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
    if (field.kind !== "type") throw refusal(action, control, "is not a text field", "not-listening");
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
    if ([...letter].length !== 1) throw new Error(`${action}(): ${JSON.stringify(key)} is not a key. ${KEYS}`);
    const maxLength = (field.get("maxLength") as number | null | undefined) ?? -1;
    if (maxLength < 0 || text.length + letter.length <= maxLength) this.#enter(field, text + letter);
  }

  /** Changes the text of a field, as far as its filter allows. */
  #enter(field: Shown, text: string): void {
    const before = String(field.get("value"));
    const filter = field.get("inputFilter") as TypingRule | null | undefined;
    const kept = filter == null ? text : filterText(filter, text, before);
    if (kept === before) return;
    field.write("value", kept, "change");
    if (field.hears("selectionChange")) this.#focus.mark(field);
  }
}

const KEYS = 'Keys are "Enter", "Shift+Enter", "Backspace", "Tab", " " and any single character.';

function is(shown: Shown, property: string): boolean {
  return shown.get(property) === true;
}
