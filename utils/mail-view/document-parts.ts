const rootOf = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get;

/** A frame's root and mail block. Names inside the mail (`<img name=documentElement>`) can hide a document's own properties, so we ask its prototype. */
export function documentParts(document: Document): { root: HTMLElement; mail: HTMLElement } | undefined {
  const root: unknown = rootOf?.call(document);
  const mail: unknown = Document.prototype.getElementById.call(document, 'samtale-mail');
  // Elements of a frame are of that frame's own classes: `instanceof` of ours would say no.
  return isElement(root) && isElement(mail) ? { root, mail } : undefined;
}

const isElement = (value: unknown): value is HTMLElement =>
  typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === 1;
