// Where a rule's page stands on the web.

import { product } from "../generated/product.ts";

export function rulePage(id: string): string {
  return `${product.home}/blob/main/docs/rules/${id}.md`;
}
