/** The sections of the account, in the menu's order; test ids as in the official starter. */
export const ACCOUNT_SECTIONS = [
  { path: "", title: "Overview", testId: "overview-link" },
  { path: "/profile", title: "Profile", testId: "profile-link" },
  { path: "/addresses", title: "Addresses", testId: "addresses-link" },
  { path: "/orders", title: "Orders", testId: "orders-link" },
  { path: "/security", title: "Security", testId: "security-link" },
] as const;

export type AccountSection = (typeof ACCOUNT_SECTIONS)[number]["path"];
