import { readWorkflow } from './read-workflow.js';
import { changed, roles } from './testing/comune.js';

const VERIFIED = `      - id: verifica
        name: { it: Verifica del Segretario Generale, en: Verification by the Segretario Generale }
        who: [{ office: segretario-generale }]
        # acts where the Segretario answers for the share: nobody approves their own report
        substitute: { office: vicesegretario }
        outcomes: [approve, return]
`;

/** Of many offices of which the file says the same, asked twice: so many orders in which they may speak. */
function conference(count: number, members: number, quorum: number): string {
  const heads = Array.from({ length: count }, (_, at) => `capo-${at}`);
  const asked = (id: string) => `      - id: ${id}
        name: { it: Conferenza, en: Conference }
        who: [${heads.map((id) => `{ office: ${id} }`).join(', ')}]
        agreement: { kind: quorum, count: ${quorum} }
        substitute: { office: giunta }
        outcomes: [approve, return]
`;
  const offices = heads.map((id) => `  - { id: ${id}, members: ${members} }\n`).join('');
  return changed(['offices:\n', `offices:\n${offices}`], [VERIFIED, `${asked('uno')}${asked('due')}`]);
}

it.each([
  [12, 1, 7],
  [12, 2, 7],
  [8, 12, 6],
])('a conference of %i offices with %i members, %i of whom agree, twice, is read within seconds', (...of) => {
  const text = conference(...of);
  const begun = process.cpuUsage();
  const { mistakes } = readWorkflow(text, { roles });
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(8000);
  expect(mistakes).toEqual([]);
});
