import {
  Button,
  Checkbox,
  Control,
  event,
  type LayoutProps,
  number,
  oneOf,
  type Page,
  Row,
  spec,
  Text,
  TextField,
  type Type,
  value,
} from "runlet";

/** Whatever JSON carries: an app may declare that, and then has to cope with it. */
const anyType: Type<unknown> = { name: "anything", check: () => undefined };
const LEVELS = ["low", "high"] as const;

/** A control of the app's own, that takes from a client what none of the framework's does. */
export class Probe extends Control {
  static override readonly spec: typeof Control.spec = spec("Probe", Control, {
    any: value(anyType, null).writable(),
    amount: number(5, { min: 0, max: 10 }).writable(),
    level: oneOf(LEVELS, "low").writable(),
    link: value(anyType, null),
    onAny: event(anyType),
  } as never);
  declare any: unknown;
  declare amount: number;
  declare level: (typeof LEVELS)[number];
  declare link: unknown;

  constructor(props: LayoutProps & { link?: string; onAny?: (event: { readonly data: unknown }) => void }) {
    super(props as LayoutProps);
  }
}

/** What the attacked app shows to one client, for a test to look at. */
export interface AttackedPage {
  readonly page: Page;
  /** Each handler that ran, in order. */
  readonly received: string[];
  /** What came with the events of `probe`. */
  readonly data: unknown[];
  readonly text: Text;
  /** Counts its clicks in `text`. */
  readonly button: Button;
  /** Takes ten characters. */
  readonly field: TextField;
  /** May hold any text. */
  readonly note: TextField;
  /** Is read-only. */
  readonly fixed: TextField;
  readonly box: Checkbox;
  /** Is disabled. */
  readonly locked: Checkbox;
  /** Is not visible. */
  readonly unseen: Button;
  /** Stands in a row that is disabled. */
  readonly inLocked: Button;
  /** Stands in a row that is not visible. */
  readonly inUnseen: Button;
  readonly probe: Probe;
}

/** The attacked app. */
export function show(page: Page): AttackedPage {
  const received: string[] = [];
  const data: unknown[] = [];
  const hear = (what: string) => () => void received.push(what);
  const text = new Text({ value: "0" });
  const more = (): void => {
    received.push("button");
    text.value = String(Number(text.value) + 1);
  };
  const screen: AttackedPage = {
    page,
    received,
    data,
    text,
    button: new Button({ content: "More", onClick: more }),
    field: new TextField({ label: "Name", value: "mine", maxLength: 10, onChange: hear("field") }),
    note: new TextField({ label: "Note", value: "mine" }),
    fixed: new TextField({ label: "Fixed", value: "mine", readOnly: true }),
    box: new Checkbox({ label: "Agreed", onChange: hear("box") }),
    locked: new Checkbox({ label: "Locked", disabled: true, onChange: hear("locked") }),
    unseen: new Button({ content: "Unseen", visible: false, onClick: hear("unseen") }),
    inLocked: new Button({ content: "In locked", onClick: hear("inLocked") }),
    inUnseen: new Button({ content: "In unseen", onClick: hear("inUnseen") }),
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
