import { TREES } from "./mixes.ts";
import { agrees } from "./property.ts";

agrees(
  "after any edits of trees and lists the client agrees with the app, and each hook was called as the contract says",
  "test/core/model/trees.test.ts",
  0.25,
  TREES,
  ["text", "label", "row", "column", "box", "frame", "field", "button"],
);
