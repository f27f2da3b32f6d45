import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { EmailPassProvider } from "./provider";

export default ModuleProvider(Modules.AUTH, { services: [EmailPassProvider] });
