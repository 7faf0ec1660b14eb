import { Fragment } from 'react';

/** An address that may break after its @, dots and hyphens, and inside a word only where that is not enough; copied, it is whole. */
export const AddressText = ({ children }: { children: string }) =>
  (children.match(/[^@.-]*[@.-]?/g) ?? []).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
    <Fragment key={at}>
      {at > 0 && part !== '' && <wbr />}
      {part}
    </Fragment>
  ));
