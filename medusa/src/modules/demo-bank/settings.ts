/** Where the demo's bank is, and the secret that it shares with the shop. */
export interface DemoBankSettings {
  url: string;
  secret: string;
}

interface Variables {
  DEMO_BANK_URL?: string;
  DEMO_BANK_SECRET?: string;
  DEMO_BANK_IN_PUBLIC?: string;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Reads the settings of the demo's bank; null without an address. It takes no money, so a shop that others than this
 * machine can reach has it only if a further variable says so.
 * @throws Error for a bank without a secret, or in a shop with a public address
 */
export function readDemoBank(variables: Variables, storefrontUrl: string): DemoBankSettings | null {
  const { DEMO_BANK_URL: url, DEMO_BANK_SECRET: secret, DEMO_BANK_IN_PUBLIC: allowed } = variables;
  if (!url) return null;
  if (!URL.canParse(url)) throw new Error("Environment variable DEMO_BANK_URL: not an address");
  if (!secret) throw new Error("Environment variable DEMO_BANK_SECRET: missing, and DEMO_BANK_URL is set");
  if (!LOOPBACK.has(new URL(storefrontUrl).hostname) && allowed !== "yes")
    throw new Error(
      "Environment variable DEMO_BANK_URL: the demo's bank takes no money, and this shop has a public address. " +
        "Unset it; for a public demonstration set DEMO_BANK_IN_PUBLIC=yes",
    );
  return { url, secret };
}
