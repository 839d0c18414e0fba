import { EVERYTHING } from "./mixes.ts";
import { agrees } from "./property.ts";

agrees("all commands together agree with the model", "test/core/model/everything.test.ts", 0.2, EVERYTHING, [
  "text",
  "label",
  "row",
  "column",
  "box",
  "frame",
  "field",
  "input",
  "check",
  "button",
]);
