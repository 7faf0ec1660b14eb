type Decode = (text: string) => string;

/**
 * HTML's named letters as postal-mime looks them up (`&eacute;`, and `&eacute` where HTML forgives the missing semicolon), answered by a decoder that is
 * there anyway: the library brings a table of its own, which is half as large as all else it does.
 */
export const entityTable = (decode: Decode, decodeStrict: Decode): Readonly<Record<string, string>> =>
  new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== 'string' || !/^&[a-z0-9]+;?$/i.test(name)) return undefined;
        const closed = name.endsWith(';') ? name : `${name};`;
        const letter = decodeStrict(closed);
        if (letter === closed) return undefined;
        return name === closed || decode(name) === letter ? letter : undefined;
      },
    },
  );
