import { Button, Checkbox, Column, Container, type Control, Row, Text, TextField, TextSpan } from "runlet";
import { one, type Scene, use } from "./scene.ts";

export const scenes: readonly Scene[] = [
  ["a text", one(() => new Text({ value: "t" })), use],
  ["a container", one(() => new Container({ width: 20, height: 20 })), use],
  [
    "a container with a link to another page",
    one(() => new Container({ width: 20, height: 20, url: "https://example.com/" })),
    use,
  ],
  [
    "a text span",
    () => {
      const span = new TextSpan({ text: "s" });
      return { used: [span], root: new Text({ spans: [span] }) };
    },
    use,
  ],
  [
    "content of a button, and the label of a checkbox",
    () => {
      const button = new Button({ content: new Row({ controls: [new Text({ value: "deep" })] }) });
      const box = new Checkbox({ label: new Text({ value: "label" }) });
      const outer = new Container({ content: new Column({ controls: [button, box] }) });
      return { used: [outer, button, box], root: outer };
    },
    async (hands, _, button, box) => {
      await hands.tap(Reflect.get(button as Control, "content") as Control);
      await hands.tap(Reflect.get(box as Control, "label") as Control);
    },
  ],
  [
    "focus that moves between fields, a button and a checkbox",
    () => {
      const used = [new TextField(), new Button({ content: "b" }), new Checkbox(), new TextField()];
      return { used, root: new Column({ controls: used }) };
    },
    async (hands, ...used) => {
      for (const control of [...used, ...used.toReversed()]) await hands.tap(control);
    },
  ],
];
