import { adresseEnLignes, type Commune } from './commune.ts';

/** The blue of a commune that has chosen no colour; its contrast on white is 7.9. */
const BLEU = '#23527c';

/** What stands at the head of all that the commune sends. */
export const enTeteDe = ({ nomComplet: nom, adresse, telephone, courriel, theme }: Commune) => ({
  nom,
  adresse: adresseEnLignes(adresse),
  telephone,
  courriel,
  accent: theme?.accent ?? BLEU,
});
