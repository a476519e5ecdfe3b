import { envoiStore } from '../envois/envoi.store.ts';
import { portableFrancais } from '../envois/numero.ts';
import { empreinte, identifiant, octets } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { codeStore, finDuCode } from './code.store.ts';
import { ESSAIS, sixChiffres } from './code.ts';
import { usagerActions } from './usager.actions.ts';

/** The same answer for everyone: an address that the commune does not know receives a code as well. */
export const envoyerCode = implement(
  usagerActions.envoyerCode,
  async ({ contact }, { commune, now, table }) => {
    const par = contact.type === 'courriel' ? ('courriel' as const) : ('sms' as const);
    if (par === 'sms' && !portableFrancais(contact.saisie, commune.calendrier))
      throw new Refus('entree-invalide', [SANS_SMS]);
    const id = identifiant();
    const code = sixChiffres(octets(4));
    codeStore(table, now).add({
      id,
      contact: contact.cle,
      empreinte: empreinte(`${id}\n${code}`),
      essais: ESSAIS,
    });
    envoiStore(table).add({
      id: identifiant(),
      demande: '',
      code: '',
      connexion: { id, expire: finDuCode(now) },
      a: contact.saisie,
      contenu: { type: 'code', code, par },
      etat: 'a-expedier',
    });
    return { connexion: id, par };
  },
);

const SANS_SMS = {
  champ: 'contact',
  phrase: 'Ce numéro ne reçoit pas de code. Indiquez un portable français, ou une adresse e-mail.',
};

export const handler = lambda(envoyerCode);
