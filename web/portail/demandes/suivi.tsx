import './suivi.css';
import { enLettres } from '../../../functions/platform/lettres.ts';
import { adresse, type Sortie } from '../../client.ts';
import { Encart, type Sens } from '../../ui/encart.tsx';
import { Icone, type NomIcone } from '../../ui/icones.tsx';
import { Lien } from '../../ui/lien.tsx';
import { LigneDeVie } from '../../ui/ligne-de-vie.tsx';
import { Page } from '../../ui/page.tsx';
import { ReferenceAffichee } from '../../ui/reference-affichee.tsx';
import { Messages } from './messages.tsx';
import { PiecesEnvoyees } from './pieces-envoyees.tsx';
import { PiecesManquantes } from './pieces-manquantes.tsx';

export type Suivie = Sortie<'suivreDemande'>;

/** A demande followed by the person who asked: whose turn it is, then its life. */
export const Suivi = ({ suivi, recharger }: { suivi: Suivie; recharger: () => void }) => (
  <Page
    titre={suivi.objet}
    onglet={`Suivi ${suivi.reference}`}
    retour={{ vers: '/', mot: 'Accueil' }}
    sur={
      <p class="discret nom-demarche">
        Demande <ReferenceAffichee reference={suivi.reference} taille="ligne" />
      </p>
    }
  >
    <Tour suivi={suivi} />
    <div class="deux-colonnes">
      <div>
        {suivi.decision && <Decision decision={suivi.decision} />}
        <PiecesManquantes suivi={suivi} recharger={recharger} />
        <section>
          <h2>La vie de votre demande</h2>
          <LigneDeVie points={suivi.vie} />
        </section>
        <Messages suivi={suivi} recharger={recharger} />
        <PiecesEnvoyees suivi={suivi} />
      </div>
      <Cote suivi={suivi} />
    </div>
  </Page>
);

const SENS: Record<Suivie['statut'], Sens> = {
  deposee: 'information',
  'en-instruction': 'information',
  incomplete: 'attente',
  acceptee: 'fait',
  traitee: 'fait',
  'acceptee-par-silence': 'fait',
  refusee: 'retard',
  'rejetee-par-silence': 'retard',
};
const A_VOUS = { titre: 'À vous', icone: 'personne' } as const;
const A_LA_MAIRIE = { titre: 'À la mairie', icone: 'mairie' } as const;
const TOURS: Record<Suivie['statut'], { titre: string; icone: NomIcone }> = {
  deposee: A_LA_MAIRIE,
  'en-instruction': A_LA_MAIRIE,
  incomplete: A_VOUS,
  acceptee: { titre: 'Acceptée', icone: 'fait' },
  traitee: { titre: 'Traitée', icone: 'fait' },
  'acceptee-par-silence': { titre: 'Acceptée', icone: 'fait' },
  refusee: { titre: 'Refusée', icone: 'retard' },
  'rejetee-par-silence': { titre: 'Rejetée', icone: 'retard' },
};

/** The first thing that one wants to know. */
const Tour = ({ suivi: { aQui, statut, phrase, jusquau } }: { suivi: Suivie }) => (
  <div class="tour" data-sens={SENS[statut]}>
    <p class="tour-titre">
      <Icone nom={TOURS[statut].icone} /> {TOURS[statut].titre}
    </p>
    <p>{phrase}</p>
    {jusquau && aQui === 'usager' && (
      <p>
        À envoyer avant le <strong>{enLettres(jusquau)}</strong>.
      </p>
    )}
  </div>
);

const Decision = ({ decision }: { decision: NonNullable<Suivie['decision']> }) => (
  <section>
    <h2>La décision</h2>
    <Encart titre={decision.titre}>
      {decision.lignes.filter(Boolean).map((ligne) => (
        <p class="texte-libre" key={ligne}>
          {ligne}
        </p>
      ))}
    </Encart>
  </section>
);

const Cote = ({ suivi: { reference, service, agent, lecteurs } }: { suivi: Suivie }) => (
  <aside class="autrement" aria-labelledby="service">
    <h2 id="service">Votre interlocuteur</h2>
    <p>
      {agent && (
        <>
          {agent.nom}, {agent.qualite}
          <br />
        </>
      )}
      {service.nom}
      <br />
      <a href={`tel:${service.telephone.replace(/ /g, '')}`}>{service.telephone.replace(/ /g, '\u00a0')}</a>
    </p>
    <h3>Votre accusé de réception</h3>
    <p>
      <Lien vers={adresse('imprimerAccuse', { demande: reference })} icone="telecharger" telecharge>
        Télécharger (PDF)
      </Lien>
    </p>
    <h3>Qui a ouvert votre dossier</h3>
    {lecteurs.length === 0 ? (
      <p class="discret">Personne pour le moment. Chaque lecture par un agent s’écrira ici.</p>
    ) : (
      <ul>
        {lecteurs.map(({ le, nom }) => (
          <li key={`${le}${nom}`}>
            {nom}, le {enLettres(le)}
          </li>
        ))}
      </ul>
    )}
  </aside>
);
