import { listCanaries } from "./canary";
import { listReadings } from "./decodings";

/** Shorter ones are found where nobody has put them. */
export const SHORTEST_SECRET = 16;

/** What nobody may read, not even its owner: texts that are known, and texts that are known by their look. */
export type Secrets = { known: ReadonlySet<string>; looks: readonly RegExp[] };

export type Find = { what: "canary" | "secret"; text: string };

/** Canaries and secrets in a text, however they are wrapped. */
export function scan(text: string, { known, looks }: Secrets): Find[] {
  const finds = new Map<string, Find>();
  for (const reading of listReadings(text)) {
    for (const canary of listCanaries(reading)) finds.set(canary, { what: "canary", text: canary });
    for (const secret of listSecrets(reading, { known, looks }))
      finds.set(secret, { what: "secret", text: secret });
  }
  return [...finds.values()];
}

function listSecrets(text: string, { known, looks }: Secrets): string[] {
  return [
    ...[...known].filter((secret) => text.includes(secret)),
    ...looks.flatMap((look) => Array.from(text.matchAll(look), ([secret]) => secret)),
  ];
}
