import "server-only";
import type { IncomingMessage } from "node:http";

type Receipt = {
  limit: number;
  /** Called with the whole body; `release` hands it on to whoever reads the request. */
  onWhole: (body: Buffer, release: () => void) => void;
  onTooLarge: () => void;
};

/**
 * Holds a request back until its body is complete, so that nothing behind it waits for a slow sender, sees half a body
 * or leaves the rest of one on the connection. Node's parser hands a body over by `push`; it is collected there and
 * pushed again when the last byte has come. A body that never ends is cut off by `server.requestTimeout`.
 * @param limit bytes, and so the memory that one request takes before it is answered
 */
export function receiveBody(request: IncomingMessage, { limit, onWhole, onTooLarge }: Receipt): void {
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
      onWhole(body, () => [...(size > 0 ? [body] : []), null].forEach((each) => push(each)));
    }
    return true;
  };
}

/** Whether a request announces a body at all (RFC 9112, section 6.3). */
export function hasBody({ headers }: Pick<IncomingMessage, "headers">): boolean {
  return (headers["content-length"] ?? "0") !== "0" || headers["transfer-encoding"] !== undefined;
}
