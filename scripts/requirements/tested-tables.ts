/** The pages of docs/rules whose every row is a test by itself (tests/rules). */
export const testedTables = ['bulk', 'context', 'lifecycle', 'mail', 'merge', 'messages', 'people', 'routing', 'thread', 'tickets', 'views'].map(
  (name) => `docs/rules/${name}.md`,
);
