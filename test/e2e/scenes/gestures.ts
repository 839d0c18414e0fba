import { Button, Checkbox, Column, Container, GestureDetector, Text } from "runlet";
import { one, type Scene } from "./scene.ts";

const area = () => new Text({ value: "here" });
const detector = () => new GestureDetector({ content: area(), width: 60, height: 60 });

export const scenes: readonly Scene[] = [
  ["a gesture detector, by touch", one(detector), (hands, control) => hands.tap(control)],
  [
    "a gesture detector, by keyboard",
    one(detector),
    async (hands, control) => {
      await hands.press(control, "Enter");
      await hands.press(control, " ");
    },
  ],
  [
    "a button and a text in a gesture detector",
    () => {
      const [button, text] = [new Button({ content: "Go" }), area()];
      const detector = new GestureDetector({ content: new Column({ controls: [button, text] }) });
      return { used: [button, detector, text], root: detector };
    },
    async (hands, button, _detector, text) => {
      await hands.tap(button);
      await hands.tap(text as Text);
    },
  ],
  [
    "nested gesture detectors in a container",
    () => {
      const inner = detector();
      const outer = new GestureDetector({ content: inner });
      const container = new Container({ content: outer });
      return { used: [inner, outer, container], root: container };
    },
    (hands, inner) => hands.tap(inner),
  ],
  [
    "a checkbox in a gesture detector that only allows a mouse",
    () => {
      const box = new Checkbox({ label: "Agreed" });
      return { used: [box], root: new GestureDetector({ content: box, allowedDevices: ["mouse"] }) };
    },
    (hands, box) => hands.tap(box),
  ],
];
