/** How many encodings may be nested: JSON in a script in HTML is three. */
const MAX_DEPTH = 3;

type Decoder = (text: string) => string;

/** Next streams a page's data in chunks that can split any value. */
const joinChunks: Decoder = (text) =>
  text.replaceAll(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, "");

const decodePercent: Decoder = (text) =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString());

const decodeEscapes: Decoder = (text) =>
  text
    .replaceAll(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_run, unicode: string, byte: string) =>
      String.fromCharCode(Number.parseInt(unicode ?? byte, 16)),
    )
    .replaceAll(/\\(["\\/])/g, "$1");

const decodeEntities: Decoder = (text) =>
  text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_run, hex: string) => fromCode(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_run, digits: string) => fromCode(Number(digits)))
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** Nearly every word of a script is valid base64; only decodings with printable runs are kept. */
const PRINTABLE_RUN = /[\x20-\x7e]{12,}/g;

function decodePrintable(
  runs: Iterable<RegExpExecArray>,
  starts: number[],
  encoding: "base64url" | "hex",
): string {
  const bytes = Array.from(runs, ([run]) =>
    starts.map((start) => Buffer.from(run.slice(start), encoding).toString("latin1")).join("\n"),
  );
  return (bytes.join("\n").match(PRINTABLE_RUN) ?? []).join("\n");
}

/** Both alphabets, from each of the four offsets at which a base64 group can start. */
const decodeBase64: Decoder = (text) =>
  decodePrintable(text.matchAll(/[\w+/-]{16,}/g), [0, 1, 2, 3], "base64url");

/** From both offsets at which a byte can start. */
const decodeHex: Decoder = (text) => decodePrintable(text.matchAll(/[0-9a-f]{24,}/gi), [0, 1], "hex");

const TEXT_DECODERS = [joinChunks, decodePercent, decodeEscapes, decodeEntities];
const BINARY_DECODERS = [decodeBase64, decodeHex];

/**
 * Returns a text with its decodings: percent-encoding, JSON and JavaScript escapes, HTML entities, base64, hexadecimal,
 * and any nesting of them up to `MAX_DEPTH`.
 */
export function listDecodings(text: string): string[] {
  const decodings = new Set([text]);
  let latest = [text];
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    latest = latest.flatMap(decodeOnce).filter((decoded) => decoded && !decodings.has(decoded));
    for (const decoded of latest) decodings.add(decoded);
  }
  return [...decodings];
}

/** All text decoders are applied at once, to keep the number of decodings small; binary decoders one by one. */
function decodeOnce(text: string): string[] {
  const decoded = TEXT_DECODERS.reduce((result, decode) => decode(result), text);
  return [decoded, ...BINARY_DECODERS.map((decode) => decode(text))];
}

function fromCode(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
}
