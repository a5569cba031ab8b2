import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Locked = {
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
};

const root = join(import.meta.dirname, '..', '..');
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { dependencies, allowScripts } = read('package.json') as {
  dependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), ...entry }));

/** What may be passed on with the product without further duties than naming its authors. */
const free =
  /^(?:MIT|MIT-0|MIT\/X11|ISC|BSD|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|Zlib|MIT AND OFL-1\.1|\(MIT AND Zlib\)|\(MIT OR GPL-3\.0-or-later\))$/;
/** Looked at one by one: resvg (MPL-2.0) is used as it comes, which asks for nothing; buffers names its MIT licence in its readme alone. */
const lookedAt = /^(?:@resvg\/resvg-js(?:-.+)?|buffers)$/;

describe('the packages in service', () => {
  it('run 0 scripts when they are installed, but for the runtime', () => {
    const scripted = locked.filter(({ hasInstallScript }) => hasInstallScript === true).map(({ name }) => name);
    expect(Object.keys(allowScripts).sort()).toEqual([...new Set(scripted)].sort());
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
  });

  it('are all locked with a checksum, 0 from outside the registry', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(({ integrity }) => !/^sha512-/.test(integrity ?? '')).map(({ name }) => name)).toEqual([]);
    expect(locked.filter(({ link, resolved }) => link === true || resolved !== undefined)).toEqual([]);
  });

  it('are asked for by version ranges alone', () => {
    const odd = Object.entries(dependencies).filter(([, range]) => !/^[\^~]?\d+\.\d+\.\d+$/.test(range));
    expect(odd).toEqual([]);
  });

  it.each(['node', '@electric-sql/pglite', '@electric-sql/pglite-pgvector', 'pdfjs-dist'])(
    'hold %s to one exact version: another writes or reads data otherwise',
    (name) => expect(dependencies[name]).toMatch(/^\d+\.\d+\.\d+$/),
  );

  it('hold 0 licences that bind whoever runs the bot', () => {
    const bound = locked
      .filter(({ dev, name, license = '' }) => dev !== true && !lookedAt.test(name) && !free.test(license))
      .map(({ name, license }) => `${name}: ${license}`);
    expect(bound).toEqual([]);
  });
});
