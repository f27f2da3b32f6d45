// Preloaded into a storefront, whose process compiles no TypeScript: writes down what requests cost that carry the header
// `x-count-calls`. For each of them CALLS_FILE gets a line of JSON: { name (the header's value), path, isAction,
// backendCalls (method and path of each), sessionLookups }.
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { appendFile } from "node:fs";
import { Socket } from "node:net";

const { CALLS_FILE, MEDUSA_URL, STOREFRONT_DATABASE_URL } = process.env;
const databasePort = Number(new URL(STOREFRONT_DATABASE_URL).port);
const backendOrigin = new URL(MEDUSA_URL).origin;
const SESSION_LOOKUP = /SELECT[^;]* FROM "public"\."Session"/;

const requests = new AsyncLocalStorage();

subscribe("http.server.request.start", ({ request, response }) => {
  const { "x-count-calls": name, "next-action": action } = request.headers;
  const counts = {
    name,
    path: request.url,
    isAction: action !== undefined,
    backendCalls: [],
    sessionLookups: 0,
  };
  requests.enterWith(counts);
  if (name) response.once("close", () => appendFile(CALLS_FILE, `${JSON.stringify(counts)}\n`, () => {}));
});

subscribe("undici:request:create", ({ request: { origin, method, path } }) => {
  if (String(origin) === backendOrigin)
    requests.getStore()?.backendCalls.push(`${method} ${path.split("?")[0]}`);
});

const write = Socket.prototype.write;
Socket.prototype.write = function countingWrite(...args) {
  const counts = requests.getStore();
  if (counts && this.remotePort === databasePort && SESSION_LOOKUP.test(String(args[0])))
    counts.sessionLookups += 1;
  return Reflect.apply(write, this, args);
};
