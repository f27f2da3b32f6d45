/** How often one wrapping may lie inside another: JSON in a script in HTML is three. */
const DEPTH = 3;

type Decoder = (text: string) => string;

/** Next sends the data of a page in pieces, and cuts where it likes. */
const joinPieces: Decoder = (text) =>
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

/** What unpacks to readable text. Nearly everything in a script looks like base64 and unpacks to noise. */
const READABLE = /[\x20-\x7e]{12,}/g;

function unpack(runs: Iterable<RegExpExecArray>, starts: number[], encoding: "base64url" | "hex"): string {
  const bytes = Array.from(runs, ([run]) =>
    starts.map((start) => Buffer.from(run.slice(start), encoding).toString("latin1")).join("\n"),
  );
  return (bytes.join("\n").match(READABLE) ?? []).join("\n");
}

/** From each of the four places where a group of its letters may begin; old and new alphabet alike. */
const decodeBase64: Decoder = (text) => unpack(text.matchAll(/[\w+/-]{16,}/g), [0, 1, 2, 3], "base64url");

/** From both places where a byte may begin. */
const decodeHex: Decoder = (text) => unpack(text.matchAll(/[0-9a-f]{24,}/gi), [0, 1], "hex");

const UNWRAPPING = [joinPieces, decodePercent, decodeEscapes, decodeEntities];
const UNPACKING = [decodeBase64, decodeHex];

/**
 * A text as it stands and as it reads once what wraps parts of it is taken off: percent signs, JSON's and
 * JavaScript's escapes, HTML's entities, base64, hexadecimal, and each of these in another.
 */
export function listReadings(text: string): string[] {
  const readings = new Set([text]);
  let latest = [text];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    latest = latest.flatMap(unwrap).filter((reading) => reading && !readings.has(reading));
    for (const reading of latest) readings.add(reading);
  }
  return [...readings];
}

/** All wrappings come off together, so that the number of readings stays small; packings one by one. */
function unwrap(text: string): string[] {
  const unwrapped = UNWRAPPING.reduce((reading, decode) => decode(reading), text);
  return [unwrapped, ...UNPACKING.map((decode) => decode(text))];
}

function fromCode(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
}
