// The names in a drawing: one of them can be reached by Tab, the arrow keys lead from one to its neighbour, Enter or a
// click opens its text. The one in which the cursor stands is marked.

type Open = (target: string) => void;

/** Listens once; `refresh` is called after each drawing. */
export const showNames = Object.assign(
  (drawing: HTMLElement, open: Open): void => {
    drawing.addEventListener("click", ({ target }) => {
      if (!(target instanceof Element) || target.closest("input, label, button, select, summary") !== null)
        return;
      // A text that was just selected is to be copied, not opened.
      if (getSelection()?.isCollapsed === false) return;
      const name = nameAt(target);
      if (name === undefined) return;
      focusOn(drawing, name, { preventScroll: true });
      open(name.dataset.target ?? "");
    });
    drawing.addEventListener("keydown", (event) => {
      const name = event.target;
      if (!(name instanceof HTMLElement) || !name.matches(NAMES)) return;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Enter") open(name.dataset.target ?? "");
      else {
        const next = neighbour(drawing, name, event.key);
        if (next === undefined) return;
        focusOn(drawing, next, {});
      }
      event.preventDefault();
    });
    drawing.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLElement && target.matches(NAMES)) makeReachable(drawing, target);
    });
  },
  {
    refresh(drawing: HTMLElement): void {
      const names = namesIn(drawing);
      for (const name of names) {
        name.setAttribute("role", "link");
        if (!name.hasAttribute("tabindex")) name.tabIndex = -1;
      }
      const reachable = names.filter((name) => name.tabIndex === 0);
      const [first = names[0]] = reachable;
      if (first !== undefined) makeReachable(drawing, first);
    },
  },
);

/** `reveal` also puts the focus there; else the page scrolls only as far as it must. */
export function mark(drawing: HTMLElement, target: string | undefined, reveal: boolean): void {
  for (const name of drawing.querySelectorAll("[aria-current]")) name.removeAttribute("aria-current");
  if (target === undefined) return;
  const names = namesIn(drawing).filter((name) => name.dataset.target === target);
  for (const name of names) name.setAttribute("aria-current", "true");
  const [first] = names.filter(isVisible);
  if (first === undefined) return;
  if (reveal) focusOn(drawing, first, {});
  else if (!drawing.contains(document.activeElement))
    (first.closest(".sk-box") ?? first).scrollIntoView({ block: "nearest", behavior: motion() });
}

const NAMES = "[data-target]";

function namesIn(drawing: HTMLElement): HTMLElement[] {
  return [...drawing.querySelectorAll<HTMLElement>(NAMES)];
}

/** The name itself, or that of the innermost box around. */
function nameAt(element: Element): HTMLElement | undefined {
  const name = element.closest<HTMLElement>(NAMES);
  if (name !== null) return name;
  return element.closest(".sk-box")?.querySelector<HTMLElement>(NAMES) ?? undefined;
}

function focusOn(drawing: HTMLElement, name: HTMLElement, options: FocusOptions): void {
  makeReachable(drawing, name);
  name.focus(options);
}

function makeReachable(drawing: HTMLElement, name: HTMLElement): void {
  for (const other of drawing.querySelectorAll<HTMLElement>(`${NAMES}[tabindex="0"]`)) other.tabIndex = -1;
  name.tabIndex = 0;
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest name in the direction of the key; what lies straight ahead goes before what lies aside. */
function neighbour(drawing: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const names = namesIn(drawing).filter(isVisible);
  if (key === "Home") return names[0];
  if (key === "End") return names.at(-1);
  const direction = DIRECTIONS[key];
  if (direction === undefined) return undefined;
  const [x, y] = direction;
  const start = from.getBoundingClientRect();
  let best: { readonly name: HTMLElement; readonly distance: number } | undefined;
  for (const name of names) {
    if (name === from) continue;
    const at = name.getBoundingClientRect();
    const [right, down] = [at.left - start.left, at.top - start.top];
    const ahead = right * x + down * y;
    const aside = Math.abs(right * y) + Math.abs(down * x);
    if (ahead < 2 || aside > 2 * ahead + 4) continue;
    const distance = ahead + 2 * aside;
    if (best === undefined || distance < best.distance) best = { name, distance };
  }
  if (best !== undefined) return best.name;
  // At the edge, up and down go on in the order of reading.
  return y === 0 ? undefined : names[names.indexOf(from) + y];
}

function isVisible(name: HTMLElement): boolean {
  return name.offsetParent !== null;
}

function motion(): ScrollBehavior {
  const isCalm =
    matchMedia("(prefers-reduced-motion: reduce)").matches ||
    document.body.classList.contains("vscode-reduce-motion");
  return isCalm ? "instant" : "smooth";
}
