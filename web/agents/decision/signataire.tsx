import type { NatureActe } from '../../../functions/commune/delegation.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';

/** What an answer is to who signs it. */
export const natureDe = (geste: 'accepter' | 'refuser' | 'ameliorer'): NatureActe =>
  geste === 'refuser' ? 'refus' : 'acceptation';

type Props = {
  dossier: Pick<Dossier, 'signataires'>;
  valeur: string;
  erreur: string | undefined;
  onChange: (signataire: string) => void;
};

/** A letter on paper is signed by hand: who has no delegation writes down who signed it (CRPA L212-1). */
export const SigneeALaMain = ({ dossier, valeur, erreur, onChange }: Props) => (
  <ChampChoix
    id="signataire"
    libelle="La lettre a été signée à la main par"
    aide="Faites-la signer avant de la remettre ou de la poster."
    options={dossier.signataires.map(({ id, nom, qualite }) => ({
      valeur: id,
      libelle: `${nom}, ${qualite}`,
    }))}
    valeur={valeur}
    erreur={erreur}
    onChange={onChange}
  />
);
