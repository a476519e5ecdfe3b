import { catalogue } from '../../../functions/platform/refus.ts';
import { adresse, commune } from '../../client.ts';
import { BoutonIdentite } from '../../ui/bouton-identite.tsx';
import { Encart } from '../../ui/encart.tsx';
import { usePage } from '../page.ts';
import { Externe } from '../ui/externe.tsx';

/** The one door of the agents: ProConnect. */
export const Accueil = ({ phrase }: { phrase?: string }) => {
  const titre = usePage<HTMLHeadingElement>('S’identifier', 'accueil');
  const refus = phrase ?? refusDe(location.search);
  return (
    <main class="seuil">
      <p class="seuil-commune">{commune.nomComplet}</p>
      <h1 ref={titre} tabIndex={-1}>
        Espace des agents
      </h1>
      {refus && (
        <Encart sens="retard" alerte>
          <p>{refus}</p>
        </Encart>
      )}
      <p>
        Identifiez-vous avec votre adresse <span class="insecable">e-mail</span> professionnelle.
      </p>
      <p>
        <BoutonIdentite
          chez="ProConnect"
          vers={adresse('connecterAgent', { vers: retour(location.pathname) })}
        />
      </p>
      <p>
        <Externe href="https://www.proconnect.gouv.fr/">Qu’est-ce que ProConnect&nbsp;?</Externe>
      </p>
      <p class="seuil-public">
        <a href="/">Vous êtes un usager&nbsp;? Aller au site des démarches</a>
      </p>
    </main>
  );
};

const refusDe = (recherche: string): string | undefined => {
  const code = new URLSearchParams(recherche).get('refus');
  if (!code) return undefined;
  const connu = Object.entries(catalogue).find(([nom]) => nom === code);
  return (connu?.[1] ?? catalogue['connexion-echouee']).phrase;
};

/** Only pages of this front, as the contract says; anything else comes back to the queue. */
const retour = (chemin: string): string => (/^\/agents\/[\w/-]{0,190}$/.test(chemin) ? chemin : '/agents/');
