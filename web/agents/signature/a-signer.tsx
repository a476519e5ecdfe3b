import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { api, type Sortie } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Vide } from '../../ui/vide.tsx';
import { annoncer } from '../annonces.ts';
import { valeurDe } from '../donnees.ts';
import { compter } from '../mots.ts';
import { PageTableau } from '../tableaux/page-tableau.tsx';
import { Acte } from './acte.tsx';

type Actes = Sortie<'listerASigner'>['actes'];

/** The acts that one may sign today, the nearest legal date first; the first one is open. */
export const ASigner = () => {
  const lecture = useQuery({
    queryKey: ['a-signer'],
    queryFn: ({ signal }) => valeurDe(api.listerASigner({}, { signal })),
  });
  return (
    <PageTableau titre="À signer" lecture={lecture}>
      {({ actes }) => <Pile actes={actes} />}
    </PageTableau>
  );
};

const Pile = ({ actes }: { actes: Actes }) => {
  const [choisi, choisir] = useState('');
  const cache = useQueryClient();
  const ouvert = actes.find(({ reference }) => reference === choisi) ?? actes[0];
  if (!ouvert)
    return (
      <Vide titre="Rien n’attend votre signature.">
        <p>Les actes préparés par les agents, et que vous pouvez signer, apparaissent ici.</p>
      </Vide>
    );
  const apres = (phrase: string): void => {
    annoncer(phrase);
    void cache.invalidateQueries({ queryKey: ['a-signer'] });
  };
  return (
    <>
      <p class="chapeau">
        {compter(actes.length, 'acte')} à signer.{actes.length > 1 && ' Le plus pressé est ouvert.'}
      </p>
      <Acte key={ouvert.reference + ouvert.version} acte={ouvert} apres={apres} />
      {actes.length > 1 && (
        <section aria-labelledby="titre-autres">
          <h2 id="titre-autres">Les autres</h2>
          <ul class="a-signer-autres">
            {actes
              .filter((acte) => acte !== ouvert)
              .map((acte) => (
                <li key={acte.reference}>
                  <Bouton rang="lien" onClick={() => choisir(acte.reference)}>
                    {acte.objet}, {acte.personne}
                  </Bouton>{' '}
                  <span class="discret">
                    {acte.acte}
                    {acte.terme && `, avant le ${espacer(enBref(acte.terme.dernierJourUtile))}`}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  );
};
