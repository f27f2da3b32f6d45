import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { scan } from "./leak-scan/scan";
import { readSecrets, SECRET_PATTERNS } from "./support/secrets";

test("No log of the shop holds a secret, or anything of a shopper's", async () => {
  const logs = readdirSync(environment.logsFolder).filter((name) =>
    /^(medusa|storefront).*\.log$/.test(name),
  );
  expect(logs).toEqual(expect.arrayContaining(["medusa.log", "storefront.log", "storefront-second.log"]));
  const values = new Set(await readSecrets());
  const patterns = SECRET_PATTERNS.map(({ pattern }) => pattern);
  const found = logs.flatMap((name) => {
    const text = readFileSync(join(environment.logsFolder, name), "utf8");
    return scan(text, { values, patterns }).map((finding) => `${name}: ${finding.text}`);
  });
  expect(found).toEqual([]);
});
