/** The URL of the sign-in or registration page. @param next the path to go to afterwards */
export function getAuthHref(country: string, page: "login" | "register", next: string | undefined): string {
  const query = next ? `?${new URLSearchParams({ next }).toString()}` : "";
  return `/${country}/${page}${query}`;
}
