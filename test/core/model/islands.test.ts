import { ISLANDS } from "./mixes.ts";
import { agrees } from "./property.ts";

agrees(
  "what is behind isolated controls waits for their update(), and then all of it comes",
  "test/core/model/islands.test.ts",
  0.25,
  ISLANDS,
  ["text", "label", "row", "column", "box", "island", "cell", "islet"],
);
