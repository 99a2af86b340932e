// Shortens texts for places that have little room.

/** At most so many characters, the ellipsis included; never cuts a character in two. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}
