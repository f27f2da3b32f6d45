// Plain JavaScript, in syntax that Node 14 reads: usages are printed before anything is installed.

const SHOP = `npm run demo [-- --reset]   the whole shop, in production mode, until Ctrl-C
npm run dev [-- --reset]    the same, with the storefront reloading as you edit

  --reset   deletes all data first`;

/** The commands of package.json: what each imports, relative to this folder, and what `--help` prints. */
export const COMMANDS = {
  demo: { module: "./stack/demo.ts", usage: SHOP },
  dev: { module: "./stack/demo.ts", usage: SHOP },
  start: {
    module: "./stack/start.ts",
    usage: `npm start   the storefront alone, as npm run build has made it

It needs a backend, a database (npm run db:migrate) and the variables that npm run doctor lists.`,
  },
  "db:migrate": {
    module: "./stack/db-migrate.ts",
    usage: `npm run db:migrate   brings the storefront's database up to date

It is the one of STOREFRONT_DATABASE_URL, else the one beside DATABASE_URL, else the demo's, which must be running.
Missing databases are created.`,
  },
  doctor: {
    module: "./doctor/doctor.ts",
    usage: `npm run doctor   what is set and what is missing, which features are on and what the rest need

✓ is there or on, – is not and need not be, ✗ must be fixed. Exits 1 when anything must be.`,
  },
  test: {
    module: "./checks/test.ts",
    usage: `npm test                   every check, every spec and a short load test
npm test -- ARGUMENTS      the same, with these arguments for the specs: npm run e2e -- --help`,
  },
  verify: {
    module: "./checks/verify.ts",
    usage: "npm run verify   types, lint, formatting, dead code and unit tests, without starting the shop",
  },
  e2e: {
    module: "./test-shop/e2e.ts",
    usage: `npm run e2e                                    every spec, in a real browser, against a shop of its own
npm run e2e -- --no-deps cart.spec.ts          one of them, without those that others wait for
npm run e2e -- --project=model                 the model test; MODEL_SEED=N repeats one
E2E_BROWSER=firefox npm run e2e -- --no-deps --project=firefox
                                               promises about carts, orders and sessions in Firefox

All other arguments are Playwright's own: npx playwright test --help
E2E_PORT and E2E_DATA_DIR move the shop; E2E_TRACE=1 records how a spec came to fail.`,
  },
  "e2e:day": {
    module: "./test-shop/e2e-day.ts",
    usage: `npm run e2e:day -- [options]

  --minutes 5      the shop is open for so long, up to 240
  --changes 1000   or until the shopkeeper has made so many changes, if that is sooner
  --seed 42        the seed of an earlier day, to repeat it; by default a new one

Exits 0 when every page was right, else 1.`,
  },
  bench: {
    module: "./bench/bench.ts",
    usage: `npm run bench -- [PART …]                 measures these parts of the test shop, or all of them
npm run bench -- catalogue --products N   what a catalogue of N more products costs (1 to 100000, by default 1000)

Parts: throughput, javascript, clicks, session, calls, lighthouse`,
  },
  "audit-log": {
    module: "./audit-log/audit-log.ts",
    usage: `npm run audit-log -- [options]

  --customer cus_…|name@example.com   what concerns one customer, failed sign-ins with the address included
  --order order_…                     what concerns one order
  --type session.revoked              one type of event; "session" is every type that begins with it
  --since 24h|7d|2026-11-21           no older than that (m, h, d, w, or a date, in universal time)
  --limit 50                          at most so many, the newest
  --check                             only the check of the orders, without a list
  --payments                          the payments begun at a provider, with their orders, and whether money and
                                      orders agree; takes --order, --since, --limit and --check

Exits 0 when every order is its session's customer's (with --payments: has its payment), 1 when one is not, 2 when it could not be looked at.`,
  },
  "test:load": {
    module: "./load-test/load-test.ts",
    usage: `npm run test:load -- [options]

  --shoppers 200     so many at once, 1 to 1000
  --minutes 2        for so long, up to 30; or --seconds 20
  --instances 2      spread each shopper's requests over one or two instances of the storefront
  --seed 42          the seed of an earlier load test, to repeat its plan; by default a new one
  --json FILE        where the results go, besides the table

Exits 0 when no shopper saw, held or lost anything that they should not have, and nothing failed; else 1.`,
  },
  "test:mutants": {
    module: "./mutants/test-mutants.ts",
    usage: `npm run test:mutants                     every fault of docs/mutants.md, whose table it writes
npm run test:mutants -- --only NAME,…    these alone; the other rows of the table stay as they are

NAME is a file of mutants/, without ".patch".`,
  },
};
