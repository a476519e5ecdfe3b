import { useState } from 'react';
import type { LigneCatalogue } from '../../../functions/demarches/demarche.ts';
import { commune } from '../../client.ts';
import { Icone } from '../../ui/icones.tsx';
import { Lien } from '../../ui/lien.tsx';
import { annoncer, estDemarche, type Trouvee, useRecherche } from '../../ui/use-recherche.ts';
import { Trouvees } from './trouvees.tsx';

/** Finds by the words of everyday life what the commune does, and who does what it does not. */
export const Recherche = ({ demarches }: { demarches: LigneCatalogue[] }) => {
  const [saisie, ecrire] = useState('');
  const [voulue, vouloir] = useState(false);
  const trouvees = useRecherche(demarches, { voulue, saisie });
  return (
    <search>
      <form class="recherche" onSubmit={(evenement) => evenement.preventDefault()}>
        <label for="recherche">
          Décrivez votre besoin <span class="insecable">avec vos mots</span>
        </label>
        <div class="recherche-saisie">
          <Icone nom="recherche" />
          <input
            id="recherche"
            class="saisie"
            type="search"
            autoComplete="off"
            aria-describedby="recherche-aide"
            value={saisie}
            onFocus={() => vouloir(true)}
            onInput={(evenement) => {
              vouloir(true);
              ecrire(evenement.currentTarget.value);
            }}
          />
        </div>
        <p id="recherche-aide" class="discret">
          Par exemple : cantine, acte de naissance, nid-de-poule.
        </p>
      </form>
      <p class="lu-seulement" role="status">
        {trouvees && annoncer(trouvees)}
      </p>
      {trouvees && trouvees.length > 0 && <Trouvees trouvees={trouvees} />}
      {trouvees && <Autrement saisie={saisie} trouvees={trouvees} demarches={demarches} />}
    </search>
  );
};

/** The démarche that takes what no other one does. */
const AUTRE = 'demande-libre';

type Suite = { saisie: string; trouvees: readonly Trouvee[]; demarches: readonly LigneCatalogue[] };

/** What to do when nothing answers, or not this. */
const Autrement = ({ saisie, trouvees, demarches }: Suite) => {
  const autre = demarches.find(({ id }) => id === AUTRE);
  const dejaMontree = trouvees.some((une) => estDemarche(une) && une.id === AUTRE);
  const appeler = (
    <a href={`tel:${commune.telephone.replace(/ /g, '')}`}>{commune.telephone.replace(/ /g, '\u00a0')}</a>
  );
  const ecrire = autre && !dejaMontree && <Lien vers={`/demarches/${autre.id}`}>écrivez à la mairie</Lien>;
  if (trouvees.length > 0)
    return (
      <p class="recherche-suite">
        Ce n’est pas ce que vous cherchez&nbsp;?{' '}
        {ecrire ? <>Changez un mot, {ecrire}, ou</> : 'Changez un mot, ou'} appelez le {appeler}.
      </p>
    );
  return (
    <div class="vide">
      <p>Rien ne correspond à « {saisie.trim()} ».</p>
      <p>Essayez un autre mot, parcourez la liste ci-dessous, ou appelez la mairie au {appeler}.</p>
      {ecrire && <p>Vous pouvez aussi nous écrire&nbsp;: {ecrire}, nous trouvons le bon service.</p>}
    </div>
  );
};
