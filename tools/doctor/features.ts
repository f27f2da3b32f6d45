import type { Environment } from "../stack/environment";

/** The storefront's own variables for `npm run build` and `npm start`; the demo provides all of them. */
const STANDALONE = {
  AUTH_SECRET: "is missing: openssl rand -base64 33",
  REVALIDATE_SECRET: "is missing: the same as the backend's",
  STOREFRONT_DATABASE_URL: "is missing: postgres://user:password@host:5432/cloakroom_storefront",
  MEDUSA_PUBLISHABLE_KEY: "is missing: from the admin, Settings, Publishable API keys",
  MEDUSA_URL: "is http://localhost:9000: set it to the backend's address",
  STOREFRONT_URL: "is http://localhost:8000: set it to the address that shoppers type",
};

/** Features that variables turn on: name, variables, and what happens without them. */
const FEATURES: [name: string, variables: string[], without: string][] = [
  ["Mail by SMTP", ["SMTP_URL"], "each message is a file below DATA_DIR/mail"],
  ["A sender of mail of your own", ["MAIL_FROM"], "hello@cloakroom.test"],
  ["Stolen passwords are refused", ["BREACHED_PASSWORDS_URL"], "only guessable ones are"],
  ["Shoppers behind a proxy are told apart", ["TRUSTED_PROXIES"], "X-Forwarded-For is not believed"],
  ["Demo bank in a shop with a public address", ["DEMO_BANK_IN_PUBLIC"], "on this machine alone"],
  ["Rotation of secrets", ["AUTH_SECRET", "AUTH_SECRET_1"], "one secret, no older one"],
  ["A PostgreSQL of your own", ["DATABASE_URL"], "the one from npm, in DATA_DIR"],
  ["Open to the network", ["BIND_ADDRESS"], "only this machine reaches the shop"],
  ["An admin's password of your own", ["ADMIN_PASSWORD"], "one is generated, and printed by npm run demo"],
  ["Forms shared by builds made apart", ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"], "derived from AUTH_SECRET"],
];

/** A line for each feature: on, or what it needs. */
export function describeFeatures(environment: Environment): string[] {
  return FEATURES.map(([name, variables, without]) => {
    const missing = variables.filter((variable) => !environment[variable]);
    return missing.length === 0 ? `✓ ${name}` : `– ${name}: needs ${missing.join(", ")} (now: ${without})`;
  });
}

/** A line for each variable that the storefront needs when the demo does not start it. */
export function describeStandalone(environment: Environment): string[] {
  return Object.entries(STANDALONE).map(([name, hint]) =>
    environment[name] ? `✓ ${name} is set` : `– ${name} ${hint}`,
  );
}
