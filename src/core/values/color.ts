import { mustBe, type Type } from "../types.ts";
export type Color = string;
export const colorType: Type<Color> = { name: "Color", check: (v) => (typeof v === "string" ? undefined : mustBe("a colour", v)) };
