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
      nom: z.string().trim().min(1).max(200),
      type: z.string().max(100),
      octets: z.number().int().min(1, 'Ce fichier est vide.'),
    }),
    output: z.object({
      piece: PieceId,
      envoi: z.object({ url: z.url(), entetes: z.record(z.string(), z.string()) }),
    }),
    refuse: ['piece-trop-lourde', 'piece-type-refuse'],
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
    refuse: ['piece-inconnue', 'piece-trop-lourde', 'piece-type-refuse'],
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
