/** One set of thin strokes on a grid of 24. Decorative: a word always stands beside. */
const TRACES = {
  fait: 'M5 12.5l4.5 4.5L19 7.5',
  attente: 'M12 7v5l3.5 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  retard: 'M12 8v5m0 3v.2M12 3.5 21 19.5H3L12 3.5z',
  information: 'M12 11v5.5m0-9v.2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  mairie: 'M4 20h16M5.5 20V10h13v10M3.5 10 12 4l8.5 6M9.5 20v-5.5h5V20',
  personne: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  recherche: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5',
  retour: 'M14.5 5.5 8 12l6.5 6.5',
  suite: 'M9.5 5.5 16 12l-6.5 6.5',
  fichier: 'M6.5 3.5h7l4 4v13h-11v-17zM13.5 3.5v4h4',
  telecharger: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15',
  retirer: 'M6 6l12 12M18 6 6 18',
  telephone:
    'M6 4h3.5l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5V18a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4 6a2 2 0 0 1 2-2z',
  courriel: 'M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5',
  message: 'M4 5h16v11H10l-4.5 4v-4H4z',
  lieu: 'M12 21c4.5-5 6.5-8 6.5-11a6.5 6.5 0 1 0-13 0c0 3 2 6 6.5 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  horloge: 'M12 7v5l3.5 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  ajouter: 'M12 5v14M5 12h14',
  menu: 'M4 7h16M4 12h16M4 17h16',
  oeil: 'M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  externe: 'M10 5H5v14h14v-5M13.5 4.5h6v6M19 5l-8 8',
} as const;

export type NomIcone = keyof typeof TRACES;
export const ICONES = Object.keys(TRACES) as NomIcone[];

export const Icone = ({ nom }: { nom: NomIcone }) => (
  <svg class="icone" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={TRACES[nom]} />
  </svg>
);
