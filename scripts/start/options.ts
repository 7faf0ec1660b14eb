import { parseArgs } from 'node:util';

export interface StartOptions {
  port: number;
  smtpPort: number;
  browser: boolean;
  /** Without a window: for tests and for a look from a server. */
  headless: boolean;
}

export const usage = `npm start                       hub, sample workspace, browser with the extension
  -- --port 7420                its web port
  -- --smtp-port 7425           the port it takes mail on
  -- --no-browser               opens no browser, says how to load the extension by hand`;

/** Throws a sentence for a person where an option is not one of ours. */
export function startOptions(argv: string[]): StartOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string', default: '7420' },
      'smtp-port': { type: 'string', default: '7425' },
      'no-browser': { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
    },
  });
  return {
    port: portOf('--port', values.port),
    smtpPort: portOf('--smtp-port', values['smtp-port']),
    browser: !values['no-browser'],
    headless: values.headless,
  };
}

function portOf(option: string, value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${option} takes a number between 1 and 65535, not "${value}"`);
  return port;
}
