/** The hub cannot start, for a reason a person can do something about: the message is a sentence for them. */
export class HubRefused extends Error {
  override name = 'HubRefused';
}
