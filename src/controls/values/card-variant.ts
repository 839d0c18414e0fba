/** How a Card stands out: by a shadow, by its colour, or by a line around it. */
export type CardVariant = "elevated" | "filled" | "outlined";
export const CardVariant: readonly CardVariant[] = ["elevated", "filled", "outlined"];
