// The pocket cloud in a process of its own, as `npm start` runs it; tells when it is ready, and when it is at rest.
import path from 'node:path';
import process from 'node:process';
import { demarrer } from '../local/demarrer.ts';

process.env.TZ = 'UTC';

const racine = path.resolve(import.meta.dirname, '..');
const { PORT, SMTP_PORT, PARVIS_DATA = '', PARVIS_VILLE } = process.env;
const parvis = await demarrer({
  port: Number(PORT),
  smtpPort: Number(SMTP_PORT),
  donnees: PARVIS_DATA,
  racine,
  ville: PARVIS_VILLE === 'pleine' ? 'pleine' : 'vide',
});

process.on('message', async (ordre: 'calme' | 'arreter') => {
  if (ordre === 'calme') await parvis.calme();
  else await parvis.arreter();
  process.send?.(ordre);
  if (ordre === 'arreter') process.disconnect();
});
process.on('disconnect', () => process.exit(0));
process.send?.('pret');
