import type { ComponentChildren } from 'preact';
import { espacer } from '../../../functions/platform/lettres.ts';
import { Encart } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';
import { ReferenceAffichee } from '../../ui/reference-affichee.tsx';
import type { Suivie } from '../demandes/suivie.ts';
import { SuiviOuvert } from './suivi-ouvert.tsx';

type Props = {
  reference: string;
  geste: string;
  titre: string;
  /** When it may be done, for who cannot. */
  quand: string;
  children: (suivi: Suivie, recharger: () => void) => ComponentChildren;
};

/** A page for one thing that the person does to their demande, while it may be done. */
export const PageGeste = ({ reference, geste, titre, quand, children }: Props) => (
  <SuiviOuvert reference={reference}>
    {(suivi, recharger) => (
      <Page
        titre={titre}
        onglet={`${titre} ${suivi.reference}`}
        retour={{ vers: `/suivi/${suivi.reference}`, mot: 'Votre demande' }}
        sur={
          <p class="discret nom-demarche">
            {suivi.objet}, <ReferenceAffichee reference={suivi.reference} taille="ligne" />
          </p>
        }
      >
        {suivi.gestes.includes(geste) ? (
          children(suivi, recharger)
        ) : (
          <PasPossible suivi={suivi} quand={quand} />
        )}
      </Page>
    )}
  </SuiviOuvert>
);

const PasPossible = ({ suivi: { phrase, reference }, quand }: { suivi: Suivie; quand: string }) => (
  <>
    <Encart titre="Ce n’est pas possible pour cette demande">
      <p>{espacer(`${phrase} ${quand}`)}</p>
    </Encart>
    <p>
      <Lien vers={`/suivi/${reference}`} rang="premier">
        Revenir à ma demande
      </Lien>
    </p>
  </>
);
