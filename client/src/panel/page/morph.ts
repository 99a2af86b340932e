// Turns what stands in an element into something new, keeping every part that is as it was: the place on the page and the
// focus stay where they are while somebody types.

export function morph(old: Node, next: Node): void {
  const now = [...old.childNodes];
  const wanted = [...next.childNodes];
  for (const [at, node] of wanted.entries()) {
    const known = now[at];
    if (known === undefined) old.appendChild(node);
    else if (!isAlike(known, node)) old.replaceChild(node, known);
    else if (!known.isEqualNode(node)) update(known, node);
  }
  for (const node of now.slice(wanted.length)) node.remove();
}

/** One thing before and after, as far as can be told: the same element about the same thing. */
function isAlike(old: Node, next: Node): boolean {
  if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName) return false;
  if (!(old instanceof HTMLElement && next instanceof HTMLElement)) return true;
  return old.dataset.target === next.dataset.target;
}

function update(old: Node, next: Node): void {
  if (!(old instanceof Element && next instanceof Element)) {
    if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !OURS.has(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  morph(old, next);
}

/** What this page itself writes on names. */
const OURS: ReadonlySet<string> = new Set(["role", "tabindex", "aria-current"]);
