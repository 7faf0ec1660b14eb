/** About what a frame lays out in a blink; longer mails are cut here with "show all". */
export const clipAt = 100_000;

/** Cuts a mail after about `budget` characters, at an element's edge, keeping what surrounds it whole. Answers whether it cut. */
export function clipMail(body: HTMLElement, budget = clipAt): boolean {
  if (body.innerHTML.length <= budget) return false;
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let used = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    used +=
      node instanceof Element
        ? node.tagName.length * 2 + 5 + [...node.attributes].reduce((sum, a) => sum + a.name.length + a.value.length + 4, 0)
        : (node.textContent?.length ?? 0);
    if (used <= budget) continue;
    for (let at: Node | null = node; at && at !== body; at = at.parentNode) while (at.nextSibling) at.nextSibling.remove();
    if (node instanceof Text) node.data = node.data.slice(0, Math.max(0, node.data.length - (used - budget)));
    return true;
  }
  return false;
}
