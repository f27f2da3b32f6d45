/** The only algorithm for signing and verifying tokens. */
export const TOKEN_ALGORITHM = "HS256";
