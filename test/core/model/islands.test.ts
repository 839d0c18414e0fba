import { ISLANDS } from "./mixes.ts";
import { agrees } from "./property.ts";

agrees(
  "changes inside isolated controls wait for their update(), and then all of them are shown",
  "test/core/model/islands.test.ts",
  0.25,
  ISLANDS,
  ["text", "label", "row", "column", "box", "island", "cell", "islet"],
);
