import { api, type Echec, type Reponse, type Sortie } from '../client.ts';

export type Depot = Sortie<'recevoirPiece'>;

/** Sends a file where the commune says, tells how far it is (0 to 1), then has it checked. */
export const envoyerFichier = async (
  fichier: File,
  progres: (part: number) => void,
  signal: AbortSignal,
): Promise<Reponse<Depot>> => {
  const prete = await api.preparerPiece(
    { nom: fichier.name, type: fichier.type, octets: fichier.size },
    { signal },
  );
  if (!prete.ok) return prete;
  const { piece, envoi } = prete.valeur;
  const parti = await televerser(fichier, envoi, { progres, signal });
  if (!parti) return { ok: false, echec: COUPURE };
  return enClair(await api.recevoirPiece({ piece }, { signal }));
};

/** Its name was accepted, its content was not: to be told which types are accepted would help nobody. */
const enClair = (reponse: Reponse<Depot>): Reponse<Depot> =>
  !reponse.ok && reponse.echec.code === 'piece-type-refuse'
    ? { ok: false, echec: { ...reponse.echec, phrase: ILLISIBLE } }
    : reponse;

const ILLISIBLE =
  'Ce fichier n’est pas un PDF ou une photo lisible. Enregistrez-le à nouveau, ou prenez-le en photo.';

const COUPURE: Echec = {
  nature: 'reseau',
  code: 'reseau',
  phrase: 'L’envoi s’est interrompu. Vérifiez votre réseau, puis réessayez.',
  details: [],
};

type Suivi = { progres: (part: number) => void; signal: AbortSignal };

/** XMLHttpRequest, because fetch does not say how much has left. */
const televerser = (
  fichier: File,
  envoi: { url: string; entetes: Record<string, string> },
  { progres, signal }: Suivi,
): Promise<boolean> =>
  new Promise((finir) => {
    const requete = new XMLHttpRequest();
    requete.open('PUT', envoi.url);
    for (const [nom, valeur] of Object.entries(envoi.entetes)) requete.setRequestHeader(nom, valeur);
    requete.upload.onprogress = ({ loaded, total }) => progres(loaded / total);
    requete.onload = () => finir(requete.status < 300);
    requete.onerror = requete.onabort = () => finir(false);
    signal.addEventListener('abort', () => requete.abort());
    requete.send(fichier);
  });
