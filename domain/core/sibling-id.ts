import type { Id } from '../model/ids';

/** A second id of one act, the same at every try: for a row it writes beside one that has the act's own. */
export const siblingId = (id: Id): Id => {
  const at = id.length - 12;
  return `${id.slice(0, at)}${(Number.parseInt(id.charAt(at), 16) ^ 8).toString(16)}${id.slice(at + 1)}`;
};
