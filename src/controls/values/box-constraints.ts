import { numberType, objectType, type Type } from "../../core/types.ts";

/** How small and how large something may be, in pixels. What is left out is no bound. Flet: `BoxConstraints`. */
export interface BoxConstraints {
  readonly minWidth?: number | undefined;
  readonly maxWidth?: number | undefined;
  readonly minHeight?: number | undefined;
  readonly maxHeight?: number | undefined;
}

const length = numberType({ min: 0 });
const fields: Type<BoxConstraints> = objectType<BoxConstraints>("BoxConstraints", {
  minWidth: length,
  maxWidth: length,
  minHeight: length,
  maxHeight: length,
});

export const boxConstraintsType: Type<BoxConstraints> = {
  ...fields,
  check(value) {
    const problem = fields.check(value);
    if (problem !== undefined) return problem;
    const { minWidth = 0, maxWidth = minWidth, minHeight = 0, maxHeight = minHeight } = value as BoxConstraints;
    if (maxWidth < minWidth) return `.maxWidth must be at least minWidth, which is ${minWidth}, not ${maxWidth}`;
    if (maxHeight < minHeight) return `.maxHeight must be at least minHeight, which is ${minHeight}, not ${maxHeight}`;
    return undefined;
  },
};
