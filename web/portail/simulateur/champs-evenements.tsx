import { useEffect, useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { allerAuChamp, erreurDe } from '../../ui/resume-erreurs.tsx';
import { Evenement } from './champs-evenement.tsx';
import { EVENEMENTS, type EvenementSaisi, estTypeEvenement, nouvelEvenement } from './evenement.ts';

const OPTIONS = Object.entries(EVENEMENTS).map(([valeur, { nom }]) => ({ valeur, libelle: nom }));
const VIDE = 'Choisissez un évènement.';

type Props = {
  evenements: readonly EvenementSaisi[];
  changer: (suite: EvenementSaisi[]) => void;
  erreurs: readonly Detail[];
};

/** What happened since: a list which grows and shrinks. The focus goes where one goes on. */
export const ChampsEvenements = ({ evenements, changer, erreurs }: Props) => {
  const [type, choisir] = useState('');
  const [manque, signaler] = useState<string>();
  const [annonce, dire] = useState('');
  const viser = useViser();
  const ajouter = () => {
    signaler(estTypeEvenement(type) ? undefined : VIDE);
    if (!estTypeEvenement(type)) return viser('evenements');
    changer([...evenements, nouvelEvenement(type, evenements)]);
    dire(`${EVENEMENTS[type].nom}\u00a0: évènement ajouté.`);
    choisir('');
    viser(`evenements.${evenements.length}.le`);
  };
  const retirer = (retire: EvenementSaisi) => {
    changer(evenements.filter((autre) => autre !== retire));
    dire(`${EVENEMENTS[retire.type].nom}\u00a0: évènement retiré.`);
    viser('evenements');
  };
  return (
    <Groupe titre="Ce qui s’est passé ensuite">
      {evenements.length > 0 && (
        <ol class="evenements">
          {evenements.map((evenement, rang) => (
            <Evenement
              key={evenement.cle}
              rang={rang}
              evenement={evenement}
              erreurs={erreurs}
              retirer={() => retirer(evenement)}
              changer={(suite) =>
                changer(evenements.map((autre) => (autre === evenement ? { ...evenement, ...suite } : autre)))
              }
            />
          ))}
        </ol>
      )}
      <ChampChoix
        id="evenements"
        libelle={evenements.length > 0 ? 'Autre évènement' : 'Évènement'}
        facultatif
        options={OPTIONS}
        valeur={type}
        onChange={choisir}
        erreur={manque ?? erreurDe(erreurs, 'evenements')}
      />
      <Bouton rang="second" icone="ajouter" onClick={ajouter}>
        Ajouter cet évènement
      </Bouton>
      <p class="lu-seulement" role="status">
        {annonce}
      </p>
    </Groupe>
  );
};

/** Goes to a field once it is drawn. */
const useViser = () => {
  const [vise, viser] = useState<{ champ: string }>();
  useEffect(() => allerAuChamp(vise?.champ), [vise]);
  return (champ: string) => viser({ champ });
};
