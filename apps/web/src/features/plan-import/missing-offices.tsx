import { Button } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Refusal } from '../../ui/refusal.js';
import { useBody } from '../body/use-body.js';
import { useMay } from '../session/session.js';
import { useDefinitionInForce } from '../workflow/use-chain-in-force.js';
import type { Reading } from './read-document.js';

/** Areas of the plan that the body does not know as offices: nobody could be given their shares. */
export function MissingOffices({ areas }: { readonly areas: Reading['areas'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: body } = useBody();
  const definition = useDefinitionInForce();
  const act = useAct('defineOffices', { onDone: () => announce(t('reading.officesAdded')) });
  if (body === undefined || !may('body.configure')) return null;
  const missing = areas.filter((area) => !body.offices.some(({ id }) => id === area.id));
  if (missing.length === 0) return null;
  const added = missing.map(({ id, name }) => ({
    id,
    name,
    // who has a function of its own is no area, though the plan gives it shares
    kind: definition?.offices.some((office) => office.id === id) ? ('office' as const) : ('area' as const),
  }));
  return (
    <div className="notice notice-waiting">
      <p>{t('reading.missingOffices', { count: missing.length, names: missing.map(({ name }) => name).join(', ') })}</p>
      <Button
        color="primary"
        outline
        size="xs"
        type="button"
        onClick={() => void act.send({ body: { offices: [...body.offices, ...added] } })}
      >
        {t('reading.addOffices')}
      </Button>
      <Refusal error={act.error} />
    </div>
  );
}
