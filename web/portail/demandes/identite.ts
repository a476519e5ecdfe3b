import type { Detail } from '../../../functions/platform/refus.ts';
import type { Entree } from '../../client.ts';

type Usager = Entree<'deposerDemande'>['usager'];
export type QualiteUsager = Usager['qualite'];

/** What the person says of themselves; `valeurs` by the path of the contract, `adresse.voie` for one. */
export type Identite = { qualite: QualiteUsager | ''; valeurs: Record<string, string>; parSms: boolean };

/** A question on who asks. Its `chemin` is the contract's, so that the server's words find their field. */
export type ChampIdentite = {
  chemin: string;
  libelle: string;
  /** What to say when it is blank. */
  manque?: string;
  aide?: string;
  facultatif?: boolean;
  type?: 'email' | 'tel';
  clavier?: 'numeric';
  taille?: 'court' | 'moyen';
  autoComplete: string;
  defaut?: (valeur: string) => string | undefined;
};

const sans = (valeur: string): string => valeur.replace(/\s/g, '');
const suit = (forme: RegExp, phrase: string) => (valeur: string) => (forme.test(valeur) ? undefined : phrase);

const CONTACT: ChampIdentite[] = [
  {
    chemin: 'courriel',
    libelle: 'Adresse e-mail',
    manque: 'Indiquez une adresse e-mail.',
    aide: 'Nous y envoyons l’accusé de réception et les nouvelles de votre demande.',
    type: 'email',
    autoComplete: 'email',
    defaut: suit(
      /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/,
      'Cette adresse e-mail est incomplète. Elle ressemble à nom@exemple.fr.',
    ),
  },
  {
    chemin: 'telephone',
    libelle: 'Téléphone',
    facultatif: true,
    type: 'tel',
    taille: 'moyen',
    autoComplete: 'tel',
    defaut: suit(
      /^\+?[\d .()-]{6,24}$/,
      'Ce numéro de téléphone est mal écrit. Il ressemble à 06 12 34 56 78.',
    ),
  },
];
const NOM_MORAL: ChampIdentite = {
  chemin: 'nom',
  libelle: 'Nom',
  facultatif: true,
  autoComplete: 'organization',
};
const SIRET: ChampIdentite = {
  chemin: 'siret',
  libelle: 'Numéro SIRET',
  manque: 'Indiquez le numéro SIRET.',
  aide: '14 chiffres. Il est sur vos factures.',
  clavier: 'numeric',
  taille: 'moyen',
  autoComplete: 'off',
  defaut: (valeur) => (/^\d{14}$/.test(sans(valeur)) ? undefined : 'Le SIRET a 14 chiffres.'),
};
const RNA: ChampIdentite = {
  chemin: 'rna',
  libelle: 'Numéro RNA',
  manque: 'Indiquez le numéro RNA, ou cochez que vous n’en avez pas.',
  aide: 'Un W suivi de 9 chiffres. Il est sur le récépissé de la préfecture.',
  taille: 'moyen',
  autoComplete: 'off',
  defaut: (valeur) =>
    /^W\d{9}$/i.test(sans(valeur)) ? undefined : 'Le numéro RNA est un W suivi de 9 chiffres.',
};

/** What the law asks to be regularly seized (CRPA R112-9-1), and no more. */
export const CHAMPS: Record<QualiteUsager, ChampIdentite[]> = {
  particulier: [
    { chemin: 'prenom', libelle: 'Prénom', manque: 'Indiquez votre prénom.', autoComplete: 'given-name' },
    { chemin: 'nom', libelle: 'Nom', manque: 'Indiquez votre nom.', autoComplete: 'family-name' },
    {
      chemin: 'adresse.voie',
      libelle: 'Numéro et rue',
      manque: 'Indiquez le numéro et la rue.',
      autoComplete: 'address-line1',
    },
    {
      chemin: 'adresse.complement',
      libelle: 'Complément d’adresse',
      aide: 'Bâtiment, étage, chez…',
      facultatif: true,
      autoComplete: 'address-line2',
    },
    {
      chemin: 'adresse.codePostal',
      libelle: 'Code postal',
      manque: 'Indiquez le code postal.',
      clavier: 'numeric',
      taille: 'court',
      autoComplete: 'postal-code',
      defaut: suit(/^\d{5}$/, 'Le code postal a 5 chiffres.'),
    },
    {
      chemin: 'adresse.ville',
      libelle: 'Ville',
      manque: 'Indiquez la ville.',
      autoComplete: 'address-level2',
    },
    ...CONTACT,
  ],
  entreprise: [SIRET, { ...NOM_MORAL, libelle: 'Nom de l’entreprise' }, ...CONTACT],
  association: [RNA, { ...NOM_MORAL, libelle: 'Nom de l’association' }, ...CONTACT],
  'association-siret': [SIRET, { ...NOM_MORAL, libelle: 'Nom de l’association' }, ...CONTACT],
};

export const champsIdentite = ({ qualite }: Identite): ChampIdentite[] => (qualite ? CHAMPS[qualite] : []);
/** The same, as the page groups them. */
export const groupesIdentite = (
  identite: Identite,
): Record<'nom' | 'adresse' | 'contact', ChampIdentite[]> => {
  const champs = champsIdentite(identite);
  const adresse = champs.filter(({ chemin }) => chemin.startsWith('adresse.'));
  const contact = champs.filter((champ) => CONTACT.includes(champ));
  return {
    adresse,
    contact,
    nom: champs.filter((champ) => !adresse.includes(champ) && !contact.includes(champ)),
  };
};

export const idDe = (chemin: string): string => `usager.${chemin}`;

/** The sentences that say what to mend in who asks. */
export const fautesIdentite = (identite: Identite): Detail[] => {
  if (!identite.qualite)
    return [{ champ: idDe('qualite'), phrase: 'Dites pour qui vous faites cette demande.' }];
  return champsIdentite(identite).flatMap((champ) => {
    const phrase = fauteDe(champ, (identite.valeurs[champ.chemin] ?? '').trim());
    return phrase ? [{ champ: idDe(champ.chemin), phrase }] : [];
  });
};

const fauteDe = ({ manque, facultatif, defaut }: ChampIdentite, valeur: string): string | undefined => {
  if (valeur === '') return facultatif ? undefined : manque;
  return defaut?.(valeur);
};

/** Who asks, as the contract reads it: blanks are absent, a path is a nested field. */
export const versUsager = (identite: Identite): Usager => {
  const usager: Record<string, unknown> = {
    qualite: identite.qualite,
    parSms: identite.parSms && Boolean(identite.valeurs.telephone?.trim()),
  };
  const adresse: Record<string, string> = {};
  for (const { chemin } of champsIdentite(identite)) {
    const valeur = identite.valeurs[chemin]?.trim();
    if (!valeur) continue;
    if (chemin.startsWith('adresse.')) adresse[chemin.slice('adresse.'.length)] = valeur;
    else usager[chemin] = valeur;
  }
  return { ...usager, ...(Object.keys(adresse).length > 0 && { adresse }) } as Usager;
};
