declare module '*/messages.json?first' {
  const words: readonly string[];
  export default words;
}

declare module '*/messages.json?rest' {
  const words: readonly string[];
  export default words;
}

declare module 'words/first-keys' {
  const keys: readonly string[];
  export default keys;
}

declare module 'words/rest-keys' {
  const keys: readonly string[];
  export default keys;
}

declare module 'words/opening' {
  const words: Readonly<Record<import('./locale').Locale, import('./messages').Messages>>;
  export default words;
}
