import {
  type InfiniteData,
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Agent } from '../../functions/agents/agent.ts';
import type { Service } from '../../functions/commune/commune.ts';
import type { Dossier, Signet } from '../../functions/demandes/formes.ts';
import { DEMANDE_LIBRE } from '../../functions/demandes/gestes.ts';
import { parDate, parUrgence } from '../../functions/demandes/urgence.ts';
import { api, type Echec, nouvelleCle, type Reponse, type Sortie } from '../client.ts';
import { jourDe, joursApres } from './mots.ts';
import { perdreSession } from './session/perdue.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Echec;
  }
}

/** The queue is read again quietly at this pace. */
const RELECTURE = 30_000;
/** Decided demandes hardly move. */
const RELECTURE_CLOSES = 300_000;
/** Each reading of a file leaves a trace that the person sees: coming back within a minute is the same reading. */
const MEME_LECTURE = 60_000;

/** A failed reading is tried again once, unless the commune said no. */
const reessayer = (fois: number, { nature }: Echec): boolean => nature !== 'refus' && fois < 1;

/** Rights are looked up at each asking: who has lost them is shown out, who has others sees them at once. */
const apresRefus = (code: string, quoi: unknown): void => {
  if (code === 'non-connecte') perdreSession();
  // What the session itself answers is already known.
  if (quoi !== 'session' && (code === 'habilitation-retiree' || code === 'interdit'))
    void requetes.invalidateQueries({ queryKey: ['session'] });
};

