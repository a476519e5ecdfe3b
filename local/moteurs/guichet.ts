import type http from 'node:http';
import { ecouter, lireCorps } from '../ecoute.ts';

/** A call of the AWS SDK to `/<service>/<commune>/…`. */
export type AppelAws = { commune: string; chemin: string; entetes: http.IncomingHttpHeaders; corps: Buffer };
export type ReponseAws = { statut?: number; type: string; corps: string; entetes?: Record<string, string> };
export type ServiceAws = (appel: AppelAws) => Promise<ReponseAws> | ReponseAws;
export type Guichet = { adresse(service: string, commune: string): string; fermer(): Promise<void> };

/** SES takes messages up to 40 MB; base 64 and the form's escapes make them half as big again. */
const TAILLE_MAX = 64 * 1024 * 1024;

/** One server for the AWS services that the house answers itself. */
export const ouvrirGuichet = async (services: Record<string, ServiceAws>): Promise<Guichet> => {
  const { port, fermer } = await ecouter(async (requete, reponse) => {
    const [, service = '', commune = '', ...reste] = (requete.url ?? '/').split('/');
    const repondre = async (): Promise<ReponseAws> => {
      const corps = await lireCorps(requete, TAILLE_MAX);
      const servir = services[service];
      if (!corps) return erreurJson('RequestEntityTooLarge', 'corps trop grand', 413);
      if (!servir) return erreurJson('UnknownOperationException', `service « ${service} » inconnu`, 404);
      return servir({ commune, chemin: `/${reste.join('/')}`, entetes: requete.headers, corps });
    };
    const {
      statut = 200,
      type,
      corps,
      entetes,
    } = await repondre().catch((erreur: unknown) => erreurJson('InternalFailure', String(erreur), 500));
    reponse
      .writeHead(statut, { ...entetes, 'content-type': type, 'x-amzn-requestid': crypto.randomUUID() })
      .end(corps);
  });
  return { adresse: (service, commune) => `http://127.0.0.1:${port}/${service}/${commune}`, fermer };
};

export const json = (corps: unknown, type = 'application/x-amz-json-1.0'): ReponseAws => ({
  type,
  corps: JSON.stringify(corps),
});

export const erreurJson = (code: string, message: string, statut = 400): ReponseAws => ({
  ...json({ __type: code, message }),
  statut,
  entetes: { 'x-amzn-errortype': code },
});

/** The older « query » protocol: a form comes in, XML goes out. */
export const xml = (action: string, resultat: string): ReponseAws => ({
  type: 'text/xml',
  corps: `<${action}Response><${action}Result>${resultat}</${action}Result><ResponseMetadata><RequestId>${crypto.randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
});

export const erreurXml = (code: string, message: string): ReponseAws => ({
  type: 'text/xml',
  statut: 400,
  corps: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</Message></Error><RequestId>${crypto.randomUUID()}</RequestId></ErrorResponse>`,
});
