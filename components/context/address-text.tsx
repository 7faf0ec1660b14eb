/** An address that may break after its @ and, where that is not enough, anywhere; copied, it is whole. */
export function AddressText({ children }: { children: string }) {
  const at = children.lastIndexOf('@') + 1;
  return (
    <>
      {children.slice(0, at)}
      {at > 0 && <wbr />}
      {children.slice(at)}
    </>
  );
}
