import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseEml, stagedEmls, stageEml, toEml, withdrawEml, writeEml, type Message } from './eml.js';

const MESSAGE: Message = {
  id: 'lavori-pubblici_2022-06-23',
  from: 'traguardo@demo.invalid',
  to: 'lavori-pubblici@demo.invalid',
  date: '2022-06-23T06:00:00.000Z',
  subject: 'Promemoria del 23 giugno 2022: attività',
  text: 'La qualità è verificata ogni lunedì.\n\n.una riga che comincia con un punto\n',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traguardo-eml-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a message as a file', () => {
  it('is a function of the message alone', async () => {
    expect(await toEml(MESSAGE)).toEqual(await toEml({ ...MESSAGE }));
    expect((await toEml(MESSAGE)).toString('latin1')).toBe(
      [
        'Auto-Submitted: auto-generated',
        'Content-Language: it, en',
        'From: traguardo@demo.invalid',
        'To: lavori-pubblici@demo.invalid',
        'Subject: =?UTF-8?Q?Promemoria_del_23_giugno_2022=3A_attivit?=',
        ' =?UTF-8?Q?=C3=A0?=',
        'Message-ID: <lavori-pubblici_2022-06-23@demo.invalid>',
        'Date: Thu, 23 Jun 2022 06:00:00 +0000',
        'Content-Transfer-Encoding: quoted-printable',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'La qualit=C3=A0 =C3=A8 verificata ogni luned=C3=AC.',
        '',
        '.una riga che comincia con un punto',
        '',
      ].join('\r\n'),
    );
  });

  it('is written whole, under its own name', async () => {
    const path = await writeEml(join(folder, 'mail'), MESSAGE);
    expect(path).toBe(join(folder, 'mail', 'lavori-pubblici_2022-06-23.eml'));
    expect(await readFile(path)).toEqual(await toEml(MESSAGE));
    expect(await readdir(join(folder, 'mail'))).toEqual(['lavori-pubblici_2022-06-23.eml']);
  });

  it('is not touched when it says the same already', async () => {
    const path = await writeEml(folder, MESSAGE);
    const long = new Date('2020-01-01T00:00:00.000Z');
    await utimes(path, long, long);
    await writeEml(folder, MESSAGE);
    expect((await stat(path)).mtime).toEqual(long);
  });

  it('is made to say what it should when it says something else', async () => {
    const path = await writeEml(folder, { ...MESSAGE, text: 'altro' });
    await writeEml(folder, MESSAGE);
    expect(await readFile(path)).toEqual(await toEml(MESSAGE));
  });

  it('waits unseen where it is staged, and leaves when it is released', async () => {
    await stageEml(folder, MESSAGE);
    expect((await readdir(folder)).filter((name) => name.endsWith('.eml'))).toEqual([]);
    expect(await stagedEmls(folder)).toEqual([MESSAGE.id]);
    await releaseEml(folder, MESSAGE);
    expect(await readdir(folder)).toEqual([`${MESSAGE.id}.eml`]);
    expect(await readFile(join(folder, `${MESSAGE.id}.eml`))).toEqual(await toEml(MESSAGE));
  });

  it.each([
    ['nothing', () => Promise.resolve()],
    ['another text', () => stageEml(folder, { ...MESSAGE, text: 'altro' })],
  ])('leaves as it is released where %s was staged', async (_what, staged) => {
    await staged();
    await releaseEml(folder, MESSAGE);
    expect(await readdir(folder)).toEqual([`${MESSAGE.id}.eml`]);
    expect(await readFile(join(folder, `${MESSAGE.id}.eml`))).toEqual(await toEml(MESSAGE));
  });

  it('is gone where it is withdrawn, staged or not', async () => {
    await stageEml(folder, MESSAGE);
    await withdrawEml(folder, MESSAGE.id);
    await withdrawEml(folder, MESSAGE.id);
    expect(await readdir(folder)).toEqual([]);
    expect(await stagedEmls(join(folder, 'none'))).toEqual([]);
  });
});
