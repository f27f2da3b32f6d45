import { findCanaries } from "./canary";
import { listDecodings } from "./decodings";

/** In characters. Shorter values also occur by chance in texts that leak nothing. */
export const MIN_SECRET_LENGTH = 16;

/** Texts that no browser may receive, not even its owner's: known by value, or by a pattern. */
export type Secrets = { values: ReadonlySet<string>; patterns: readonly RegExp[] };

export type Finding = { kind: "canary" | "secret"; text: string };

/** Finds canaries and secrets in a text, in every encoding that `listDecodings` undoes. */
export function scan(text: string, { values, patterns }: Secrets): Finding[] {
  const findings = new Map<string, Finding>();
  for (const decoded of listDecodings(text)) {
    for (const canary of findCanaries(decoded)) findings.set(canary, { kind: "canary", text: canary });
    for (const secret of findSecrets(decoded, { values, patterns }))
      findings.set(secret, { kind: "secret", text: secret });
  }
  return [...findings.values()];
}

function findSecrets(text: string, { values, patterns }: Secrets): string[] {
  return [
    ...[...values].filter((secret) => text.includes(secret)),
    ...patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), ([secret]) => secret)),
  ];
}
