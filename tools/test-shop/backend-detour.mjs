// @ts-check
import { Socket } from "node:net";

// Preloaded into the second storefront: its connections to the backend's port go to the proxy's instead. By its
// settings it is the first one's twin; pictures and kept answers, which go by the backend's address, are the same.
const { BACKEND_PORT, PROXY_PORT } = process.env;
const connect = Socket.prototype.connect;

/**
 * @this {Socket}
 * @param {unknown[]} args options, or what net.connect() hands on: an array that begins with them
 */
Socket.prototype.connect = function connectByProxy(...args) {
  const options = /** @type {{ port?: unknown } | undefined} */ (
    Array.isArray(args[0]) ? args[0][0] : args[0]
  );
  if (String(options?.port) === BACKEND_PORT) Object.assign(Object(options), { port: PROXY_PORT });
  return Reflect.apply(connect, this, args);
};
