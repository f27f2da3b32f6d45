/** The address of the sign-in or registration page that leads on to `next`. */
export function getEntryHref(country: string, page: "login" | "register", next: string | undefined): string {
  const query = next ? `?${new URLSearchParams({ next }).toString()}` : "";
  return `/${country}/${page}${query}`;
}
