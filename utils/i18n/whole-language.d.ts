declare module '*/messages.json?whole' {
  const words: import('./messages').Messages;
  export default words;
}
