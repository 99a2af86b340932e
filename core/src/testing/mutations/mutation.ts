// What a mutation is: edits of the sample's files, and all changes that must come out.

/** A text in a file gives way to another; without a text, the file is removed; with an empty one, it is new. */
export type Edit = readonly [path: string, from: string, to?: string];

export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Made on both sides first, so that there is something to change. */
  readonly before?: readonly Edit[];
  /** `class id entity field`, all of them. */
  readonly changes: readonly string[];
}
