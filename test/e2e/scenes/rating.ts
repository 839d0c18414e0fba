import { Rating } from "runlet";
import { one, type Scene } from "./scene.ts";

export const scenes: readonly Scene[] = [
  [
    "a rating",
    one(() => new Rating({ label: "Stars", value: 3 })),
    async (hands, rating) => {
      for (const key of ["ArrowRight", "ArrowDown", "4", "4", "End", "ArrowUp", "PageDown", "Home", "2"])
        await hands.press(rating, key);
    },
  ],
  [
    "a rating in halves, from a value between two steps",
    one(() => new Rating({ label: "Stars", value: 3.7, max: 10, allowHalf: true })),
    async (hands, rating) => {
      for (const key of ["ArrowLeft", "ArrowUp", "9", "0"]) await hands.press(rating, key);
    },
  ],
];
