// Lists that grew value by value keep room for some sixteen more. Where a list stays for as long as the workspace does,
// and there is one for each item, that room is most of it.

/** A copy of just its length. */
export function trimmed<Value>(list: readonly Value[]): Value[] {
  return list.slice();
}

/** Puts such copies in the place of a map's lists. */
export function trimLists<Key, Value>(map: Map<Key, Value[]>): Map<Key, Value[]> {
  for (const [key, list] of map) if (list.length > 1) map.set(key, trimmed(list));
  return map;
}
