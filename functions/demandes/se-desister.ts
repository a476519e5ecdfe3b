import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { verifierCode } from '../usagers/code.essai.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirSienne } from './demande.dossier.ts';
import { faire } from './demande.ts';

export const seDesister = implement(
  demandeActions.seDesister,
  async ({ demande: reference, connexion, code }, contexte) => {
    const sienne = await ouvrirSienne(reference, contexte);
    const abandonnee = faire('desister', sienne.demande, { type: 'desistement', ...sienne.signature });
    await verifierCode({ connexion, code, renonce: reference }, contexte);
    sienne.garder({ ...abandonnee, reglage: abandonnee.reglage + 1 }, 'La personne renonce à sa demande');
    return {};
  },
);

export const handler = lambda(seDesister);