export const requetes = new QueryClient({
  queryCache: new QueryCache({ onError: ({ code }, { queryKey }) => apresRefus(code, queryKey[0]) }),
  defaultOptions: {
    queries: { retry: reessayer, retryDelay: 1000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** What an action answered; its failure is thrown, as readings expect. */
export const valeurDe = async <T>(reponse: Promise<Reponse<T>>): Promise<T> => {
  const lue = await reponse;
  if (lue.ok) return lue.valeur;
  throw lue.echec;
};

export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => valeurDe(api.consulterSession({}, { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who is asking. Only under the door, which has read the session. */
export const useMoi = (): Agent => {
  const moi = useQueryClient().getQueryData<Agent>(['session']);
  if (!moi) throw new Error('personne n’est encore identifié');
  return moi;
};

type PageFile = Sortie<'listerDemandes'>;
type Moitie = 'ouvertes' | 'closes';

/** The first pages of the queue, one a service, then those that follow each. */
const lirePages = async (vue: Moitie, signets: readonly Signet[], signal: AbortSignal): Promise<PageFile> => {
  const debuts = signets.length > 0 ? signets : [{}];
  const pages = await Promise.all(
    debuts.map((signet) => valeurDe(api.listerDemandes({ vue, ...signet }, { signal }))),
  );
  return {
    lignes: pages.flatMap(({ lignes }) => lignes),
    services: pages[0]?.services ?? [],
    suites: pages.flatMap(({ suites }) => suites),
  };
};

/** All that was read, in one order; a line that moved while pages were read is shown once. */
const assembler =
  (vue: Moitie) =>
  ({ pages }: InfiniteData<PageFile>): PageFile => {
    const lignes = new Map(pages.flatMap((page) => page.lignes).map((ligne) => [ligne.reference, ligne]));
    return {
      lignes: [...lignes.values()].sort(vue === 'ouvertes' ? parUrgence : parDate),
      services: pages[0]?.services ?? [],
      suites: pages.at(-1)?.suites ?? [],
    };
  };
const ASSEMBLAGES = { ouvertes: assembler('ouvertes'), closes: assembler('closes') };

const useFile = (vue: Moitie, rythme: { refetchInterval: number; staleTime?: number }) =>
  useInfiniteQuery({
    queryKey: ['demandes', vue],
    queryFn: ({ pageParam, signal }) => lirePages(vue, pageParam, signal),
    initialPageParam: [] as Signet[],
    getNextPageParam: ({ suites }) => (suites.length > 0 ? suites : undefined),
    select: ASSEMBLAGES[vue],
    ...rythme,
  });

export const useOuvertes = () => useFile('ouvertes', { refetchInterval: RELECTURE });

export const useCloses = () => useFile('closes', { refetchInterval: RELECTURE_CLOSES, staleTime: RELECTURE });

export const useInteractions = () =>
  useQuery({
    queryKey: ['interactions'],
    queryFn: ({ signal }) => valeurDe(api.listerInteractions({}, { signal })),
    refetchInterval: RELECTURE,
  });

const dossierDe = (reference: string) => ({
  queryKey: ['dossier', reference],
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Dossier> =>
    valeurDe(api.consulterDemande({ demande: reference }, { signal })),
  staleTime: MEME_LECTURE,
});

export const useDossier = (reference: string) =>
  useQuery({ ...dossierDe(reference), refetchOnWindowFocus: false, refetchOnReconnect: false });

export const useDemarches = () =>
  useQuery({
    queryKey: ['demarches'],
    queryFn: ({ signal }) => valeurDe(api.listerDemarches({}, { signal })),
    staleTime: RELECTURE_CLOSES,
  });

const demarcheDe = (demarche: string) => ({
  queryKey: ['demarche', demarche],
  queryFn: ({ signal }: { signal: AbortSignal }) => valeurDe(api.consulterDemarche({ demarche }, { signal })),
  staleTime: RELECTURE_CLOSES,
});

/** Today as the commune's server counts it, read from the queue, or from the catalogue when the queue is empty: the laptop's own clock may be wrong. */
export const useAujourdhui = (): string => {
  const { data } = useOuvertes();
  const compte = data?.lignes.find(({ terme, joursRestants }) => terme && joursRestants !== undefined);
  const libre = useQuery({ ...demarcheDe(DEMANDE_LIBRE), enabled: data !== undefined && !compte });
  if (compte?.terme && compte.joursRestants !== undefined)
    return joursApres(compte.terme.le, -compte.joursRestants);
  return libre.data?.aujourdhui ?? jourDe(new Date().toISOString());
};

/** One démarche with its service and its regime; nothing as long as none is chosen. */
export const useDemarche = (demarche: string) =>
  useQuery({ ...demarcheDe(demarche), enabled: demarche !== '' });

/** The services that answer these démarches, each read from one of its own: the catalogue names them by their identifier alone. */
export const useServices = (demarches: readonly { id: string; service: string }[]): Map<string, Service> => {
  const representantes = [...new Map(demarches.map(({ id, service }) => [service, id])).values()].sort();
  const lues = useQueries({ queries: representantes.map(demarcheDe) });
  return new Map(lues.flatMap(({ data }) => (data ? [[data.service.id, data.service]] : [])));
};

/** An act on a message to sort: it leaves the list, and may have become a demande. */
export const useTri = <E extends object, S>(
  demander: (entree: E, options: { cle: string }) => Promise<Reponse<S>>,
) => {
  const cache = useQueryClient();
  const relireTout = (): void => {
    void cache.invalidateQueries({ queryKey: ['interactions'] });
    void cache.invalidateQueries({ queryKey: ['demandes'] });
  };
  return useMutation<S, Echec, E>({
    mutationFn: (entree) => valeurDe(demander(entree, { cle: cleDe(entree) })),
    onSuccess: () => {
      cles.clear();
      relireTout();
    },
    onError: ({ code }) => {
      if (code === 'non-connecte') perdreSession();
      if (code === 'geste-impossible') relireTout();
    },
  });
};

type Ecriture<E, S> = {
  demander: (entree: E, options: { cle: string }) => Promise<Reponse<S>>;
  reference: string;
};

/** An act on a file: the same content carries the same key, so that trying again never acts twice. */
export const useEcriture = <E extends object, S>({ demander, reference }: Ecriture<E, S>) => {
  const cache = useQueryClient();
  return useMutation<S, Echec, E>({
    mutationFn: (entree) => valeurDe(demander(entree, { cle: cleDe(entree) })),
    onSuccess: () => relire(cache, reference),
    onError: ({ code }) => {
      if (code === 'non-connecte') perdreSession();
    },
  });
};

const relire = async (cache: QueryClient, reference: string): Promise<void> => {
  cles.clear();
  void cache.invalidateQueries({ queryKey: ['demandes'] });
  await cache.invalidateQueries({ queryKey: ['dossier', reference] });
};

const cles = new Map<string, string>();

const cleDe = (entree: object): string => {
  const contenu = JSON.stringify(entree);
  const cle = cles.get(contenu) ?? nouvelleCle();
  cles.set(contenu, cle);
  return cle;
};

/** Takes charge from the queue, which does not know the version of the file: it is read first. Answers what to say. */
export const prendreDepuisLaFile = async (
  reference: string,
  moi: Pick<Agent, 'nom'>,
): Promise<Reponse<string>> => {
  const lu = await api.consulterDemande({ demande: reference });
  if (!lu.ok) return lu;
  requetes.setQueryData(['dossier', reference], lu.valeur);
  const { version, gestes, agent } = lu.valeur;
  if (agent?.nom === moi.nom) return { ok: true, valeur: 'Vous avez déjà ce dossier en charge.' };
  if (agent)
    return {
      ok: true,
      valeur: `${agent.nom} a déjà ce dossier en charge. Vous pouvez le reprendre depuis le dossier.`,
    };
  if (!gestes.includes('prendreEnCharge')) return { ok: true, valeur: 'Cette demande est déjà décidée.' };
  const pris = await api.prendreEnCharge({ demande: reference, version });
  if (!pris.ok) return pris;
  await requetes.invalidateQueries({ queryKey: ['dossier', reference] });
  return { ok: true, valeur: 'Vous avez ce dossier en charge.' };
};
