import { useEffect, useState } from 'react';
import type { LigneCatalogue } from '../../../functions/demarches/demarche.ts';
import { commune } from '../../client.ts';
import { Icone } from '../../ui/icones.tsx';
import { Lien } from '../../ui/lien.tsx';
import { ListeDemarches } from './liste-demarches.tsx';

type Chercher = (saisie: string) => LigneCatalogue[];

/** Finds a démarche by the words of everyday life; forgives accents and typos. The index comes at the first focus. */
export const Recherche = ({ demarches }: { demarches: LigneCatalogue[] }) => {
  const [saisie, ecrire] = useState('');
  const [moteur, poser] = useState<{ chercher: Chercher }>();
  const [voulue, vouloir] = useState(false);
  useEffect(() => {
    if (!voulue || demarches.length === 0) return;
    const charger = async () => {
      const { indexer } = await import('./index-recherche.ts');
      poser({ chercher: indexer(demarches) });
    };
    charger().catch(() => poser({ chercher: chercherSansIndex(demarches) }));
  }, [voulue, demarches]);
  const trouvees = moteur && saisie.trim().length > 1 ? moteur.chercher(saisie) : undefined;
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
            onInput={(evenement) => ecrire(evenement.currentTarget.value)}
          />
        </div>
        <p id="recherche-aide" class="discret">
          Par exemple : cantine, acte de naissance, nid-de-poule.
        </p>
      </form>
      <p class="lu-seulement" role="status">
        {trouvees && annonce(trouvees.length)}
      </p>
      {trouvees && <ListeDemarches demarches={trouvees} />}
      {trouvees?.length === 0 && <Rien saisie={saisie} demarches={demarches} />}
    </search>
  );
};

const annonce = (combien: number): string =>
  combien === 0 ? 'Aucune démarche trouvée' : `${combien} démarche${combien > 1 ? 's trouvées' : ' trouvée'}`;

/** When the index cannot be fetched, plain words still find. */
const chercherSansIndex =
  (demarches: LigneCatalogue[]): Chercher =>
  (saisie) =>
    demarches.filter(({ nom, mots }) =>
      [nom, ...mots].some((mot) => mot.toLowerCase().includes(saisie.trim().toLowerCase())),
    );

/** The démarche that takes what no other one does. */
const AUTRE = 'demande-libre';

const Rien = ({ saisie, demarches }: { saisie: string; demarches: LigneCatalogue[] }) => {
  const autre = demarches.find(({ id }) => id === AUTRE);
  return (
    <div class="vide">
      <p>Rien ne correspond à « {saisie.trim()} ».</p>
      <p>
        Essayez un autre mot, parcourez la liste ci-dessous, ou appelez la mairie au{' '}
        {commune.telephone.replace(/ /g, '\u00a0')}.
      </p>
      {autre && (
        <p>
          Vous pouvez aussi nous écrire : <Lien vers={`/demarches/${autre.id}`}>{autre.nom}</Lien>
        </p>
      )}
    </div>
  );
};
