import { estDemande } from '../../../functions/demarches/reponses.ts';
import { Champ } from '../../ui/champ.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import type { Saisie } from './contexte.ts';
import type { Etape } from './plan.ts';

/** The questions of one page; a question that depends on an answer appears below it. */
export const SaisieQuestions = ({
  etape,
  brouillon: { reponses },
  changer,
  erreurs,
}: Saisie<Extract<Etape, { type: 'questions' }>>) => (
  <>
    {etape.champs
      .filter((champ) => estDemande(champ, reponses))
      .map((champ) => (
        <Champ
          key={champ.id}
          champ={champ}
          valeur={reponses[champ.id]}
          erreur={erreurDe(erreurs, champ.id, champ.libelle)}
          onChange={(valeur) => changer((avant) => ({ reponses: { ...avant.reponses, [champ.id]: valeur } }))}
        />
      ))}
  </>
);
