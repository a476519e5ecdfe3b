import * as z from 'zod';
import { Reference } from '../demandes/reference.ts';
import { AGENTS, action } from '../platform/action.ts';
import { Depot, PieceId } from './piece.ts';

export const pieceActions = {
  preparerPiece: action({
    resume: 'Obtenir une adresse d’envoi pour un fichier',
    route: 'POST /pieces',
    par: ['public'],
    writes: true,
    ressources: ['pieces:ecrire'],
    input: z.object({
      /** Cut where it is kept: nobody chose how a phone names its photos. */
      nom: z.string().max(2000),
      type: z.string().max(200).default(''),
      octets: z.number().int().min(0),
    }),
    output: z.object({
      piece: PieceId,
      envoi: z.object({ url: z.url(), entetes: z.record(z.string(), z.string()) }),
    }),
    refuse: ['piece-vide', 'piece-trop-lourde', 'piece-type-refuse'],
    limite: { quoi: 'piece', minutes: 60, parAdresse: 600 },
  }),
  recevoirPiece: action({
    resume: 'Vérifier un fichier arrivé : sa taille, et son type d’après ses premiers octets',
    route: 'POST /pieces/{piece}/reception',
    par: ['public'],
    writes: true,
    ressources: ['pieces:lire', 'pieces:ecrire'],
    input: z.object({ piece: PieceId }),
    output: Depot,
    refuse: ['piece-inconnue', 'piece-vide', 'piece-trop-lourde', 'piece-type-refuse'],
  }),
  ouvrirPiece: action({
    resume: 'Ouvrir un fichier d’une demande',
    route: 'GET /demandes/{demande}/pieces/{piece}',
    par: ['usager', ...AGENTS],
    writes: true,
    reponse: 'redirection',
    ressources: ['pieces:lire'],
    input: z.object({ demande: Reference, piece: PieceId }),
    output: z.object({ vers: z.string(), cookies: z.array(z.string()) }),
    refuse: ['introuvable', 'interdit'],
  }),
  oublierPieces: action({
    resume: 'Chaque nuit, effacer les fichiers qu’aucune demande n’a pris',
    sur: { type: 'horaire', cron: 'cron(45 1 * * ? *)' },
    par: ['horloge'],
    writes: false,
    ressources: ['pieces:lire', 'pieces:ecrire'],
    input: z.object({}).loose(),
    output: z.object({ oubliees: z.number().int() }),
    refuse: [],
  }),
};
