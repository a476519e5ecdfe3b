import { useState } from 'react';
import { Chargement } from '../../ui/attente.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { Vide } from '../../ui/vide.tsx';
import { ListeMiennes } from './liste-miennes.tsx';
import type { Mienne } from './mienne.ts';
import { Rattacher } from './rattacher.tsx';
import { Sidentifier } from './sidentifier.tsx';
import { VotreCompte } from './votre-compte.tsx';

/** All that someone asked, on any channel; or the ways to sign in. */
export const MesDemandes = () => {
  const lecture = useLecture('listerMesDemandes', {});
  const compte = useLecture('consulterCompte', {});
  const [annonce, annoncer] = useState('');
  const recharger = () => {
    lecture.recharger();
    compte.recharger();
  };
  if (lecture.etat === 'attente') return <Chargement />;
  const sansCompte = lecture.etat === 'echec' && ['non-connecte', 'interdit'].includes(lecture.echec.code);
  return (
    <Page titre="Mes demandes" retour={{ vers: '/', mot: 'Accueil' }}>
      {sansCompte && <Sidentifier vers="/mes-demandes" onOuvert={recharger} />}
      {lecture.etat === 'echec' && !sansCompte && (
        <Panne echec={lecture.echec} reessayer={lecture.recharger} />
      )}
      {lecture.etat === 'prete' && (
        <div class="deux-colonnes">
          <div>
            <div role="status">{annonce && <Encart sens="fait" titre={annonce} />}</div>
            <Liste lignes={lecture.valeur.lignes} />
            <Autres combien={lecture.valeur.autres} />
            <Rattacher
              onAjoutee={(reference) => {
                annoncer(`La demande ${reference} est dans votre liste.`);
                recharger();
              }}
            />
          </div>
          {compte.etat === 'prete' && <VotreCompte compte={compte.valeur} recharger={recharger} />}
        </div>
      )}
    </Page>
  );
};

/** What others asked with the same contact is theirs: it opens with its reference and its code, just below. */
const Autres = ({ combien }: { combien: number }) =>
  combien === 0 ? null : (
    <Encart
      sens="information"
      titre={
        combien === 1
          ? 'Une autre demande a été faite avec cette adresse'
          : `${combien} autres demandes ont été faites avec cette adresse`
      }
    >
      <p>
        {combien === 1 ? 'Elle porte un autre nom.' : 'Elles portent un autre nom.'} Sa référence et son code
        l’ouvrent, ici ou dans <Lien vers="/suivi">Suivre une demande</Lien>.
      </p>
    </Encart>
  );

const GROUPES: { aQui: Mienne['aQui']; titre: string }[] = [
  { aQui: 'usager', titre: 'À vous' },
  { aQui: 'mairie', titre: 'À la mairie' },
  { aQui: 'personne', titre: 'Terminées' },
];

const Liste = ({ lignes }: { lignes: Mienne[] }) => {
  if (lignes.length === 0)
    return (
      <Vide titre="Aucune demande pour le moment.">
        <p>
          Celles que vous déposez avec votre compte s’ajoutent ici.{' '}
          <Lien vers="/">Voir toutes les démarches</Lien>
        </p>
      </Vide>
    );
  return (
    <>
      {GROUPES.map(({ aQui, titre }) => (
        <ListeMiennes key={aQui} titre={titre} lignes={lignes.filter((ligne) => ligne.aQui === aQui)} />
      ))}
    </>
  );
};
