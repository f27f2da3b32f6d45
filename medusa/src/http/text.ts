/** Control characters, and halves of surrogate pairs: PostgreSQL refuses NUL, JSON columns refuse the halves. */
const CONTROL = /[\p{Cc}\p{Cs}]/u;
const CONTROL_EXCEPT_WHITE_SPACE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text);
}

/** As above, for text of several lines. */
export function hasControlCharacterInMultilineText(text: string): boolean {
  return CONTROL_EXCEPT_WHITE_SPACE.test(text);
}
