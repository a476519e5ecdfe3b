import type { Commune } from '../commune/commune.ts';
import { envoiStore } from '../envois/envoi.store.ts';
import { lireNumero, smsPossible } from '../envois/numero.ts';
import { empreinte, identifiant, octets } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { codeStore, finDuCode } from './code.store.ts';
import { ESSAIS, sixChiffres } from './code.ts';
import { type Contact, cleTelephone } from './contact.ts';

/** Sends a code to a contact: to open an account, to join the one that is named, or to give up a demande. */
export const faireParvenirCode = (
  { contact, compte, renonce }: { contact: Contact; compte?: string; renonce?: string },
  { commune, now, table }: Contexte,
): { connexion: string; par: 'courriel' | 'sms' } => {
  const par = contact.type === 'courriel' ? ('courriel' as const) : ('sms' as const);
  const { a, cle } =
    par === 'sms' ? portableDe(contact.saisie, commune) : { a: contact.saisie, cle: contact.cle };
  const id = identifiant();
  const code = sixChiffres(octets(4));
  codeStore(table, now).add({
    id,
    contact: cle,
    empreinte: empreinte(`${id}\n${code}`),
    essais: ESSAIS,
    ...(compte && { compte }),
    ...(renonce && { renonce }),
  });
  envoiStore(table).add({
    id: identifiant(),
    demande: '',
    code: '',
    connexion: { id, expire: finDuCode(now) },
    a,
    contenu: {
      type: 'code',
      code,
      par,
      ...(compte && { pour: 'contact' as const }),
      ...(renonce && { pour: 'desistement' as const, renonce }),
    },
    etat: 'a-expedier',
  });
  return { connexion: id, par };
};

const portableDe = (
  saisie: string,
  { calendrier, echanges }: Pick<Commune, 'calendrier' | 'echanges'>,
): { a: string; cle: string } => {
  const lu = lireNumero(saisie, calendrier);
  if ('phrase' in lu) throw new Refus('entree-invalide', [{ champ: 'contact', phrase: lu.phrase }]);
  if (!smsPossible(lu.numero, echanges.smsVers)) throw new Refus('entree-invalide', [SANS_CODE]);
  return { a: lu.numero, cle: cleTelephone(lu.numero) };
};

const SANS_CODE = {
  champ: 'contact',
  phrase: 'Ce numéro ne reçoit pas de code. Indiquez un portable français, ou une adresse e-mail.',
};
