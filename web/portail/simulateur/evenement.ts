import type { EvenementSimule } from '../../../functions/echeances/simulation.ts';

export type TypeEvenement = EvenementSimule['type'];

/** What may happen to a demande: its name in the list, and the sentence of its day. */
export const EVENEMENTS: Record<TypeEvenement, { nom: string; phrase: string }> = {
  'pieces-demandees': { nom: 'Pièces demandées', phrase: 'Des pièces sont demandées' },
  'pieces-recues': { nom: 'Pièces reçues', phrase: 'Des pièces arrivent' },
  transmise: {
    nom: 'Transmise à l’administration compétente',
    phrase: 'La demande est transmise à l’administration compétente',
  },
  'original-demande': { nom: 'Original demandé', phrase: 'L’original d’une pièce est demandé' },
  'original-produit': { nom: 'Original produit', phrase: 'L’original est produit' },
  'fraude-suspectee': {
    nom: 'Vérification pour fraude commencée',
    phrase: 'Une vérification pour fraude commence',
  },
  'fraude-levee': { nom: 'Vérification pour fraude levée', phrase: 'La vérification prend fin' },
  'decision-notifiee': { nom: 'Décision notifiée', phrase: 'La mairie répond' },
};

export const estTypeEvenement = (saisie: string): saisie is TypeEvenement =>
  Object.hasOwn(EVENEMENTS, saisie);

/** An event as it is typed; `cle` follows it when others are removed. */
export type EvenementSaisi = {
  cle: number;
  type: TypeEvenement;
  le: string;
  jusquau: string;
  complet: boolean;
};

export const nouvelEvenement = (type: TypeEvenement, autres: readonly EvenementSaisi[]): EvenementSaisi => ({
  cle: Math.max(0, ...autres.map(({ cle }) => cle)) + 1,
  type,
  le: '',
  jusquau: '',
  complet: true,
});

export const enEvenementSimule = ({ type, le, jusquau, complet }: EvenementSaisi): EvenementSimule => {
  switch (type) {
    case 'pieces-demandees':
      return jusquau ? { type, le, jusquau } : { type, le };
    case 'pieces-recues':
      return { type, le, complet };
    case 'transmise':
    case 'decision-notifiee':
      return { type, le };
    case 'original-demande':
    case 'original-produit':
    case 'fraude-suspectee':
    case 'fraude-levee':
      return { type, le };
  }
};
