/** The shop's name. Apart from `SITE`, as the script of every page has it. */
export const SITE_NAME = "Cloakroom";

/** The shop's name, description and colours, for everything that stands outside `app/tokens.css` and the catalogue. */
export const SITE = {
  name: SITE_NAME,
  line: "things worth leaving in good hands",
  description:
    "Scarves, hats, gloves, umbrellas, bags and small prints: a quiet, well-made shop for what one leaves at a cloakroom.",
  /** Background and text, as `--paper` and `--ink` in `app/tokens.css`: for browser bars and pages without a stylesheet. */
  colours: { light: { paper: "#f7f2e9", ink: "#1d2622" }, dark: { paper: "#131a17", ink: "#f1ebdf" } },
} as const;
