import type { Environment } from "../stack/environment";

/** Something that variables turn on. `off`: what happens without them. */
type Feature = { name: string; variables: string[]; off: string };

/** The storefront's own variables for `npm run build` and `npm start`; the demo provides all of them. */
const STANDALONE_VARIABLES: Record<string, string> = {
  AUTH_SECRET: "openssl rand -base64 33",
  REVALIDATE_SECRET: "the same as the backend's",
  STOREFRONT_DATABASE_URL:
    "postgres://user:password@host:5432/cloakroom_storefront, then: npm run db:migrate",
  MEDUSA_PUBLISHABLE_KEY: "from the admin: Settings, Publishable API keys",
  MEDUSA_URL: "the backend's address; http://localhost:9000 without it",
  STOREFRONT_URL: "the address that shoppers type; http://localhost:8000 without it",
};

const DEFAULTS = new Set(["MEDUSA_URL", "STOREFRONT_URL"]);

const FEATURES: Feature[] = [
  { name: "Mail by SMTP", variables: ["SMTP_URL"], off: "each message is a file below DATA_DIR/mail" },
  { name: "A sender of mail of your own", variables: ["MAIL_FROM"], off: "hello@cloakroom.test" },
  {
    name: "Stolen passwords are refused",
    variables: ["BREACHED_PASSWORDS_URL"],
    off: "only guessable ones are",
  },
  {
    name: "Shoppers behind a proxy are told apart",
    variables: ["TRUSTED_PROXIES"],
    off: "X-Forwarded-For is not believed",
  },
  {
    name: "Rotation of secrets",
    variables: ["AUTH_SECRET", "AUTH_SECRET_1"],
    off: "one secret, no older one",
  },
  {
    name: "A PostgreSQL of your own",
    variables: ["DATABASE_URL"],
    off: "the one from npm, in DATA_DIR",
  },
  { name: "Open to the network", variables: ["BIND_ADDRESS"], off: "only this machine reaches the shop" },
  {
    name: "An admin's password of your own",
    variables: ["ADMIN_PASSWORD"],
    off: "one is generated, and printed by npm run demo",
  },
  {
    name: "Forms shared by builds made apart",
    variables: ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"],
    off: "derived from AUTH_SECRET, where the build has it",
  },
];

/** All variables that the doctor knows. */
export const KNOWN_VARIABLES = [
  ...Object.keys(STANDALONE_VARIABLES),
  ...FEATURES.flatMap(({ variables }) => variables),
];

/** A line for each feature: on, or what it needs. */
export function describeFeatures(environment: Environment): string[] {
  return FEATURES.map(({ name, variables, off }) => {
    const missing = variables.filter((variable) => !environment[variable]);
    return missing.length === 0 ? `✓ ${name}` : `– ${name}: needs ${missing.join(", ")} (now: ${off})`;
  });
}

/** A line for each variable that the storefront needs when it is not started by the demo. */
export function describeStandalone(environment: Environment): string[] {
  return Object.entries(STANDALONE_VARIABLES).map(([name, hint]) => {
    if (environment[name]) return `✓ ${name} is set`;
    return DEFAULTS.has(name) ? `– ${name}: ${hint}` : `– ${name} is missing: ${hint}`;
  });
}
