import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The workspace: the folder of the storefront's package.json. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The backend, a project with packages of its own. */
export const MEDUSA = join(ROOT, "medusa");
