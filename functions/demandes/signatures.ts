import type { Agent } from '../agents/agent.ts';
import { NatureActe } from '../commune/delegation.ts';
import { peutSigner, signatairesDe } from '../commune/signataire.ts';
import type { Demarche } from '../demarches/demarche.ts';
import type { Demande } from './demande.ts';
import type { Dossier } from './formes.ts';
import { RECOURS_GRACIEUX } from './gestes.ts';

type Cadre = {
  commune: Parameters<typeof peutSigner>[2]['commune'];
  demarche: Demarche | undefined;
  aujourdhui: string;
  lecteur: Pick<Agent, 'courriel'>;
};

/** What this agent signs today, who else would, and what waits. */
export const signaturesDe = (
  demande: Demande,
  { commune, demarche, aujourdhui, lecteur }: Cadre,
): Pick<Dossier, 'signe' | 'signataires' | 'deliberation' | 'aSigner'> => {
  const acte = (nature: NatureActe) => ({
    nature,
    demarche: demande.demarche.id,
    autorite: demande.autorite,
  });
  const lieu = { jour: aujourdhui, commune };
  const delegue = commune.conseil?.delegueAuMaire.some((un) => un.demarche === demarche?.id);
  const { deliberation } = demarche ?? {};
  return {
    signe: Object.fromEntries(
      NatureActe.options.flatMap((nature) => {
        const verdict = peutSigner(acte(dansUnRecours(nature, demande)), lecteur.courriel, lieu);
        return verdict.oui ? [[nature, verdict.formule]] : [];
      }),
    ),
    signataires: signatairesDe(acte('acceptation'), lieu).map(({ courriel, prenom, nom, qualite }) => ({
      id: courriel,
      nom: `${prenom} ${nom}`,
      qualite,
    })),
    ...(deliberation &&
      !(deliberation.delegable && delegue) && { deliberation: `CGCT, ${deliberation.fondement.article}` }),
    ...(demande.aSigner && { aSigner: demande.aSigner }),
  };
};

/** Granted or refused, the answer to a recours is that act. */
const dansUnRecours = (nature: NatureActe, { demarche }: Demande): NatureActe =>
  demarche.id === RECOURS_GRACIEUX && (nature === 'acceptation' || nature === 'refus') ? 'recours' : nature;
