import type { Dossier, Point } from '../../../functions/demandes/demande.actions.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import { Icone } from '../../ui/icones.tsx';
import { useAujourdhui } from '../donnees.ts';
import { enJours, type Urgence, urgenceDe } from '../file/delai.ts';
import { joursDe } from '../mots.ts';

type Props = { dossier: Pick<Dossier, 'terme' | 'etatHorloge' | 'vie' | 'jusquau'> };
type Annonce = { fort: string; phrase: string; urgence: Urgence };

/** The legal date, first in a file as in the queue, with its reasons. */
export const Terme = ({ dossier }: Props) => {
  const { fort, phrase, urgence } = annonceDe(dossier, useAujourdhui());
  const raisons = raisonsDe(dossier.vie);
  return (
    <div class="terme" data-urgence={urgence}>
      <p>
        <span class="terme-fort">
          <Icone nom={urgence === 'depasse' ? 'retard' : 'horloge'} />
          {fort}
        </span>
        {phrase}
      </p>
      {raisons.length > 0 && (
        <details>
          <summary class="deplier">Pourquoi cette date</summary>
          <ul>
            {raisons.map(({ phrase: raison, article }) => (
              <li key={raison}>
                {raison} <span class="discret">({article})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

const annonceDe = ({ terme, etatHorloge, jusquau }: Props['dossier'], aujourdhui: string): Annonce => {
  if (terme && etatHorloge !== 'decidee') {
    const jours = joursDe(aujourdhui, terme.le);
    const pause = etatHorloge === 'suspendue' && jusquau ? ` Le délai est suspendu jusqu’au ${enBref(jusquau)} au plus tard.` : '';
    const prudence = jours > 0 ? ` Dernier jour prudent pour notifier\u00a0: ${enBref(terme.dernierJourUtile)}.` : '';
    return { fort: majuscule(enJours(jours)), phrase: `puis ${terme.sens} par silence le ${enBref(terme.le)}.${prudence}${pause}`, urgence: urgenceDe(jours) };
  }
  return { ...SANS_TERME[etatHorloge], urgence: 'calme' };
};

const SANS_TERME: Record<Dossier['etatHorloge'], { fort: string; phrase: string }> = {
  'sans-decision-implicite': { fort: 'Sans délai légal', phrase: 'Le silence ne décide rien.' },
  'attend-pieces': { fort: 'En pause', phrase: 'Le délai partira à la réception des pièces demandées.' },
  suspendue: { fort: 'En pause', phrase: 'Le délai est suspendu.' },
  court: { fort: 'Terminé', phrase: 'Le délai ne court plus.' },
  decidee: { fort: 'Décidée', phrase: 'Le délai ne court plus.' },
};

/** The reasons stand with the point to come, else with the last one that had some. */
const raisonsDe = (vie: readonly Point[]): Point['pourquoi'] => vie.findLast(({ pourquoi }) => pourquoi.length > 0)?.pourquoi ?? [];

const majuscule = (mot: string): string => mot.charAt(0).toUpperCase() + mot.slice(1);
