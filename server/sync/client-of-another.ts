/** This clientId is bound to another agent (K16): a copied profile. Who pushes under it takes a new one. */
export class ClientOfAnother extends Error {
  override name = 'ClientOfAnother';
}
