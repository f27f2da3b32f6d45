/** The one algorithm that tokens are signed with, and the only one believed. */
export const TOKEN_ALGORITHM = "HS256";
