// Preloaded into the second storefront, whose process compiles no TypeScript: its connections to the backend's port go
// to the proxy's instead. Its settings stay the first one's, since pictures and cached responses go by the backend's URL.
import { Socket } from "node:net";

const { BACKEND_PORT, PROXY_PORT } = process.env;
const connect = Socket.prototype.connect;

Socket.prototype.connect = function connectByProxy(...args) {
  // net.connect() passes on an array that begins with the options.
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (String(options?.port) === BACKEND_PORT) Object.assign(Object(options), { port: PROXY_PORT });
  return Reflect.apply(connect, this, args);
};
