import { EVERYTHING } from "./mixes.ts";
import { agrees } from "./property.ts";

agrees("all at once comes to what the model says", "test/core/model/everything.test.ts", 0.2, EVERYTHING, [
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
