// Finds what the page was made with, and says news to those who listen.

/** Throws where the page is not the one that this script was made for. */
export function find<Element extends HTMLElement>(selector: string, type: new () => Element): Element {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`${selector} is missing`);
}

/** A text in the language of the editor, as the page brought it. */
export function word(name: "updated" | "rows" | "zoom"): string {
  return find("#news", HTMLElement).dataset[name] ?? "";
}

/** Politely: after what is being said. */
export function tell(text: string): void {
  const news = find("#news", HTMLElement);
  // The same words again are news, too.
  news.textContent = news.textContent === text ? `${text}\u00a0` : text;
}
