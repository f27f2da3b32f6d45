import type { BrowserContext, Request } from "@playwright/test";
import { readBody, readHead, type Answer } from "./response";
import { listCanaries } from "./canary";
import { listReadings } from "./decodings";
import { type Find, scan, SHORTEST_SECRET } from "./scan";

/** How a secret of this application looks, and, if there is one, the address of the only page that may show it. */
export type Look = { pattern: RegExp; except?: RegExp };

/** One browser context: one person, as far as the application can know. */
type Viewer = { sent: Set<string>; answers: Promise<Answer | null>[] };

/**
 * Reads everything that an application answers to any number of browser contexts, and tells whose data went where it
 * must not. A canary is the data of whoever has sent it; whoever reads one without having sent it reads somebody
 * else's. What an HttpOnly cookie of any context holds, what looks like a secret, and what the test says is one, nobody
 * may read; and no two contexts may be given the same.
 */
export class LeakWatch {
  readonly #viewers: Viewer[] = [];
  readonly #looks: readonly Look[];
  readonly #knownFiles: Set<string>;
  readonly #kept = new Set<string>();

  constructor(looks: readonly Look[], knownFiles = new Set<string>()) {
    this.#looks = looks;
    this.#knownFiles = knownFiles;
  }

  readonly follow = (context: BrowserContext): void => {
    const viewer: Viewer = { sent: new Set(), answers: [] };
    this.#viewers.push(viewer);
    context.on("request", (request) => listSent(request).forEach((canary) => viewer.sent.add(canary)));
    const bodies = new WeakMap<Request, Promise<Answer | null>>();
    context.on("response", (response) => {
      viewer.answers.push(readHead(response));
      bodies.set(response.request(), readBody(response, this.#knownFiles));
    });
    // Only now are they waited for: some bodies never end.
    context.on("requestfinished", (request) => {
      const body = bodies.get(request);
      if (body) viewer.answers.push(body);
    });
  };

  /**
   * Adds secrets that no browser holds and only a test can know, such as ids and tokens out of the application's own
   * database. What has been answered before counts as well: it is judged at the end.
   * @throws when one is so short that it would be found everywhere
   */
  keep(secrets: readonly string[]): void {
    for (const secret of secrets) {
      if (secret.length < SHORTEST_SECRET)
        throw new Error(`"${secret}" is too short to be told from other texts.`);
      this.#kept.add(secret);
    }
  }

  /** Until all that has come so far is read; a context that is closed before takes what it was told with it. */
  async settle(): Promise<void> {
    await Promise.all(this.#viewers.flatMap(({ answers }) => answers));
  }

  /** A line for each leak, empty when there is none. */
  async listLeaks(): Promise<string[]> {
    const views = await Promise.all(
      this.#viewers.map(async ({ sent, answers }) => ({ sent, answers: await listRead(answers) })),
    );
    const hidden = views.flatMap(({ answers }) => answers.flatMap((answer) => answer.hidden));
    const known = new Set([...this.#kept, ...hidden.map(([, value]) => value)]);
    const scanText = scanOnce(known);
    const leaks = views.flatMap(({ sent, answers }) =>
      answers.flatMap((answer) => this.#judge(answer, sent, scanText)),
    );
    return [...new Set([...leaks, ...listShared(views.map(({ answers }) => answers))])];
  }

  #judge({ url, text }: Answer, sent: Set<string>, scanText: ScanText): string[] {
    const looks = this.#looks.filter(({ except }) => !except?.test(url)).map(({ pattern }) => pattern);
    return scanText(text, looks).flatMap((find) => {
      if (find.what === "secret") return `${url} shows a secret: ${find.text.slice(0, 24)}…`;
      return sent.has(find.text) ? [] : `${url} shows ${find.text}, which is somebody else's`;
    });
  }
}

type ScanText = (text: string, looks: RegExp[]) => Find[];

/** What is the same for everybody has been answered to everybody, and is scanned once. */
function scanOnce(known: ReadonlySet<string>): ScanText {
  const scans = new Map<string, Find[]>();
  return (text, looks) => {
    const key = `${looks.join(" ")} ${text}`;
    const finds = scans.get(key) ?? scan(text, { known, looks });
    scans.set(key, finds);
    return finds;
  };
}

async function listRead(answers: Promise<Answer | null>[]): Promise<Answer[]> {
  return (await Promise.all(answers)).filter((answer) => answer !== null);
}

function listSent(request: Request): string[] {
  const texts = [request.url(), request.postDataBuffer()?.toString() ?? ""];
  return texts.flatMap(listReadings).flatMap((text) => [...listCanaries(text)]);
}

/** The same secret handed to two browsers: one of them holds what is the other's. */
function listShared(views: Answer[][]): string[] {
  const holders = new Map<string, number>();
  return views.flatMap((answers, viewer) =>
    answers.flatMap(({ url, hidden }) =>
      hidden.flatMap(([name, value]) => {
        const holder = holders.get(value) ?? viewer;
        holders.set(value, holder);
        return holder === viewer ? [] : `${url} gives out a ${name} that another browser has been given`;
      }),
    ),
  );
}
