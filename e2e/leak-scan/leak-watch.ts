import type { BrowserContext, Request } from "@playwright/test";
import { READABLE_TYPES, readBody, readHeaders, type ResponsePart, splitHeaders } from "./response";
import { findCanaries } from "./canary";
import { listDecodings } from "./decodings";
import { type Finding, scan, MIN_SECRET_LENGTH } from "./scan";

/** The form of a secret of this application, and the URL of the only page that may show it, if there is one. */
export type SecretPattern = { pattern: RegExp; allowedUrl?: RegExp };

/**
 * A request and its response that no browser has sent. `client`: the same object for every exchange of one user. `sent`:
 * what was sent besides the URL.
 */
export type HttpExchange = { client: object; url: string; sent: string; headers: Headers; body: string };

/** What one browser context, or one client without a browser, has sent and received. To the application it is a user. */
type ContextRecord = { sent: Set<string>; parts: Promise<ResponsePart | null>[] };

/**
 * Records every response to any number of browser contexts and reports data that reached the wrong one. A canary may
 * be received only by contexts that have sent it. A secret (an HttpOnly cookie of any context, a match of a pattern, or
 * a value added by the test) may be received by nobody, and no two contexts may be given the same cookie.
 */
export class LeakWatch {
  readonly #contexts: ContextRecord[] = [];
  readonly #clients = new Map<object, ContextRecord>();
  readonly #patterns: readonly SecretPattern[];
  readonly #knownFiles: Set<string>;
  readonly #addedSecrets = new Set<string>();

  /** @param knownFiles URLs of immutable files, each of which is read once; share the set between tests of a worker */
  constructor(patterns: readonly SecretPattern[], knownFiles = new Set<string>()) {
    this.#patterns = patterns;
    this.#knownFiles = knownFiles;
  }

  /** Records an exchange of a client without a browser. */
  record({ client, url, sent, headers, body }: HttpExchange): void {
    const record = this.#clients.get(client) ?? this.#addRecord();
    this.#clients.set(client, record);
    for (const canary of listCanaries([url, sent])) record.sent.add(canary);
    const list = [...headers].map(([name, value]) => ({ name, value }));
    record.parts.push(Promise.resolve(splitHeaders(url, list)));
    if (READABLE_TYPES.test(headers.get("content-type") ?? ""))
      record.parts.push(Promise.resolve({ url, text: body, httpOnlyCookies: [] }));
  }

  /** Records everything that a browser context sends and receives from now on. */
  readonly attach = (context: BrowserContext): void => {
    const record = this.#addRecord();
    context.on("request", (request) =>
      findSentCanaries(request).forEach((canary) => record.sent.add(canary)),
    );
    const bodies = new WeakMap<Request, Promise<ResponsePart | null>>();
    context.on("response", (response) => {
      record.parts.push(readHeaders(response));
      bodies.set(response.request(), readBody(response, this.#knownFiles));
    });
    // Bodies are awaited from here on, because a streamed body may never end.
    context.on("requestfinished", (request) => {
      const body = bodies.get(request);
      if (body) record.parts.push(body);
    });
  };

  /**
   * Adds secrets that no browser holds, such as ids and tokens from the application's own database. Responses received
   * earlier are checked for them too, because all checks run in `listLeaks`.
   * @throws Error for a value shorter than `MIN_SECRET_LENGTH`
   */
  addSecrets(secrets: readonly string[]): void {
    for (const secret of secrets) {
      if (secret.length < MIN_SECRET_LENGTH)
        throw new Error(`"${secret}" is too short to be told from other texts.`);
      this.#addedSecrets.add(secret);
    }
  }

  /** Waits until all responses so far are read. Call it before closing a context, which discards unread bodies. */
  async waitForResponses(): Promise<void> {
    await Promise.all(this.#contexts.flatMap(({ parts }) => parts));
  }

  /** Returns one line for each leak; empty when there is none. */
  async listLeaks(): Promise<string[]> {
    const contexts = await Promise.all(
      this.#contexts.map(async ({ sent, parts }) => ({ sent, parts: await awaitParts(parts) })),
    );
    const cookies = contexts.flatMap(({ parts }) => parts.flatMap((part) => part.httpOnlyCookies));
    const values = new Set([...this.#addedSecrets, ...cookies.map(([, value]) => value)]);
    const scanText = memoizeScan(values);
    const leaks = contexts.flatMap(({ sent, parts }) =>
      parts.flatMap((part) => this.#findLeaks(part, sent, scanText)),
    );
    return [...new Set([...leaks, ...findSharedSecrets(contexts.map(({ parts }) => parts))])];
  }

  #addRecord(): ContextRecord {
    const record: ContextRecord = { sent: new Set(), parts: [] };
    this.#contexts.push(record);
    return record;
  }

  #findLeaks({ url, text }: ResponsePart, sent: Set<string>, scanText: ScanText): string[] {
    const patterns = this.#patterns
      .filter(({ allowedUrl }) => !allowedUrl?.test(url))
      .map(({ pattern }) => pattern);
    return scanText(text, patterns).flatMap((finding) => {
      if (finding.kind === "secret") return `${url} shows a secret: ${finding.text.slice(0, 24)}…`;
      return sent.has(finding.text) ? [] : `${url} shows ${finding.text}, which is somebody else's`;
    });
  }
}

type ScanText = (text: string, patterns: RegExp[]) => Finding[];

/** Scans equal texts once: most responses are the same for every context. */
function memoizeScan(values: ReadonlySet<string>): ScanText {
  const scans = new Map<string, Finding[]>();
  return (text, patterns) => {
    const key = `${patterns.join(" ")} ${text}`;
    const findings = scans.get(key) ?? scan(text, { values, patterns });
    scans.set(key, findings);
    return findings;
  };
}

async function awaitParts(parts: Promise<ResponsePart | null>[]): Promise<ResponsePart[]> {
  return (await Promise.all(parts)).filter((part) => part !== null);
}

function findSentCanaries(request: Request): string[] {
  return listCanaries([request.url(), request.postDataBuffer()?.toString() ?? ""]);
}

/** The canaries in texts, however encoded. */
function listCanaries(texts: readonly string[]): string[] {
  return texts.flatMap(listDecodings).flatMap((text) => [...findCanaries(text)]);
}

/** Finds HttpOnly cookies with the same value in two contexts: one of them holds the other's. */
function findSharedSecrets(contexts: ResponsePart[][]): string[] {
  const holders = new Map<string, number>();
  return contexts.flatMap((parts, context) =>
    parts.flatMap(({ url, httpOnlyCookies }) =>
      httpOnlyCookies.flatMap(([name, value]) => {
        const holder = holders.get(value) ?? context;
        holders.set(value, holder);
        return holder === context ? [] : `${url} gives out a ${name} that another browser has been given`;
      }),
    ),
  );
}
