import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { garder, oublier, relire } from '../../ui/memoire.ts';
import { Page } from '../../ui/page.tsx';
import { ReferenceAffichee } from '../../ui/reference-affichee.tsx';

const cle = (demarche: string): string => `envoyee:${demarche}`;

/** What this tab has just sent: going back must not show an emptied step, which one would fill and send again. */
export const noterEnvoi = (demarche: string, reference: string): void => garder(cle(demarche), reference);
export const relireEnvoi = (demarche: string): string | undefined => relire<string>(cle(demarche));

type Props = { demarche: { id: string; nom: string }; reference: string; onAutre: () => void };

/** Says that it has left, and opens another form only when asked. */
export const DejaEnvoyee = ({ demarche: { id, nom }, reference, onAutre }: Props) => (
  <Page
    titre="Votre demande est déjà envoyée"
    onglet={`Déjà envoyée – ${nom}`}
    retour={{ vers: '/', mot: 'Accueil' }}
  >
    <p class="discret nom-demarche">{nom}</p>
    <p>
      <ReferenceAffichee reference={reference} taille="ligne" />
    </p>
    <p>Vos réponses sont parties, elles ne sont plus dans cet onglet. Il n’y a rien à refaire.</p>
    <div class="boutons">
      <Lien vers={`/recu/${reference}`} rang="premier">
        Revoir l’accusé
      </Lien>
      <Bouton
        rang="second"
        onClick={() => {
          oublier(cle(id));
          onAutre();
        }}
      >
        Faire une autre demande de ce genre
      </Bouton>
    </div>
  </Page>
);
