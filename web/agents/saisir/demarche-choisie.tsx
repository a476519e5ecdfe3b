import { champsDe, peutTaireSonNom } from '../../../functions/demarches/reponses.ts';
import type { Sortie } from '../../client.ts';
import { Champ } from '../../ui/champ.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { Manquantes } from './manquantes.tsx';
import { Personne } from './personne.tsx';
import type { Ecrire } from './reception.tsx';

type Props = Ecrire & { lue: Sortie<'consulterDemarche'> };

/** Once the démarche is known: who asks, and its own questions, as the site asks them. */
export const Suite = ({ lue: { demarche }, saisie, erreurs, changer }: Props) => (
  <>
    <Personne
      pourQui={demarche.pourQui}
      discrete={peutTaireSonNom(demarche, saisie.reponses)}
      saisie={saisie}
      erreurs={erreurs}
      changer={changer}
    />
    <Groupe titre="Les réponses">
      {champsDe(demarche, saisie.reponses).map((champ) => (
        <Champ
          key={champ.id}
          champ={champ}
          valeur={saisie.reponses[champ.id]}
          erreur={erreurDe(erreurs, champ.id, champ.libelle)}
          onChange={(valeur) => changer({ reponses: { ...saisie.reponses, [champ.id]: valeur } })}
        />
      ))}
    </Groupe>
    <Manquantes
      demarche={demarche}
      reponses={saisie.reponses}
      valeur={saisie.manquantes ?? []}
      onChange={(manquantes) => changer({ manquantes })}
    />
  </>
);
