import type { BehaviorContext, ClientControl, GestureBehavior } from "../controls/behavior.ts";
import type { Control } from "../controls/control.ts";
import { filterText, nextCheckboxValue, submitsOnEnter, type TextFilter } from "../input/input-rules.ts";
import type { Json } from "../protocol/messages.ts";
import { behaviorOf } from "./behaviors.ts";
import { Focus } from "./focus.ts";
import { OpenMenus } from "./open-menus.ts";
import { Queries } from "./queries.ts";
import { assertUncovered, assertUsable, noReaction, refusal } from "./refusals.ts";
import { ReplicaControl } from "./replica-control.ts";
import type { TestClient } from "./test-client.ts";
import { touch } from "./touch.ts";

/** Data of a touch. A client without a screen knows no position. */
const TOUCH: Json = { kind: "touch", localPosition: { x: 0, y: 0 }, globalPosition: { x: 0, y: 0 } };

/** Actions of a person on controls, sent exactly as the browser's client sends them. */
export abstract class Interactions extends Queries {
  protected abstract get client(): TestClient;
  readonly #focus: Focus = new Focus({
    viewOf: (control) => this.#viewOf(control),
    documents: () => this.client.replica.documents,
    page: () => this.root,
    isBlocked: (control) => behaviorOf(control)?.blockedReason?.(this.#viewOf(control), this.#context) !== undefined,
  });

  readonly #menus: OpenMenus = new OpenMenus(this.#focus);

  readonly #context: BehaviorContext = {
    focus: (control) => this.#focus.move(control),
    press: ({ control }) => this.#press(this.#viewOf(control)),
    menus: this.#menus,
  };

  /**
   * Control that has the keyboard focus.
   * @internal
   */
  get focused(): Control | undefined {
    return this.#focus.current;
  }

  /** Called after each update that the client applied. */
  protected updated(): void {
    // An update may arrive while menus close, before the focus has left them.
    if (!this.#menus.isClosing) this.#menus.updated(this.#focus.updated());
  }

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
    const target = path.find((clientControl) => clientControl.isInteractive);
    const noTapReason = target && behaviorOf(target.control)?.noTapReason;
    if (target !== undefined && noTapReason !== undefined)
      throw refusal("tap", target.control, noTapReason, "not-listening");
    const isListened =
      path.some(
        (clientControl) =>
          clientControl.listensTo("tapDown") || gesturesOf(clientControl)?.isListened(clientControl) === true,
      ) || target?.isReactive === true;
    if (!isListened) throw noReaction("tap", target ?? path[0]);
    this.#menus.touch(path);
    const finishGestures = touch(path, target, (clientControl) => clientControl.emit("tapDown", TOUCH));
    this.#focus.pointerDown(path);
    this.#focus.move((target && behaviorOf(target.control)?.focusAfterPress?.(target)) ?? target?.control);
    const owner = path.find(
      (clientControl) => clientControl === target || gesturesOf(clientControl)?.ownsClick(clientControl) === true,
    );
    if (owner !== undefined && gesturesOf(owner) === undefined) this.#press(owner);
    finishGestures();
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
    for (const character of text.replaceAll("\r\n", "\n")) {
      this.#keyInField("type", this.#field("type", control), character === "\n" ? "Enter" : character);
      await this.flush();
    }
  }

  /** Selects all text of a field and deletes it. */
  async clear(control: Control): Promise<void> {
    await this.flush();
    const field = this.#field("clear", control);
    this.#focus.move(control);
    this.#enterText(field, "");
    await this.flush();
  }

  /**
   * Presses a key while a control has focus: `"Enter"`, `"Shift+Enter"`, `" "`, `"Backspace"`, a single character, or
   * `"Tab"`, which moves focus to the next control. Rejects in the same cases as `tap`.
   */
  async press(control: Control, key: string): Promise<void> {
    await this.flush();
    const [clientControl] = this.#usable("press", control);
    if (!clientControl.isInteractive) throw noReaction("press", clientControl);
    this.#focus.move(control);
    await this.flush();
    if (key === "Tab") this.#focus.move(this.#focus.nextInTabOrder(control, this.root));
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

  #viewOf(control: Control): ReplicaControl {
    return new ReplicaControl(control, this.client);
  }

  /** Returns a control and its ancestors, the innermost first. Throws if a person cannot use the control now. */
  #usable(action: string, control: Control): [ReplicaControl, ...ReplicaControl[]] {
    if (!control.isMounted) throw refusal(action, control, "is not on the page, or waits for update()", "not-mounted");
    const path: [ReplicaControl, ...ReplicaControl[]] = [this.#viewOf(control)];
    for (let at = control.parent; at !== undefined; at = at.parent) path.push(this.#viewOf(at));
    assertUsable(action, path);
    assertUncovered(action, path);
    for (const clientControl of path) {
      const why = behaviorOf(clientControl.control)?.blockedReason?.(clientControl, this.#context);
      if (why !== undefined) throw refusal(action, clientControl.control, why, "control-hidden");
    }
    return path;
  }

  #field(action: string, control: Control): ReplicaControl {
    const [field] = this.#usable(action, control);
    if (field.interaction !== "type") throw refusal(action, control, "is not a text field", "not-listening");
    if (field.get("readOnly") === true) throw refusal(action, control, "is read-only", "control-disabled");
    return field;
  }

  #key(shown: ReplicaControl, key: string): void {
    if (shown.interaction === "type") return this.#keyInField("press", shown, key);
    if (behaviorOf(shown.control)?.key?.(shown, key, this.#context) === true) return;
    const isPress = key === "Enter" || (key === " " && !shown.isLink);
    if (!isPress) throw refusal("press", shown.control, `does nothing at ${JSON.stringify(key)}`, "not-listening");
    if (!shown.isReactive) throw noReaction("press", shown);
    this.#press(shown);
  }

  #press(shown: ReplicaControl): void {
    const press = behaviorOf(shown.control)?.press;
    if (press !== undefined) return press(shown, this.#context);
    if (shown.interaction !== "tick") return shown.emit(shown.pressEvent ?? "click");
    const next = nextCheckboxValue(shown.get("value") as boolean | null, shown.get("tristate") as boolean | undefined);
    shown.write("value", next, "change");
  }

  #keyInField(action: string, field: ReplicaControl, key: string): void {
    const text = String(field.get("value"));
    const isEnter = key === "Enter" || key === "Shift+Enter";
    const lines = {
      multiline: is(field, "multiline"),
      shiftEnter: is(field, "shiftEnter"),
      password: is(field, "password"),
    };
    if (isEnter && submitsOnEnter(lines, key !== "Enter")) {
      if (field.listensTo("submit")) return field.emit("submit", text);
      throw refusal(action, field.control, "does nothing at Enter: give it onSubmit", "not-listening");
    }
    if (is(field, "readOnly")) throw refusal(action, field.control, "is read-only", "control-disabled");
    if (key === "Backspace") return this.#enterText(field, [...text].slice(0, -1).join(""));
    const character = isEnter ? "\n" : key;
    if ([...character].length !== 1) throw new Error(`${action}(): ${JSON.stringify(key)} is not a key. ${KEYS}`);
    const maxLength = (field.get("maxLength") as number | null | undefined) ?? -1;
    if (maxLength < 0 || text.length + character.length <= maxLength) this.#enterText(field, text + character);
  }

  /** Changes the text of a field, as far as its filter allows. */
  #enterText(field: ReplicaControl, text: string): void {
    const before = String(field.get("value"));
    const filter = field.get("inputFilter") as TextFilter | null | undefined;
    const filtered = filter == null ? text : filterText(filter, text, before);
    if (filtered === before) return;
    field.writeLatest("value", filtered, "change");
    if (field.listensTo("selectionChange")) this.#focus.reportSelection(field);
  }
}

const KEYS = 'Keys are "Enter", "Shift+Enter", "Backspace", "Tab", " " and any single character.';

function gesturesOf({ control }: ClientControl): GestureBehavior | undefined {
  return behaviorOf(control)?.gestures;
}

function is(clientControl: ClientControl, property: string): boolean {
  return clientControl.get(property) === true;
}
