import { Badge, Button, CircleAvatar, Icon, Image, Markdown, Placeholder, ProgressBar, ProgressRing } from "runlet";
import { one, type Scene, use } from "./scene.ts";

const SHOWN = [
  () => new Icon({ name: "home" }),
  () => new Image({ src: "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=", width: 20, height: 20 }),
  () => new CircleAvatar({ content: "AB" }),
  () => new ProgressBar({ value: 0.5 }),
  () => new ProgressRing({ value: 0.5 }),
  () => new Placeholder({ fallbackWidth: 40, fallbackHeight: 40 }),
];

export const scenes: readonly Scene[] = [
  ...SHOWN.map((make): Scene => [`what only shows: ${make().constructor.name}`, one(make), use]),
  ["a text in Markdown", one(() => new Markdown({ value: "Some words" })), (hands, text) => hands.tap(text)],
  [
    "a button with a badge",
    () => {
      const badge = new Badge({ label: "3" });
      const button = new Button({ content: "Go", badge });
      return { used: [button, badge], root: button };
    },
    async (hands, button, badge) => {
      await hands.tap(button);
      await hands.tap(badge as Badge);
    },
  ],
];
