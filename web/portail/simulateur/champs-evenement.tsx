import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Erreur } from '../../ui/champ-cadre.tsx';
import { ChampCase } from '../../ui/champ-choix.tsx';
import { ChampDate } from '../../ui/champ-date.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { EVENEMENTS, type EvenementSaisi } from './evenement.ts';

type Props = {
  rang: number;
  evenement: EvenementSaisi;
  erreurs: readonly Detail[];
  changer: (suite: Partial<EvenementSaisi>) => void;
  retirer: () => void;
};

/** One thing that happened, its day, and what else the law looks at. */
export const Evenement = ({ rang, evenement, erreurs, changer, retirer }: Props) => {
  const { type, le } = evenement;
  const id = `evenements.${rang}`;
  const erreur = erreurDe(erreurs, `${id}.type`);
  const nom = EVENEMENTS[type].nom;
  return (
    <li>
      <fieldset
        class="champ evenement"
        id={`${id}.type`}
        tabIndex={-1}
        data-erreur={erreur ? '' : undefined}
        aria-describedby={erreur && `${id}.type-erreur`}
      >
        <legend>{nom}</legend>
        <Erreur id={`${id}.type`} erreur={erreur} />
        <ChampDate
          id={`${id}.le`}
          libelle="Date"
          valeur={le}
          onChange={(suite) => changer({ le: suite })}
          erreur={erreurDe(erreurs, `${id}.le`)}
        />
        <Suite id={id} evenement={evenement} erreurs={erreurs} changer={changer} />
        <Bouton rang="lien" icone="retirer" onClick={retirer}>
          Retirer<span class="lu-seulement"> «{`\u00a0${nom}\u00a0`}»</span>
        </Bouton>
      </fieldset>
    </li>
  );
};

type PropsSuite = Pick<Props, 'evenement' | 'erreurs' | 'changer'> & { id: string };

const Suite = ({ id, evenement: { type, jusquau, complet }, erreurs, changer }: PropsSuite) => {
  if (type === 'pieces-demandees')
    return (
      <ChampDate
        id={`${id}.jusquau`}
        libelle="Délai donné pour répondre, jusqu’au"
        facultatif
        valeur={jusquau}
        onChange={(suite) => changer({ jusquau: suite })}
        erreur={erreurDe(erreurs, `${id}.jusquau`)}
      />
    );
  if (type === 'pieces-recues')
    return (
      <ChampCase
        id={`${id}.complet`}
        libelle="Le dossier est alors complet"
        valeur={complet}
        onChange={(suite) => changer({ complet: suite })}
      />
    );
  return null;
};
