/**
 * The rules and what runs them, in a chunk of their own: a list can be looked at without them. The panel asks for them as soon as
 * it has painted, so an act finds them there; they lie in the package, the network is never needed.
 */
export async function loadRules() {
  const [{ mutate }, { findMutation }] = await Promise.all([import('../../utils/store/mutate'), import('../../domain/mutations')]);
  return { mutate, findMutation };
}
