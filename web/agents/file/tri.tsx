import type { Interaction } from '../../../functions/interactions/interaction.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Icone } from '../../ui/icones.tsx';
import { Vide } from '../../ui/vide.tsx';
import { useAujourdhui, useInteractions } from '../donnees.ts';
import { compter, quandEnLettres, recemment } from '../mots.ts';
import { IconeCanal } from '../ui/canal.tsx';
import { Panne, Perime } from '../ui/etats.tsx';

/** What came in by mail or by SMS, and which no one has read yet. */
export const Tri = () => {
  const { data, error, refetch } = useInteractions();
  const aujourdhui = useAujourdhui();
  if (!data)
    return error ? (
      <Panne echec={error} reessayer={refetch} />
    ) : (
      <Chargement phrase="Nous ouvrons les messages à trier…" />
    );
  const { interactions } = data;
  return (
    <>
      {error && <Perime echec={error} />}
      <p class="compte-lignes discret" role="status">
        {compter(interactions.length, 'message')}
      </p>
      {interactions.length === 0 ? (
        <Vide titre="Rien à trier.">
          <p>Les e-mails et les SMS reçus par la mairie apparaissent ici, chacun avec son numéro.</p>
        </Vide>
      ) : (
        <ul class="tri">
          {interactions.map((interaction) => (
            <Arrivee key={interaction.id} interaction={interaction} aujourdhui={aujourdhui} />
          ))}
        </ul>
      )}
    </>
  );
};

const Arrivee = ({ interaction, aujourdhui }: { interaction: Interaction; aujourdhui: string }) => {
  const { id, canal, de, objet, texte, recueLe } = interaction;
  return (
    <li>
      <details>
        <summary>
          <Icone nom="suite" />
          <IconeCanal canal={canal} />
          <span class="tri-objet">{objet || extraitDe(texte)}</span>
          <span class="tri-de">{de}</span>
          <span class="discret">{recemment(recueLe, aujourdhui)}</span>
        </summary>
        <p class="discret">
          Reçu le {quandEnLettres(recueLe)}, numéro <span class="chiffres">{id}</span>
        </p>
        <p class="texte-recu">{texte}</p>
        <p>
          <a href={canal === 'sms' ? `tel:${de}` : `mailto:${de}`}>
            {canal === 'sms' ? `Appeler ${de}` : `Écrire à ${de}`}
          </a>
        </p>
      </details>
    </li>
  );
};

/** An SMS has no subject: its first words stand for it. */
const extraitDe = (texte: string): string => (texte.length > 80 ? `${texte.slice(0, 80)}…` : texte);
