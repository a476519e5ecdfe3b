import { LigneDeVie } from '../../ui/ligne-de-vie.tsx';

const POINTS = [
  {
    le: '2027-01-04',
    heure: '9 h 12',
    titre: 'Demande reçue par la mairie',
    moment: 'passe' as const,
    pourquoi: [],
  },
  {
    le: '2027-01-11',
    heure: '14 h 30',
    titre: 'Pièces demandées',
    detail: 'Plan de la terrasse',
    moment: 'passe' as const,
    pourquoi: [
      {
        phrase: 'Des pièces ont été demandées : le délai ne partira qu’à leur réception.',
        article: 'L114-5',
      },
    ],
  },
  {
    le: '2027-03-18',
    titre: 'Sans réponse de la mairie, votre demande sera acceptée',
    moment: 'a-venir' as const,
    pourquoi: [
      { phrase: 'Le silence de la mairie pendant deux mois vaut acceptation.', article: 'CRPA, L231-1' },
    ],
  },
];

/** A life with what happened and what will. */
export const CharteVie = () => <LigneDeVie points={POINTS} />;
