import type { Dossier } from '../../../functions/demandes/formes.ts';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { Icone } from '../../ui/icones.tsx';
import { useAujourdhui } from '../donnees.ts';
import { urgenceDe } from '../file/delai.ts';
import { compter, joursDe } from '../mots.ts';

/** The other dates that bind the commune, beside the term. */
export const Limites = ({ limites: { retrait, motifs, accuse, obligation } }: Pick<Dossier, 'limites'>) => (
  <>
    {accuse && <Limite quoi="Accusé de réception à envoyer" le={accuse} article="CRPA, R112-11-2" />}
    {obligation && <Limite quoi={obligation.phrase} le={obligation.le} article={obligation.fondement} />}
    {motifs && <Limite quoi="Raisons à donner" le={motifs} article="CRPA, L232-4" />}
    {retrait && <Retrait le={retrait} />}
  </>
);

const Limite = ({ quoi, le, article }: { quoi: string; le: string; article: string }) => {
  const jours = joursDe(useAujourdhui(), le);
  const urgence = urgenceDe(jours);
  return (
    <p class="limite" data-urgence={urgence}>
      <Icone nom={urgence === 'depasse' ? 'retard' : 'horloge'} />
      <span>
        {quoi} au plus tard le <strong>{espacer(enBref(le))}</strong> ({resteDe(jours)}).{' '}
        <span class="discret">({article})</span>
      </span>
    </p>
  );
};

/** Once the four months are over, nothing is left to say: other reasons than unlawfulness have no date. */
const Retrait = ({ le }: { le: string }) => {
  const jours = joursDe(useAujourdhui(), le);
  if (jours < 0) return null;
  return (
    <p class="limite" data-urgence="calme">
      <Icone nom="information" />
      <span>
        Retirable, si elle est illégale, jusqu’au <strong>{espacer(enBref(le))}</strong> ({resteDe(jours)}).{' '}
        <span class="discret">(CRPA, L242-1)</span>
      </span>
    </p>
  );
};

const resteDe = (jours: number): string => {
  if (jours < 0) return 'la date est passée';
  return jours === 0 ? 'dernier jour' : `encore ${compter(jours, 'jour')}`;
};
