import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Contract } from './action.ts';
import { empreinte } from './aleas.ts';
import { identiteDe } from './limites.ts';
import type { Appel } from './perform.ts';
import { Refus } from './refus.ts';
import type { Demandeur } from './session.ts';
import type { Base, Ecriture, Rejeu, Table } from './table.ts';

/** A request under its key: what it takes to know it when it comes again. */
export type Cle = { cle: string; empreinte: string };

type Requete = Pick<Appel, 'adresse' | 'cle' | 'jetons'> & { input: unknown };

/** Undefined when the request bears no key, or changes nothing. */
export const cleDeRejeu = (
  contract: Contract,
  { cle, ...requete }: Requete,
  demandeur: Demandeur,
): Cle | undefined => {
  if (!cle || !contract.writes) return undefined;
  return {
    cle: empreinte(
      [contract.route ?? contract.resume, personneDe(contract, requete, demandeur), cle].join('\n'),
    ),
    empreinte: empreinte(JSON.stringify(requete.input)),
  };
};

/**
 * A key belongs to a person: another's same key is another key. Who files without a session is known by the contact that
 * they give, wherever the network takes them meanwhile (a train, a phone that leaves its box), or else by their address.
 */
const personneDe = (
  { limite }: Contract,
  { adresse = '', input, jetons = {} }: Omit<Requete, 'cle'>,
  demandeur: Demandeur,
): string => {
  switch (demandeur.qui) {
    case 'agent':
      return `agent\n${demandeur.agent.courriel}`;
    case 'usager':
      return demandeur.compte ? `compte\n${demandeur.compte}` : `session\n${jetons.usager ?? ''}`;
    case 'public':
      return `public\n${jetons.usager ?? ''}\n${(limite && identiteDe(limite, input)) || adresse}`;
    case 'horloge':
      return 'horloge';
  }
};

/** How long a reply is kept, so that the same request twice has one effect. */
const DUREE = 24 * 3600;

/** A reply is a few kilobytes: more memory would be cleared at each call for nothing. */
const PETIT = { windowBits: 12, memLevel: 5 } as const;

/** Compressed: the table bills each kilobyte. */
export const rejeuDe = (cle: Cle, reponse: unknown, now: Date): Rejeu => ({
  ...cle,
  reponse: deflateRawSync(JSON.stringify(reponse), PETIT),
  le: Math.floor(now.getTime() / 1000),
});

/** An item keeps the last few requests that changed it. */
const GARDES = 3;

/**
 * Adds to the writes of an action what it takes to answer it again. Whoever said which version they saw cannot have an
 * effect twice: their key, needed for the reply only, stays in the item that they changed, which is then written alone.
 * Any other key is an item of its own, CLE#<hash>, whose presence stops a second effect.
 */
export const retenir = (
  ecritures: readonly Ecriture[],
  rejeu: Rejeu,
  vue: number | undefined,
): readonly Ecriture[] => {
  const [seule, ...autres] = ecritures;
  if (!seule) return [];
  if (seule.geste !== 'remplacer' || autres.length > 0 || seule.lue !== vue)
    return [{ geste: 'ajouter', item: itemDe(rejeu) }, ...ecritures];
  const recents = (seule.item.rejeux ?? []).filter(({ le }) => le > rejeu.le - DUREE);
  return [{ ...seule, item: { ...seule.item, rejeux: [...recents, rejeu].slice(-GARDES) } }];
};

const cleDe = ({ cle }: Cle) => ({ pk: `CLE#${cle}`, sk: 'CLE' });
const itemDe = (rejeu: Rejeu) => ({
  ...cleDe(rejeu),
  type: 'CLE',
  version: 1,
  corps: rejeu,
  ttl: rejeu.le + DUREE,
});

/** The reply already given to this request, looked for where `table` has read, then where its key may live. Throws `cle-deja-utilisee`. */
export const retrouver = async (
  cle: Cle,
  { base, table }: { base: Base; table: Table },
): Promise<{ reponse: unknown } | undefined> => {
  const [propre, ...changes] = await Promise.all([cleDe(cle), ...table.contestes()].map(base.get));
  const tous = [
    ...table.rejeux(),
    ...(propre ? [propre.corps as Rejeu] : []),
    ...changes.flatMap((item) => item?.rejeux ?? []),
  ];
  return connu(cle, tous);
};

export const connu = (cle: Cle, rejeux: readonly Rejeu[]): { reponse: unknown } | undefined => {
  const rejeu = rejeux.find((candidat) => candidat.cle === cle.cle);
  if (!rejeu) return undefined;
  if (rejeu.empreinte !== cle.empreinte) throw new Refus('cle-deja-utilisee');
  return { reponse: JSON.parse(inflateRawSync(rejeu.reponse).toString()) as unknown };
};
