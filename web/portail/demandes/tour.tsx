import { enLettres, espacer } from '../../../functions/platform/lettres.ts';
import type { Sens } from '../../ui/encart.tsx';
import { Icone, type NomIcone } from '../../ui/icones.tsx';
import { Attestation } from '../suites/attestation.tsx';
import { Terme } from '../suites/terme.tsx';
import type { Suivie } from './suivie.ts';

const SENS: Record<Suivie['statut'], Sens> = {
  'a-qualifier': 'information',
  deposee: 'information',
  'en-instruction': 'information',
  incomplete: 'attente',
  acceptee: 'fait',
  traitee: 'fait',
  'acceptee-par-silence': 'fait',
  ecartee: 'information',
  transmise: 'information',
  desistee: 'information',
  retiree: 'retard',
  refusee: 'retard',
  'rejetee-par-silence': 'retard',
};
const A_VOUS = { titre: 'À vous', icone: 'personne' } as const;
const A_LA_MAIRIE = { titre: 'À la mairie', icone: 'mairie' } as const;
const TOURS: Record<Suivie['statut'], { titre: string; icone: NomIcone }> = {
  'a-qualifier': A_LA_MAIRIE,
  deposee: A_LA_MAIRIE,
  'en-instruction': A_LA_MAIRIE,
  incomplete: A_VOUS,
  acceptee: { titre: 'Acceptée', icone: 'fait' },
  traitee: { titre: 'Traitée', icone: 'fait' },
  'acceptee-par-silence': { titre: 'Acceptée', icone: 'fait' },
  ecartee: { titre: 'Classée sans suite', icone: 'information' },
  transmise: { titre: 'Transmise', icone: 'information' },
  desistee: { titre: 'Abandonnée', icone: 'information' },
  retiree: { titre: 'Décision retirée', icone: 'retard' },
  refusee: { titre: 'Refusée', icone: 'retard' },
  'rejetee-par-silence': { titre: 'Rejetée', icone: 'retard' },
};

/** The title says « À vous » already. */
const sansRedite = (phrase: string): string =>
  phrase.replace(/^À vous\s: (.)/u, (_, lettre: string) => lettre.toUpperCase());

/** Whose turn it is: the first thing that one wants to know. */
export const Tour = ({ suivi, recharger }: { suivi: Suivie; recharger: () => void }) => {
  const { aQui, statut, phrase, jusquau } = suivi;
  // An original to bring is for the person, wherever the demande stands.
  const [sens, tour] = aQui === 'usager' ? (['attente', A_VOUS] as const) : [SENS[statut], TOURS[statut]];
  return (
    <div class="tour" data-sens={sens}>
      <p class="tour-titre">
        <Icone nom={tour.icone} /> {tour.titre}
      </p>
      <p>{espacer(aQui === 'usager' ? sansRedite(phrase) : phrase)}</p>
      {jusquau && aQui === 'usager' && (
        <p>
          À envoyer au plus tard le <strong>{espacer(enLettres(jusquau))}</strong>.
        </p>
      )}
      <Terme suivi={suivi} />
      <Attestation suivi={suivi} recharger={recharger} />
    </div>
  );
};
