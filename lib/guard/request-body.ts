import "server-only";
import type { IncomingMessage } from "node:http";

type BufferOptions = {
  limit: number;
  /** Called with the whole body; `release` passes it, or another one, on to the reader of the request. */
  onComplete: (body: Buffer, release: (passedOn?: Buffer) => void) => void;
  onTooLarge: () => void;
};

/**
 * Buffers the body of a request until it is complete, so that no handler waits for a slow sender, sees half a body or
 * leaves the rest on the connection. Replaces `push`, with which Node's parser delivers the body, until the end, and
 * then pushes the whole body. `server.requestTimeout` ends a body that never completes.
 * @param limit in bytes: the memory that one request may take here
 */
export function bufferBody(request: IncomingMessage, { limit, onComplete, onTooLarge }: BufferOptions): void {
  const push = request.push.bind(request);
  const chunks: Buffer[] = [];
  let size = 0;
  request.push = (chunk: Buffer | null) => {
    size += chunk?.length ?? 0;
    if (size > limit) {
      request.push = push;
      onTooLarge();
    } else if (chunk) {
      chunks.push(chunk);
    } else {
      request.push = push;
      const body = Buffer.concat(chunks);
      onComplete(body, (passedOn = body) => {
        if (passedOn.length > 0) push(passedOn);
        push(null);
      });
    }
    return true;
  };
}

/** Whether a request announces a body at all (RFC 9112, section 6.3). */
export function hasBody({ headers }: Pick<IncomingMessage, "headers">): boolean {
  return (headers["content-length"] ?? "0") !== "0" || headers["transfer-encoding"] !== undefined;
}
