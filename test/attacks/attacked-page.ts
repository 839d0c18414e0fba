import { Button, Checkbox, Control, type LayoutProps, type Page, Row, Text, TextField } from "runlet";
import { event, number, oneOf, spec, type Type, value } from "runlet/spec";

/** Accepts any JSON value. An app may declare such a property, and must then handle every value. */
const anyType: Type<unknown> = { name: "anything", check: () => undefined };
const LEVELS = ["low", "high"] as const;

/** A custom control that accepts values from a client that no built-in control accepts. */
export class Probe extends Control {
  static override readonly spec: typeof Control.spec = spec({
    type: "Probe",
    parent: Control,
    properties: {
      any: value(anyType, null).writable(),
      amount: number(5, { min: 0, max: 10 }).writable(),
      level: oneOf(LEVELS, "low").writable(),
      link: value(anyType, null),
      onAny: event(anyType),
    } as never,
  });
  declare any: unknown;
  declare amount: number;
  declare level: (typeof LEVELS)[number];
  declare link: unknown;

  constructor(props: LayoutProps & { link?: string; onAny?: (event: { readonly data: unknown }) => void }) {
    super(props as LayoutProps);
  }
}

/** Controls that the attacked app shows to one client, for tests to inspect. */
export interface AttackedPage {
  readonly page: Page;
  /** Names of the handlers that ran, in order. */
  readonly received: string[];
  /** Data of the events of `probe`. */
  readonly data: unknown[];
  readonly text: Text;
  /** A button that counts its clicks in `text`. */
  readonly button: Button;
  /** A field for at most ten characters. */
  readonly field: TextField;
  /** A field for any text. */
  readonly note: TextField;
  /** A read-only field. */
  readonly fixed: TextField;
  readonly box: Checkbox;
  /** A disabled checkbox. */
  readonly locked: Checkbox;
  /** An invisible button. */
  readonly unseen: Button;
  /** A button in a disabled row. */
  readonly inLocked: Button;
  /** A button in an invisible row. */
  readonly inUnseen: Button;
  readonly probe: Probe;
}

/** Builds the page of the attacked app. */
export function show(page: Page): AttackedPage {
  const received: string[] = [];
  const data: unknown[] = [];
  const record = (what: string) => () => void received.push(what);
  const text = new Text({ value: "0" });
  const increment = (): void => {
    received.push("button");
    text.value = String(Number(text.value) + 1);
  };
  const screen: AttackedPage = {
    page,
    received,
    data,
    text,
    button: new Button({ content: "More", onClick: increment }),
    field: new TextField({ label: "Name", value: "mine", maxLength: 10, onChange: record("field") }),
    note: new TextField({ label: "Note", value: "mine" }),
    fixed: new TextField({ label: "Fixed", value: "mine", readOnly: true }),
    box: new Checkbox({ label: "Agreed", onChange: record("box") }),
    locked: new Checkbox({ label: "Locked", disabled: true, onChange: record("locked") }),
    unseen: new Button({ content: "Unseen", visible: false, onClick: record("unseen") }),
    inLocked: new Button({ content: "In locked", onClick: record("inLocked") }),
    inUnseen: new Button({ content: "In unseen", onClick: record("inUnseen") }),
    probe: new Probe({
      link: "https://app.example/",
      onAny(event) {
        data.push(event.data);
        received.push("any");
      },
    }),
  };
  const { field, note, fixed, box, locked, unseen, inLocked, inUnseen, probe, button } = screen;
  page.add(text, button, field, note, fixed, box, locked, unseen, probe);
  page.add(new Row({ disabled: true, controls: [inLocked] }), new Row({ visible: false, controls: [inUnseen] }));
  return screen;
}
