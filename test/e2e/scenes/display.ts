import {
  Badge,
  Button,
  CircleAvatar,
  Column,
  Container,
  Icon,
  Image,
  Markdown,
  Placeholder,
  ProgressBar,
  ProgressRing,
} from "runlet";
import { one, type Scene, use } from "./scene.ts";

const shown = () => [
  new Icon({ name: "home" }),
  new Image({ src: "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=", width: 20, height: 20 }),
  new CircleAvatar({ content: "AB" }),
  new ProgressBar({ value: 0.5, width: 40 }),
  new ProgressRing({ value: 0.5 }),
  new Placeholder({ fallbackWidth: 40, fallbackHeight: 40 }),
];

export const scenes: readonly Scene[] = [
  [
    "display controls that pass clicks to their container",
    () => {
      const controls = shown();
      const container = new Container({ content: new Column({ controls }) });
      return { used: [container, ...controls], root: container };
    },
    async (hands, _, ...controls) => {
      for (const control of controls) await hands.tap(control);
    },
  ],
  ["a Markdown text", one(() => new Markdown({ value: "Some words" })), use],
  [
    "a button with a badge",
    () => {
      const badge = new Badge({ label: "3" });
      const button = new Button({ content: "Go", badge });
      return { used: [button, badge], root: button };
    },
    use,
  ],
];
