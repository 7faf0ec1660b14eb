import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { productFiles, sourceFiles, withoutComments } from './source-files';

describe('one file holds one thing with a name', () => {
  it('no drawers: helpers, misc, common, manager, utils', () => {
    const drawers = sourceFiles.filter(({ path }) => /^(helpers?|misc|common|manager|utils?|shared|stuff)\.tsx?$/.test(basename(path)));
    expect(drawers.map(({ path }) => path)).toEqual([]);
  });

  it('file names are kebab-case', () => {
    expect(
      sourceFiles.filter(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|d|config))?\.tsx?$/.test(basename(path))).map(({ path }) => path),
    ).toEqual([]);
  });

  it('no barrels: a file that only re-exports is none', () => {
    const barrels = productFiles.filter(({ text }) => {
      const statements = withoutComments(text)
        .split('\n')
        .filter((line) => line.trim() !== '');
      return statements.length > 1 && statements.every((line) => /^export (\*|\{|type \{).* from /.test(line));
    });
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it('no test is left out or run alone', () => {
    // `skip(condition, reason)` is for data that is somebody else's and may not be here; the runner counts any other skip as a failure.
    const marks = /\b(?:it|test|describe)\.(?:only|todo|fails|fixme)\b|\.skip\(\s*['"`]|\bx(?:it|describe)\(/;
    const tests = sourceFiles.filter(({ path }) => /\.(test|spec)\.tsx?$/.test(path) && !path.startsWith('tests/architecture/'));
    expect(tests.filter(({ text }) => marks.test(withoutComments(text))).map(({ path }) => path)).toEqual([]);
  });
});
