/** Way in which a Card is set off from the surface: by a shadow, by its color, or by a border. */
export type CardVariant = "elevated" | "filled" | "outlined";
export const CardVariant: readonly CardVariant[] = ["elevated", "filled", "outlined"];
