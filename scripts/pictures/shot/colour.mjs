/** The colourways of a drawing in the order of its options: lists of palette names. */
export const colours = (drawing) => Object.values(drawing.colours);
