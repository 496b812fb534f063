/** What an element is made of. Texts are set as text, never as HTML. */
export interface Parts {
  readonly class?: string;
  readonly text?: string;
  readonly title?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly onClick?: (event: MouseEvent) => void;
}

export type Child = Node | string | undefined | false;

/** Makes an element. Attributes that are `undefined` are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: Parts = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (parts.class) made.className = parts.class;
  if (parts.text !== undefined) made.textContent = parts.text;
  if (parts.title) made.title = parts.title;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) {
    if (value !== undefined) made.setAttribute(name, String(value));
  }
  // A listener typed for every element would not fit the tag's own event map.
  if (parts.onClick) (made as HTMLElement).addEventListener('click', parts.onClick);
  append(made, children);
  return made;
}

/** Puts `children` in place of what the element holds. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

function append(parent: Element, children: readonly Child[]): void {
  parent.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
}
