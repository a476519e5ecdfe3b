import { adresseEnLignes } from '../../../functions/commune/commune.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { siretLisible } from '../../../functions/usagers/numeros.ts';
import { telephoneLisible } from '../../../functions/usagers/telephone.ts';
import { nomAffiche } from '../personnes.ts';

/** Who asks, and how to reach them. */
export const Personne = ({
  dossier: { personne, usager },
}: {
  dossier: Pick<Dossier, 'personne' | 'usager'>;
}) => (
  <p class="personne">
    <strong>{nomAffiche({ personne, usager })}</strong>
    <span>{identifiantDe(usager)}</span>
    {usager.courriel && <a href={`mailto:${usager.courriel}`}>{usager.courriel}</a>}
    {usager.telephone && (
      <span>
        <a href={`tel:${usager.telephone}`}>{telephoneLisible(usager.telephone)}</a>
        {usager.sansSms && ' (aucun SMS ne peut partir vers ce numéro)'}
        {usager.parSms && !usager.sansSms && ' (accepte les SMS)'}
      </span>
    )}
    {usager.qualite === 'particulier' && <span>{adresseEnLignes(usager.adresse).join(', ')}</span>}
  </p>
);

const identifiantDe = (usager: Dossier['usager']): string => {
  switch (usager.qualite) {
    case 'particulier':
      return 'Particulier';
    case 'entreprise':
      return `${usager.nom ? 'Entreprise, ' : ''}SIRET ${siretLisible(usager.siret)}`;
    case 'association':
      return `${usager.nom ? 'Association, ' : ''}RNA ${usager.rna}`;
    case 'association-siret':
      return `${usager.nom ? 'Association, ' : ''}SIRET ${siretLisible(usager.siret)}`;
    case 'correspondant':
      return 'Identité non vérifiée';
  }
};
