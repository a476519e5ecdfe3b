import type { Service } from '../../../functions/commune/commune.ts';
import { champsDe } from '../../../functions/demarches/reponses.ts';
import type { Sortie } from '../../client.ts';
import { Champ } from '../../ui/champ.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { Personne } from './personne.tsx';
import type { Ecrire } from './reception.tsx';

/** A démarche of another service: its agents write it down. */
export const AutreService = ({ service: { nom, telephone, courriel } }: { service: Service }) => (
  <Encart sens="attente" titre={`Cette démarche relève du service «\u00a0${nom}\u00a0»`}>
    <p>
      Vous n’en faites pas partie. Transmettez-lui la demande le jour même&nbsp;: le délai court déjà.
      Téléphone {telephone.replaceAll(' ', '\u00a0')}, <a href={`mailto:${courriel}`}>{courriel}</a>.
    </p>
  </Encart>
);

type Props = Ecrire & { lue: Sortie<'consulterDemarche'> };

/** Once the démarche is known: who asks, and its own questions, as the site asks them. */
export const Suite = ({ lue: { demarche }, saisie, erreurs, changer }: Props) => (
  <>
    <Personne pourQui={demarche.pourQui} saisie={saisie} erreurs={erreurs} changer={changer} />
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
  </>
);
