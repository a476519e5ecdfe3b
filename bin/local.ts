import path from 'node:path';
import process from 'node:process';
import { FichierInvalide } from '../lib/communes.ts';
import { demarrer, type Parvis } from '../local/demarrer.ts';

// Lambda runs in UTC: a date that depends on this machine's zone must be seen here first.
process.env.TZ = 'UTC';

const racine = path.resolve(import.meta.dirname, '..');
const {
  PORT = '3000',
  SMTP_PORT = '2525',
  PARVIS_VILLE,
  PARVIS_DATA = path.join(racine, '.parvis'),
} = process.env;

const presenter = ({ communes, adresse, port, smtpPort, journal }: Parvis): string =>
  [
    'Parvis est prêt.',
    '',
    `  Portail des habitants   ${adresse()}/`,
    `  Espace des agents       ${adresse()}/agents/`,
    `  Démarches à confirmer   ${adresse()}/agents/demarches`,
    `  Console de ce poste     ${adresse()}/local`,
    '',
    ...communes.flatMap((commune) => [
      `  ${commune.nomComplet} : http://${commune.slug}.localhost:${port}/`,
      `    courriels reçus à ${commune.courriel} (SMTP localhost:${smtpPort})`,
      ...commune.agents.map(
        ({ prenom, nom, qualite, role }) => `    - ${prenom} ${nom}, ${qualite} (${role})`,
      ),
      '',
    ]),
    'Les comptes d’agents se choisissent sur la page de connexion, sans mot de passe.',
    `Données : ${path.relative(process.cwd(), path.resolve(PARVIS_DATA)) || '.'}, journal : ${path.relative(process.cwd(), journal)}. Pour arrêter : Ctrl-C.`,
  ]
    .join('\n')
    .replace(/ ([:;?!»])/g, '\u00a0$1');

const renoncer = (erreur: unknown): never => {
  const attendue =
    erreur instanceof FichierInvalide || (erreur instanceof Error && erreur.cause === 'attendue');
  console.error(attendue ? erreur.message : erreur);
  process.exit(1);
};

const parvis = await demarrer({
  port: Number(PORT),
  smtpPort: Number(SMTP_PORT),
  donnees: path.resolve(PARVIS_DATA),
  racine,
  ville: PARVIS_VILLE === 'vide' ? 'vide' : 'pleine',
  dire: console.log,
}).catch(renoncer);
console.log(presenter(parvis));

let enArret = false;
const arreter = (): void => {
  // Ctrl-C comes twice: from the terminal, and from the launcher that forwards it.
  if (enArret) return;
  enArret = true;
  // What cannot close in time is killed: nothing acknowledged depends on closing well.
  setTimeout(() => process.exit(0), 5000).unref();
  void parvis.arreter().then(
    () => process.exit(0),
    () => process.exit(0),
  );
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, arreter);
