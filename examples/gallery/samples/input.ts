import { Checkbox } from "runlet";
import { type Sample, sample } from "../sample.ts";

export const samples: readonly Sample[] = [
  sample({
    kind: Checkbox,
    group: "Input",
    says: "A box to tick, with a label.",
    make: () => new Checkbox({ label: "Send me news", value: true }),
    states: {
      off: () => new Checkbox({ label: "Off" }),
      on: () => new Checkbox({ label: "On", value: true }),
      neither: () => new Checkbox({ label: "Neither", value: null, tristate: true }),
      wrong: () => new Checkbox({ label: "Wrong", error: true }),
      disabled: () => new Checkbox({ label: "Disabled", value: true, disabled: true }),
      "label first": () => new Checkbox({ label: "Label first", labelPosition: "left" }),
    },
  }),
];
