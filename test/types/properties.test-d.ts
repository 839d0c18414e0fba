// What the compiler must accept and reject: checked by `tsc`, never run. Each rejected line is a mistake a user can
// make.

import worker from "node:worker_threads";
import {
  Button,
  type Checkbox,
  type Color,
  Column,
  Container,
  Control,
  type ControlEvent,
  each,
  type LayoutProps,
  type Page,
  Row,
  state,
  Text,
  TextField,
} from "runlet";
import { flag, type Spec, spec, text } from "runlet/spec";
import type { Port } from "runlet/transport";
import type { Observable } from "rxjs";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_: Same<A, B>): void {}

// A property with a default is never undefined when it is read. One without a default is null or a value.
same<Text["value"], string>(true);
same<Text["size"], number | null>(true);
export const color: Color | null = new Text().color;
same<Checkbox["value"], boolean | null>(true);
export const asArray: Control[] = new Row().controls;
new Row().controls.remove(new Text());
new Row().controls = [new Text()] as const;
// @ts-expect-error: a string is not a control
new Row().controls.remove("a");
same<Text["visible"], boolean>(true);

// A property also accepts an Observable. The type of its values is checked.
new Text({ value: state("a"), size: state<number | null>(1) });
// @ts-expect-error: an Observable of numbers is not a string
new Text({ value: state(1) });
// @ts-expect-error: no such property
new Text({ valeu: "a" });
// @ts-expect-error: not one of the allowed values
new Text({ overflow: "wrap" });
// @ts-expect-error: a string is not a control
new Row({ controls: ["a"] });
// @ts-expect-error: spans must be TextSpans
new Text({ spans: [new Text()] });

// Handlers know the types of their control and of their data.
new TextField({
  onChange: (event) => {
    same<typeof event, ControlEvent<TextField, string>>(true);
  },
});
new Text().onTap = undefined;
// @ts-expect-error: an Observable is bound, not assigned
new Text().value = state("a");
// @ts-expect-error: the values of a bound Observable must fit the property
new Text().bind("size", state("a"));

// Properties and slots can be bound to Observables, from outside and inside a class. Nothing else can.
const rows$ = each(
  state([1]),
  (id) => id,
  () => new Text(),
);
export const asProperty: Observable<readonly Text[]> = rows$;
new Row().bind("controls", rows$);
new Row({ controls: rows$ });
new Row().bind("controls", asProperty);
new Container().bind("content", state<Text | null>(null));
new Button().bind("content", state("Go"));
class Bound extends Column {
  mine = 1;
  constructor() {
    super();
    this.bind("visible", state(true));
    this.bind("spacing", state(3));
    this.bind("controls", rows$);
    this.changes("spacing").subscribe((spacing) => spacing.toFixed());
    this.events("sizeChange").subscribe((event) => event.control.spacing);
    this.reset("spacing");
    // @ts-expect-error: a method is not a property
    this.bind("update", state(1 as never));
    // @ts-expect-error: an Observable of strings does not fit a number
    this.bind("spacing", state("a"));
  }
  override didReceive(next: this): void {
    this.mine = next.mine;
  }
}
new Bound().changes("controls").subscribe((controls) => controls.remove(new Text()));
// @ts-expect-error: a string is not a control
new Row().bind("controls", state(["a"]));
const nothing$ = state(() => {});
// @ts-expect-error: a hook is not a property
new Text().bind("build", nothing$);
// @ts-expect-error: a key is not a property, since it is never sent
new Text().bind("key", state("a"));
// @ts-expect-error: the id of a control cannot be bound
new Text().bind("id", state(1));
// @ts-expect-error: a handler is set, not bound
new Text().bind("onTap", nothing$);
// @ts-expect-error: a hook is not a property
new Text().changes("build");
// @ts-expect-error: events are observed by events()
new Text().changes("onTap");
// @ts-expect-error: no such event
new Text().events("tapp");
new TextField().events("change").subscribe(({ control, data }) => {
  same<typeof control, TextField>(true);
  same<typeof data, string>(true);
});
// @ts-expect-error: no such property
new Text().reset("valeu");
// @ts-expect-error: no such property
new Text().changes("valeu");

// A handler may return any value, and so may one of an own control.
new Button({ onClick: () => new Row().controls.push(new Text()) });
new Button().onClick = async () => 1;

// The session of a page has nothing of the framework.
export const session: { readonly id: string; readonly user: unknown; readonly isConnected: boolean; close(): void } =
  new Text().page.session;
same<keyof Page["session"], "id" | "user" | "isConnected" | "close">(true);

// A declaration has exactly the keys of its interface, each with its type.
interface LampProps extends LayoutProps {
  isOn?: boolean;
  label?: string | null;
}
type LampSpec = Spec<LampProps>;
export const lamp: LampSpec = spec<LampProps>({
  type: "Lamp",
  parent: Control,
  properties: {
    isOn: flag(false),
    label: text(null),
  },
});
// @ts-expect-error: label is missing
spec<LampProps>({ type: "Lamp", parent: Control, properties: { isOn: flag(false) } });
// @ts-expect-error: isOn is not a string
spec<LampProps>({ type: "Lamp", parent: Control, properties: { isOn: text(""), label: text(null) } });
spec<LampProps>({
  type: "Lamp",
  parent: Control,
  // @ts-expect-error: wattage is not in the interface
  properties: { isOn: flag(false), label: text(null), wattage: text("") },
});
// @ts-expect-error: the interface allows null, the check does not
spec<LampProps>({ type: "Lamp", parent: Control, properties: { isOn: flag(false), label: text("") } });

class Plain extends Control {
  // @ts-expect-error: a hook of the wrong shape
  override build(): number {
    return 1;
  }
}
new Plain();

// A message port of the browser, and one of Node.
export const ports: Port[] = [new MessageChannel().port1, new worker.MessageChannel().port1];

// Values nested in a property or in a state are edited in place.
new Text().edit((draft) => {
  if (draft.style !== null) draft.style.color = "red";
  draft.fontFamilyFallback?.push("serif");
  // @ts-expect-error: a draft has no methods
  draft.update();
});
new Row().edit((draft) => {
  draft.spacing = 3;
  // @ts-expect-error: children are edited on the control itself
  draft.controls.push(new Text());
});
state<readonly string[]>([]).update((draft) => {
  draft.push("x");
});
