import { couper } from '../platform/texte.ts';
import { nom as formeDuNom, NOM_MAX } from '../usagers/numeros.ts';
import { Usager } from '../usagers/usager.ts';

type Expediteur = { canal: 'courriel' | 'sms'; de: string; nom?: string | undefined };

/** Someone who wrote, and of whom nothing else is known. What is not an address or a number is left out. */
export const correspondantDe = ({ canal, de, nom }: Expediteur): Usager => {
  const net = couper(formeDuNom.propre((nom ?? '').toWellFormed()), NOM_MAX);
  // A program may put signs where a name would be: they are none, and must not cost the address.
  const connu = formeDuNom.faute(net) ? {} : { nom: net };
  const contact = canal === 'sms' ? { telephone: enFrance(de), parSms: true } : { courriel: de };
  const lu = Usager.safeParse({ qualite: 'correspondant', ...connu, ...contact });
  return lu.success ? lu.data : { qualite: 'correspondant', parSms: false, ...connu };
};

/** As one says it in France: `+33639980001` is `0639980001`. */
const enFrance = (numero: string): string => numero.replace(/^\+33(?=[1-9]\d{8}$)/, '0');
