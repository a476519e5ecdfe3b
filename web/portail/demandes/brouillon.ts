import { useCallback, useState } from 'react';
import type { Demarche } from '../../../functions/demarches/demarche.ts';
import {
  garderUtiles,
  peutTaireSonNom,
  piecesDe,
  type Reponses,
} from '../../../functions/demarches/reponses.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import type { Entree } from '../../client.ts';
import { type Identite, versUsager } from '../../ui/identite.ts';
import { garder, oublier, relire } from '../../ui/memoire.ts';
import { identiteSaisie } from './plan.ts';

export type FichierJoint = { pour: string; depot: string; nom: string; octets: number };

/** A demande being written. It lives in the tab: a reload or a cut loses nothing, closing the tab forgets it. */
export type Brouillon = {
  identite: Identite;
  reponses: Reponses;
  fichiers: FichierJoint[];
  /** The pièces which the person will send later. */
  plusTard: string[];
  /** What the commune asked to mend at the last sending, shown again at each field. */
  aCorriger: Detail[];
};

const VIDE: Brouillon = {
  identite: { qualite: '', valeurs: {}, parSms: false },
  reponses: {},
  fichiers: [],
  plusTard: [],
  aCorriger: [],
};
/** Nothing has been typed yet. */
export const estVierge = ({ identite, reponses, fichiers }: Brouillon): boolean =>
  [identite.valeurs, reponses, fichiers].every((saisi) => Object.keys(saisi).length === 0);

const cle = (demarche: string): string => `brouillon:${demarche}`;

export const oublierBrouillon = (demarche: string): void => oublier(cle(demarche));

export type Changer = (suite: (brouillon: Brouillon) => Partial<Brouillon>) => void;

/** The draft of a démarche, kept at each key pressed. */
export const useBrouillon = (demarche: string): [Brouillon, Changer] => {
  const [brouillon, poser] = useState<Brouillon>(() => ({ ...VIDE, ...relire<Brouillon>(cle(demarche)) }));
  const changer: Changer = useCallback(
    (suite) =>
      poser((avant) => {
        const apres = { ...avant, ...suite(avant) };
        garder(cle(demarche), apres);
        return apres;
      }),
    [demarche],
  );
  return [brouillon, changer];
};

/** What leaves for the commune: only what is asked, given the answers. */
export const entreeDe = (
  demarche: Demarche,
  { identite, reponses, fichiers }: Brouillon,
): Entree<'deposerDemande'> => {
  const demandees = new Set(piecesDe(demarche, reponses).map(({ id }) => id));
  return {
    demarche: demarche.id,
    usager: versUsager(identiteSaisie({ discrete: peutTaireSonNom(demarche, reponses) }, { identite })),
    reponses: garderUtiles(demarche, reponses),
    pieces: fichiers.filter(({ pour }) => demandees.has(pour)).map(({ pour, depot }) => ({ pour, depot })),
  };
};
