import { type Conseil, type Delegation, FONCTIONS, finitAvant } from './delegation.ts';

type Personne = { courriel: string; role: string; mandat?: string | undefined };
type Fichier = {
  agents: readonly Personne[];
  delegations: readonly Delegation[];
  conseil?: Conseil | undefined;
  demarches: { ouvertes: readonly string[] };
};
type FauteDeFichier = { path: (string | number)[]; message: string };

type Faute = { champ: string; message: string };

const fautesDeNature = ({ nature, fonction }: Pick<Delegation, 'nature' | 'fonction'>): Faute[] => {
  if (nature === 'signature' && !fonction)
    return [
      {
        champ: 'fonction',
        message: `une délégation de signature va à un ${Object.values(FONCTIONS).join(', un ')} (CGCT, L2122-19) : dites lequel`,
      },
    ];
  return nature === 'fonction' && fonction
    ? [{ champ: 'fonction', message: 'ne vaut que pour une délégation de signature' }]
    : [];
};

const fautesDeDates = ({ arrete, publieeLe, transmiseLe, du, au, rapporteeLe }: Delegation): Faute[] => [
  ...avant('publieeLe', publieeLe, { borne: arrete.le, dite: 'de l’arrêté' }),
  ...avant('transmiseLe', transmiseLe, { borne: arrete.le, dite: 'de l’arrêté' }),
  ...avant('au', au, { borne: du, dite: 'du début, « du »' }),
  ...avant('rapporteeLe', rapporteeLe, { borne: arrete.le, dite: 'de l’arrêté' }),
];

const avant = (
  champ: string,
  jour: string | undefined,
  { borne, dite }: { borne: string; dite: string },
): Faute[] =>
  jour && jour < borne ? [{ champ, message: `${jour} vient avant la date ${dite} (${borne})` }] : [];

/** What is wrong between a commune's delegations and the rest of its file. */
export const fautesDesDelegations = (fichier: Fichier): FauteDeFichier[] => [
  ...fautesDesMandats(fichier),
  ...fichier.delegations.flatMap((delegation, i) =>
    [
      ...fautesDeNature(delegation),
      ...fautesDeDates(delegation),
      ...fautesDuDelegataire(delegation, fichier),
      ...demarchesInconnues(delegation, fichier),
      ...absentsInconnus(delegation, fichier),
      ...recouvrements(i, fichier),
    ].map(({ champ, message }) => ({ path: ['delegations', i, champ], message })),
  ),
  ...(fichier.conseil?.delegueAuMaire ?? []).flatMap(({ demarche }, i) =>
    fichier.demarches.ouvertes.includes(demarche)
      ? []
      : [
          {
            path: ['conseil', 'delegueAuMaire', i, 'demarche'],
            message: `la démarche « ${demarche} » n’est pas ouverte`,
          },
        ],
  ),
];

const fautesDesMandats = ({ agents }: Fichier): FauteDeFichier[] => [
  ...agents.flatMap(({ mandat, role }, i) =>
    mandat && role !== 'elu'
      ? [{ path: ['agents', i, 'mandat'], message: 'ne vaut que pour le rôle « elu »' }]
      : [],
  ),
  ...(agents.filter(({ mandat }) => mandat === 'maire').length > 1
    ? [{ path: ['agents'], message: 'une commune n’a qu’un maire' }]
    : []),
];

const fautesDuDelegataire = ({ delegataire, nature }: Delegation, { agents }: Fichier): Faute[] => {
  const personne = agents.find((agent) => agent.courriel === delegataire);
  if (!personne) return [{ champ: 'delegataire', message: `« ${delegataire} » n’est pas dans « agents »` }];
  if (personne.mandat === 'maire')
    return [{ champ: 'delegataire', message: 'le maire signe en son nom : il n’a pas besoin de délégation' }];
  if (nature === 'fonction' && personne.role !== 'elu')
    return [
      {
        champ: 'nature',
        message: `« ${delegataire} » n’est pas élu : une fonction ne se délègue qu’aux adjoints et aux conseillers municipaux (CGCT, L2122-18)`,
      },
    ];
  if (nature === 'signature' && personne.role === 'elu')
    return [
      {
        champ: 'nature',
        message: `« ${delegataire} » est élu : il reçoit une délégation de fonction (CGCT, L2122-18), pas de signature (L2122-19)`,
      },
    ];
  return [];
};

const demarchesInconnues = ({ demarches }: Delegation, { demarches: { ouvertes } }: Fichier): Faute[] =>
  demarches
    .filter((id) => !ouvertes.includes(id))
    .map((id) => ({ champ: 'demarches', message: `la démarche « ${id} » n’est pas ouverte` }));

const absentsInconnus = ({ siAbsents = [] }: Delegation, { agents }: Fichier): Faute[] =>
  siAbsents
    .filter((un) => !agents.some((agent) => agent.courriel === un))
    .map((un) => ({ champ: 'siAbsents', message: `« ${un} » n’est pas dans « agents »` }));

/** Which of two arrêtés an act rests on must not be a guess. */
const recouvrements = (i: number, { delegations, conseil }: Fichier): Faute[] => {
  const une = delegations[i];
  if (!une) return [];
  const autre = delegations.slice(0, i).find((deja) => seRecouvrent(deja, une, conseil));
  return autre
    ? [
        {
          champ: 'arrete',
          message: `recouvre l’arrêté n° ${autre.arrete.numero}, pour la même personne, la même matière et les mêmes jours : rapportez l’un des deux`,
        },
      ]
    : [];
};

const seRecouvrent = (a: Delegation, b: Delegation, conseil: Conseil | undefined): boolean =>
  a.delegataire === b.delegataire &&
  a.demarches.some((id) => b.demarches.includes(id)) &&
  a.actes.some((acte) => b.actes.includes(acte)) &&
  a.du < (finitAvant(b, conseil) ?? '9999') &&
  b.du < (finitAvant(a, conseil) ?? '9999');
