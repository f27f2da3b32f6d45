import { ModuleProvider, Modules } from "@medusajs/framework/utils";
import { InlineSearchProvider } from "./provider";

export default ModuleProvider(Modules.SEARCH, { services: [InlineSearchProvider] });
