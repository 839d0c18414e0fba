import { Button, FilledButton, OutlinedButton, TextButton } from "runlet";
import { one, type Scene, use } from "./scene.ts";

const textual = [Button, FilledButton, OutlinedButton, TextButton];

export const scenes: readonly Scene[] = [
  ...textual.map((kind): Scene => [kind.spec.type, one(() => new kind({ content: "Go" })), use]),
  ["a button that leads elsewhere", one(() => new Button({ content: "Go", url: "https://example.com/" })), use],
];
