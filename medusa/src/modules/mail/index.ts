import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { MailProvider } from "./provider";

export default ModuleProvider(Modules.NOTIFICATION, { services: [MailProvider] });
