// What a hover or a completion's detail says, as plain texts in blocks: how it is printed is for report/blocks.ts.

export type Block =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  /** To a page of ours. */
  | { readonly kind: "link"; readonly text: string; readonly address: string }
  /** YAML of ours, never an author's. */
  | { readonly kind: "example"; readonly text: string };

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** Nothing for an absent text. */
export function fact(label: string, text: string | undefined): Fact[] {
  return text === undefined || text === "" ? [] : [{ label, text }];
}

export function factsBlock(facts: readonly Fact[]): Block[] {
  return facts.length === 0 ? [] : [{ kind: "facts", facts }];
}
