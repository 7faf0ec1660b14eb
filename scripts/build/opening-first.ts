import type { Plugin } from 'vite';

const surfaces = /[\\/](popup|sidepanel)[\\/]index\.html$/;

/** Popup and side panel ask for `opening.js` before all else (docs/decisions/0044-rows-before-react.md). */
export const openingFirst = (): Plugin => ({
  name: 'opening-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { filename }) {
      const [, name] = surfaces.exec(filename) ?? [];
      if (!name) return [];
      const surface = name === 'popup' ? 'popup' : 'panel';
      return [{ tag: 'script', attrs: { async: true, src: '/opening.js', 'data-surface': surface }, injectTo: 'head-prepend' }];
    },
  },
});
