import { useState } from 'react';
import { useLocation } from 'wouter';
import type * as z from 'zod';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import type { Echec, Reponse } from '../../client.ts';
import { annoncerEnSuivant } from '../annonces.ts';
import { useDossier, useEcriture } from '../donnees.ts';
import { enRecherche, useEtatFile } from '../file/etat-file.ts';
import { erreursDe } from '../valider.ts';

/** Whoever has no delegation has prepared: nothing left. */
type Faite = { version: number; aSigner?: true | undefined };
const PREPARE = 'L’acte est préparé. Il attend une signature : rien n’est encore parti.';

type Vise = { demande: string; version: number };
type Acte<E extends Vise> = {
  dossier: Dossier;
  schema: z.ZodType;
  demander: (entree: E, options: { cle: string }) => Promise<Reponse<Faite>>;
  fait: string;
  oublier: () => void;
  /** Where to go once it is done, when the file may no longer be the agent's. */
  vers?: string;
};

/** Sends a decision. When the file has moved under it, shows what changed and keeps what was typed: nothing leaves unread. */
export const useDecision = <E extends Vise>({
  dossier,
  schema,
  demander,
  fait,
  oublier,
  vers = `/demandes/${dossier.reference}`,
}: Acte<E>) => {
  const [vu, voir] = useState(dossier);
  const [avant, signaler] = useState<Dossier>();
  const [erreurs, poser] = useState<Detail[]>([]);
  const { refetch } = useDossier(dossier.reference);
  const { mutate, isPending, error, reset } = useEcriture<E, Faite>({
    demander,
    reference: dossier.reference,
  });
  const [, aller] = useLocation();
  const recherche = enRecherche(useEtatFile());

  const montrer = (apres: Dossier): void => {
    signaler(vu);
    voir(apres);
    reset();
  };
  const reussir = ({ aSigner }: Faite): void => {
    oublier();
    annoncerEnSuivant(aSigner ? PREPARE : fait);
    aller(`${vers}${recherche}`);
  };
  const echouer = async ({ code, details }: Echec): Promise<void> => {
    poser(details.map(localiser));
    if (code !== 'modifie-entre-temps' && code !== 'geste-impossible') return;
    const { data } = await refetch();
    if (data) montrer(data);
  };
  const envoyer = (saisie: Omit<E, keyof Vise>): void => {
    if (isPending) return;
    const entree = { ...saisie, demande: dossier.reference, version: vu.version } as E;
    const trouvees = erreursDe(schema, entree);
    poser(trouvees);
    if (trouvees.length > 0) return;
    if (dossier.version !== vu.version) montrer(dossier);
    else mutate(entree, { onSuccess: reussir, onError: (echec) => void echouer(echec) });
  };
  return { envoyer, enCours: isPending, erreurs, echec: erreurs.length > 0 ? null : error, avant, apres: vu };
};

/** The server says `fait.jour` where the page says `fait-jour`. */
const localiser = ({ champ, phrase }: Detail): Detail => ({
  phrase,
  ...(champ && { champ: champ.replaceAll('.', '-') }),
});

export type Decision = Pick<
  ReturnType<typeof useDecision>,
  'enCours' | 'erreurs' | 'echec' | 'avant' | 'apres'
>;
