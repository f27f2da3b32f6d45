/** Control characters and lone surrogates: PostgreSQL rejects NUL, JSON columns reject lone surrogates. */
const CONTROL = /[\p{Cc}\p{Cs}]/u;
const CONTROL_EXCEPT_WHITE_SPACE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text);
}

/** As above, but allows tabs and line breaks. */
export function hasControlCharacterInMultilineText(text: string): boolean {
  return CONTROL_EXCEPT_WHITE_SPACE.test(text);
}
