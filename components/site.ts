/** The shop's name and description, for titles, header and footer. */
export const SITE = {
  name: "Cloakroom",
  line: "things worth leaving in good hands",
  description:
    "Scarves, hats, gloves, umbrellas, bags and small prints: a quiet, well-made shop for what one leaves at a cloakroom.",
} as const;
