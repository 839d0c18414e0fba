import { WIRE } from "./mixes.ts";
import { agrees } from "./property.ts";

agrees(
  "bindings, and writes and events of the client, agree on both sides over a slow connection",
  "test/core/model/wire.test.ts",
  0.25,
  WIRE,
  ["text", "label", "row", "field", "input", "check", "button", "frame"],
);
