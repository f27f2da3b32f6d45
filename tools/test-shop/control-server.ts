import { once } from "node:events";
import { createServer } from "node:http";

/**
 * Lets a spec change the shop that it runs against: `POST {CONTROL_URL}/{command}` answers 204 when it is done. The
 * commands are named by their path, without the first slash.
 */
export async function startControlServer(
  port: number,
  commands: Record<string, () => Promise<unknown>>,
): Promise<void> {
  const server = createServer((incoming, outgoing) => {
    const command = commands[(incoming.url ?? "").slice(1)];
    if (incoming.method !== "POST" || !command)
      return outgoing.writeHead(404).end(Object.keys(commands).join("\n"));
    command().then(
      () => outgoing.writeHead(204).end(),
      (error) => outgoing.writeHead(500).end(String(error)),
    );
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
}
