import { WIRE } from "./mixes.ts";
import { agrees } from "./property.ts";

agrees(
  "streams, and what the client writes and fires, come to the same on both sides over a slow connection",
  "test/core/model/wire.test.ts",
  0.25,
  WIRE,
  ["text", "label", "row", "field", "input", "check", "button", "frame"],
);
