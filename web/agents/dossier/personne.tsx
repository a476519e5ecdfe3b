import { adresseEnLignes } from '../../../functions/commune/commune.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { telephoneLisible } from '../../../functions/usagers/numeros.ts';

/** Who asks, and how to reach them. */
export const Personne = ({
  dossier: { personne, usager },
}: {
  dossier: Pick<Dossier, 'personne' | 'usager'>;
}) => (
  <p class="personne">
    <strong>{personne}</strong>
    <span>{identifiantDe(usager)}</span>
    {usager.courriel && <a href={`mailto:${usager.courriel}`}>{usager.courriel}</a>}
    {usager.telephone && (
      <span>
        <a href={`tel:${usager.telephone}`}>{telephoneLisible(usager.telephone)}</a>
        {usager.parSms && ' (accepte les SMS)'}
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
      return `Entreprise, SIRET ${parTrois(usager.siret)}`;
    case 'association':
      return `Association, RNA ${usager.rna}`;
    case 'association-siret':
      return `Association, SIRET ${parTrois(usager.siret)}`;
    case 'correspondant':
      return 'Identité non vérifiée';
  }
};

/** « 213 600 000 00012 »: SIREN by three, then the establishment. */
const parTrois = (siret: string): string =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
