import { mustBe, type Type } from "../types.ts";

/** The name of an icon, as Flet 0.21 has it: `"home"`, `"home_outlined"`, or `"cupertino_house"`. */
export type IconName = string;

export const iconNameType: Type<IconName> = {
  name: "IconName",
  check: (value) =>
    typeof value === "string" && /^[a-z0-9_]+$/.test(value)
      ? undefined
      : mustBe('the name of an icon, such as "home_outlined"', value),
};
