import type { Dossier } from '../../../functions/demandes/formes.ts';
import { estClose } from '../../../functions/demandes/gestes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { Icone, type NomIcone } from '../../ui/icones.tsx';
import { demandeDe } from '../decision/brouillon.ts';
import { useAujourdhui } from '../donnees.ts';
import { enJours, type Urgence, urgenceDe } from '../file/delai.ts';
import { parSilence } from '../file/vues.ts';
import { joursDe, STATUTS } from '../mots.ts';

type Props = { dossier: Dossier };
type Annonce = { fort: string; phrase: string; urgence: Urgence; icone?: NomIcone };

/** The legal date, first in a file as in the queue, with its reasons. */
export const Terme = ({ dossier }: Props) => {
  const { fort, phrase, urgence, icone = 'horloge' } = annonceDe(dossier, useAujourdhui());
  // Once someone has decided, no date is left to explain.
  const raisons = estClose(dossier) && !parSilence(dossier) ? [] : dossier.pourquoi;
  return (
    <div class="terme" data-urgence={urgence}>
      <p>
        <span class="terme-fort">
          <Icone nom={icone} />
          {/^\p{Lu}/u.test(phrase) ? `${fort}.` : fort}
        </span>
        {espacer(phrase)}
      </p>
      {raisons.length > 0 && (
        <details>
          <summary class="deplier">
            {dossier.terme ? 'Pourquoi cette date\u00a0?' : 'Pourquoi\u00a0?'}
          </summary>
          <ul>
            {raisons.map(({ phrase: raison, article }) => (
              <li key={raison}>
                {espacer(raison)} <span class="discret">({article})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

const annonceDe = (dossier: Dossier, aujourdhui: string): Annonce => {
  const { statut, terme, etatHorloge } = dossier;
  if (estClose(dossier))
    return {
      fort: STATUTS[statut],
      phrase: parSilence(dossier) && terme ? `depuis le ${enBref(terme.le)}.` : 'Le délai ne court plus.',
      urgence: 'calme',
      icone: 'information',
    };
  return terme
    ? aVenir(dossier, terme, joursDe(aujourdhui, terme.le))
    : { ...SANS_TERME[etatHorloge], urgence: 'calme' };
};

const aVenir = (
  dossier: Dossier,
  { sens, le, dernierJourUtile }: NonNullable<Dossier['terme']>,
  jours: number,
): Annonce => {
  const urgence = urgenceDe(jours);
  return {
    fort: majuscule(enJours(jours)),
    phrase:
      dossier.statut === 'a-qualifier'
        ? 'si c’est une demande libre. Le délai court depuis l’arrivée du message\u00a0; sa durée dépend de la démarche.'
        : `puis ${sens} par silence le ${enBref(le)}.${prudence(jours, dernierJourUtile)}${pauseDe(dossier)}`,
    urgence,
    icone: urgence === 'depasse' ? 'retard' : 'horloge',
  };
};

/** On the day itself the texts disagree: the house holds an answer to be in time, and a judge may not. */
const prudence = (jours: number, dernierJourUtile: string): string => {
  if (jours > 0) return ` Dernier jour prudent pour notifier\u00a0: ${enBref(dernierJourUtile)}.`;
  return jours === 0
    ? ' Notifiée aujourd’hui, une décision est encore à temps, mais un juge pourrait en douter\u00a0: ne tardez pas.'
    : '';
};

const pauseDe = (dossier: Dossier): string => {
  const { etat, suspendueJusquau } = horlogeDe(demandeDe(dossier, commune));
  return etat === 'suspendue' && suspendueJusquau
    ? ` Le délai est suspendu jusqu’au ${enBref(suspendueJusquau)} au plus tard.`
    : '';
};

const SANS_TERME: Record<Dossier['etatHorloge'], { fort: string; phrase: string }> = {
  'sans-decision-implicite': { fort: 'Sans délai légal', phrase: 'Le silence ne décide rien.' },
  'attend-pieces': { fort: 'En pause', phrase: 'Le délai partira à la réception des pièces demandées.' },
  suspendue: { fort: 'En pause', phrase: 'Le délai est suspendu.' },
  court: { fort: 'Terminé', phrase: 'Le délai ne court plus.' },
  decidee: { fort: 'Décidée', phrase: 'Le délai ne court plus.' },
};

const majuscule = (mot: string): string => mot.charAt(0).toUpperCase() + mot.slice(1);
