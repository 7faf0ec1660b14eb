import { Unreachable } from '../../sync/ports';

/** Something answered, but it was not the hub: a redirect, a captive portal's page, an answer cut short. */
export class NotTheHub extends Unreachable {
  override name = 'NotTheHub';
  constructor(
    readonly why: 'redirected' | 'wrong-type' | 'wrong-shape',
    detail: string,
  ) {
    super(`${why}: ${detail}`);
  }
}

/** Code asked for an origin that is no connection's. A fault of ours, never of the network. */
export class OriginNotAllowed extends Error {
  override name = 'OriginNotAllowed';
  constructor(origin: string) {
    super(`no connection to ${origin}`);
  }
}
