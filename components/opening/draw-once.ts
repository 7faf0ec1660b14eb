/**
 * What the opening has in React's place (`wxt.config.ts`): a component is called once and becomes nodes. It knows contexts and no state; a component
 * that asks for more does not build. 2 KB where React is 190 (docs/decisions/0044-rows-before-react.md).
 */
type Props = Record<string, unknown>;
type Component = (props: Props) => unknown;
interface Context {
  value: unknown;
}
interface Drawn {
  type: string | Component | Context | typeof Fragment;
  props: Props;
}

export const Fragment = Symbol('fragment');
export const jsx = (type: Drawn['type'], props: Props): Drawn => ({ type, props });
export const jsxs = jsx;
export const createElement = (type: Drawn['type'], props: Props | null, ...children: unknown[]): Drawn => ({
  type,
  props: children.length > 0 ? { ...props, children } : { ...props },
});
export const forwardRef =
  (render: (props: Props, ref: null) => unknown): Component =>
  (props) =>
    render(props, null);
export const createContext = (value: unknown): Context => ({ value });
export const useContext = (context: Context): unknown => context.value;
export const useMemo = (make: () => unknown): unknown => make();

/** Puts what an element draws into `parent`. */
export function draw(element: unknown, parent: Element): void {
  if (Array.isArray(element)) for (const one of element) draw(one, parent);
  else if (typeof element === 'string' || typeof element === 'number') parent.append(String(element));
  else if (typeof element === 'object' && element !== null) drawElement(element as Drawn, parent);
}

function drawElement({ type, props }: Drawn, parent: Element) {
  if (typeof type === 'function') draw(type(props), parent);
  else if (typeof type === 'symbol') draw(props.children, parent);
  else if (typeof type === 'object') within(type, props.value, () => draw(props.children, parent));
  else {
    const namespace = type === 'svg' ? 'http://www.w3.org/2000/svg' : parent.namespaceURI;
    const node = document.createElementNS(namespace, type);
    for (const [name, value] of Object.entries(props)) if (value !== undefined && value !== null) dress(node, name, value);
    draw(props.children, node);
    parent.append(node);
  }
}

function within(context: Context, value: unknown, run: () => void) {
  const before = context.value;
  context.value = value;
  run();
  context.value = before;
}

/** For eyes alone: what names, says or answers is left to what React draws. */
function dress(node: Element, name: string, value: unknown) {
  if (name === 'className') node.setAttribute('class', String(value));
  else if (name === 'style') Object.assign((node as HTMLElement).style, value);
  else if (/^(stroke|fill)/.test(name))
    node.setAttribute(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      String(value),
    );
  else if (typeof value !== 'function' && !/^(id|role|ref|key|tabIndex|title|children|data-.*|aria-(?!selected).*)$/.test(name))
    node.setAttribute(name, String(value));
}
