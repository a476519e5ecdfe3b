import { enLettres, espacer } from '../../../functions/platform/lettres.ts';
import { Pourquoi } from '../../ui/pourquoi.tsx';
import type { Suivie } from '../demandes/suivie.ts';

type Propos = { phrase?: string; question?: string };

/** When silence decides, or why it does not yet, with the reasons. */
export const Terme = ({ suivi }: { suivi: Suivie }) => {
  const propos = proposDe(suivi);
  if (!propos) return null;
  return (
    <>
      {propos.phrase && <p class="tour-terme">{espacer(propos.phrase)}</p>}
      <Pourquoi raisons={suivi.pourquoi} {...(propos.question && { question: propos.question })} />
    </>
  );
};

const proposDe = (suivi: Suivie): Propos | undefined => {
  const { statut, aQui, etatHorloge } = suivi;
  // What silence decided is already said, with its date.
  if (statut === 'acceptee-par-silence' || statut === 'rejetee-par-silence') return {};
  if (aQui === 'personne' || statut === 'a-qualifier') return undefined;
  switch (etatHorloge) {
    case 'court':
      return { phrase: sansReponse(suivi) };
    case 'suspendue':
      return suivi.terme
        ? { phrase: `Le délai est suspendu en ce moment. ${sansReponse(suivi)}` }
        : { phrase: 'Le délai de la mairie est suspendu en ce moment.', question: 'Pourquoi\u00a0?' };
    case 'attend-pieces':
      return {
        phrase: 'Le délai de la mairie partira quand votre dossier sera complet.',
        question: 'Pourquoi\u00a0?',
      };
    case 'sans-decision-implicite':
      return { question: 'Pourquoi aucune date\u00a0?' };
    case 'decidee':
      return undefined;
  }
};

const sansReponse = ({ terme }: Suivie): string =>
  terme
    ? `Sans réponse de la mairie le ${enLettres(terme.le)}, votre demande sera ${terme.sens === 'acceptation' ? 'acceptée' : 'rejetée'}.`
    : '';
