import type { Demarche } from '../../../functions/demarches/demarche.ts';
import {
  champsDe,
  garderUtiles,
  type Reponses,
  verifierChamps,
} from '../../../functions/demarches/reponses.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import type { Entree } from '../../client.ts';
import type { ChampIdentite } from '../../ui/champs-identite.ts';
import { champsIdentite, fautesIdentite, type Identite, versUsager } from '../../ui/identite.ts';

type Envoi = Entree<'saisirDemande'>;

/** What an agent types for someone who came, wrote or called. */
export type Saisie = {
  canal: Envoi['canal'] | '';
  /** Undefined for today. */
  recueLe: string | undefined;
  transmisePar: { administration: string; recueLe: string };
  demarche: string;
  identite: Identite;
  reponses: Reponses;
  /** A draft of before has none. */
  manquantes?: string[];
};

export const VIDE: Saisie = {
  canal: '',
  recueLe: undefined,
  transmisePar: { administration: '', recueLe: '' },
  demarche: '',
  identite: { qualite: '', valeurs: {}, parSms: false },
  reponses: {},
};

const AU_GUICHET: Record<string, Partial<ChampIdentite>> = {
  courriel: { facultatif: true, aide: 'Sans adresse e-mail, imprimez l’accusé de réception.' },
  prenom: { manque: 'Indiquez le prénom.' },
  nom: { manque: 'Indiquez le nom.' },
  'adresse.pays': { libelle: 'Pays, si l’adresse est à l’étranger' },
};

/** The same questions as on the site, but an e-mail address is not required (CRPA R112-5). */
export const champsAuGuichet = (identite: Identite): ChampIdentite[] =>
  champsIdentite(identite).map(({ autoComplete: _, ...champ }) => ({
    ...champ,
    ...AU_GUICHET[champ.chemin],
    // The browser knows the agent, not the person.
    autoComplete: 'off',
  }));

type Quand = { demarche: Demarche; aujourdhui: string };

/** What is still to say, in the order of the page. */
export const fautesDe = (saisie: Saisie, { demarche, aujourdhui }: Quand): Detail[] => {
  const { canal, transmisePar, identite, reponses } = saisie;
  const { administration, recueLe } = transmisePar;
  return [
    ...(canal ? [] : [{ champ: 'canal', phrase: 'Dites comment la demande est arrivée.' }]),
    ...(saisie.recueLe === '' ? [{ champ: 'recueLe', phrase: 'Indiquez le jour de réception.' }] : []),
    ...(recueLe && !administration.trim()
      ? [{ champ: 'transmisePar.administration', phrase: 'Nommez l’administration.' }]
      : []),
    ...(administration.trim() && !recueLe
      ? [{ champ: 'transmisePar.recueLe', phrase: 'Indiquez le jour où elle l’a reçue.' }]
      : []),
    ...fautesIdentite(identite, champsAuGuichet(identite)),
    ...verifierChamps(champsDe(demarche, reponses), reponses, aujourdhui),
  ];
};

/** What leaves for the commune: only what is asked. */
export const entreeDe = (saisie: Saisie, { demarche, aujourdhui }: Quand): Envoi => {
  const { canal, recueLe = aujourdhui, transmisePar, identite, reponses } = saisie;
  return {
    demarche: demarche.id,
    canal: canal as Envoi['canal'],
    recueLe,
    ...(transmisePar.administration.trim() && { transmisePar }),
    usager: versUsager(identite),
    reponses: garderUtiles(demarche, reponses),
    manquantes: saisie.manquantes ?? [],
  };
};

/** The server says `reponses.motif` where the page says `motif`. */
export const localiser = ({ champ, phrase }: Detail): Detail => ({
  phrase,
  ...(champ && { champ: champ.replace(/^reponses\./, '') }),
});
