import { Rating } from "runlet";
import { type Sample, sample } from "../sample.ts";

export const samples: readonly Sample[] = [
  sample({
    kind: Rating,
    group: "Input",
    says: "Stars to rate something, or to show how it was rated.",
    make: () => new Rating({ label: "How was your stay?", value: 4, semanticsValue: "{value} of {max} stars" }),
    states: {
      none: () => new Rating({ label: "Not rated yet" }),
      rated: () => new Rating({ label: "Rated", value: 4 }),
      halves: () => new Rating({ label: "Halves", value: 2.5, allowHalf: true }),
      average: () => new Rating({ label: "3.7 of 128 guests", value: 3.7, readOnly: true }),
      "large, of ten": () => new Rating({ label: "Large, of ten", value: 7, max: 10, size: 40, color: "amber700" }),
      disabled: () => new Rating({ label: "Disabled", value: 3, disabled: true }),
      "right to left": () => new Rating({ label: "Right to left", value: 2.5, allowHalf: true, rtl: true }),
    },
  }),
];
