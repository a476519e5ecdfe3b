import './recu.css';
import { useEffect, useState } from 'react';
import { enLettres, espacer, heureDe, jourLocal } from '../../../functions/platform/lettres.ts';
import { adresse, api, commune, type Sortie } from '../../client.ts';
import { Icone } from '../../ui/icones.tsx';
import { Lien } from '../../ui/lien.tsx';
import { relire } from '../../ui/memoire.ts';
import { Page } from '../../ui/page.tsx';
import { Paragraphes } from '../../ui/paragraphes.tsx';
import { ReferenceAffichee } from '../../ui/reference-affichee.tsx';

/** A recours too is a demande that was received: its sections say when. */
type Depot = Sortie<'contesterDecision'> & Partial<Sortie<'deposerDemande'>>;

/** The accusé de réception, like a stamp on paper. The tab keeps it as the commune issued it. */
export const Recu = ({ reference }: { reference: string }) => {
  const depot = relire<Depot>(`recu:${reference}`);
  if (depot) return <Accuse depot={depot} />;
  return (
    <Page titre="Votre accusé de réception" retour={{ vers: '/', mot: 'Accueil' }}>
      <p>
        Il n’est plus dans cet onglet. Vous le retrouvez dans le message que la mairie vous a envoyé, et dans
        le suivi de votre demande.
      </p>
      <p>
        <Lien vers={`/suivi/${reference}`} rang="premier">
          Suivre ma demande
        </Lien>
      </p>
    </Page>
  );
};

const Accuse = ({ depot: { reference, code, accuse, sections } }: { depot: Depot }) => {
  const pret = useSuiviOuvert(reference, code);
  // The stamp bears the reference already, and the code has its own line.
  const [reception, ...suites] = sections;
  const libre = accuse?.nature === 'enregistrement';
  const sansIdentite = accuse?.nature === 'sans-identite';
  return (
    <Page titre={titreDe(accuse?.nature)} onglet={`Demande reçue ${reference}`}>
      <div class="deux-colonnes recu">
        <div>
          <div class="tampon">
            <p class="tampon-mot">
              <Icone nom="fait" /> {libre ? 'Enregistrée' : 'Reçue'}
            </p>
            <p>
              <ReferenceAffichee reference={reference} />
            </p>
            {accuse && (
              <p class="tampon-date">
                <time dateTime={accuse.recueLe}>
                  {espacer(enLettres(jourLocal(accuse.recueLe, accuse.fuseau)))} à{' '}
                  {heureDe(accuse.recueLe, accuse.fuseau)}
                </time>
              </p>
            )}
            <p class="discret">{commune.nomComplet}</p>
          </div>
          {reception && (
            <Paragraphes
              lignes={reception.lignes.filter((ligne) => !ligne.endsWith(reference) && !ligne.endsWith(code))}
              classe="ligne-accuse"
            />
          )}
          <p class="ligne-accuse">
            Code de suivi&nbsp;: <ReferenceAffichee reference={code} taille="ligne" />
          </p>
          <div class="boutons sans-impression">
            {pret && !sansIdentite && (
              <Lien
                vers={adresse('imprimerAccuse', { demande: reference })}
                rang="premier"
                icone="telecharger"
                telecharge
              >
                Télécharger l’accusé de réception
              </Lien>
            )}
            <Lien vers={pret ? `/suivi/${reference}` : `/suivi/${reference}#${code}`} rang="second">
              Suivre ma demande
            </Lien>
          </div>
        </div>
        <div>
          {suites.map(({ titre, lignes }) => (
            <section key={titre}>
              <h2>{titre}</h2>
              <Paragraphes lignes={lignes} classe="ligne-accuse" />
            </section>
          ))}
          <section>
            <h2>Pour suivre votre demande</h2>
            <p>
              Gardez la référence et le code : ils ouvrent le suivi, à toute heure.
              {!sansIdentite && ' Vous les recevez aussi par e-mail.'}
            </p>
          </section>
        </div>
      </div>
    </Page>
  );
};

const titreDe = (nature: NonNullable<Depot['accuse']>['nature'] | undefined): string => {
  if (nature === 'enregistrement') return 'Votre demande est enregistrée';
  return nature === 'sans-identite' ? 'Votre signalement est reçu' : 'Votre demande est reçue';
};

/** Opens the follow-up with the code that was just given, so that the document and the follow-up are one click away. */
const useSuiviOuvert = (reference: string, code: string): boolean => {
  const [pret, poser] = useState(false);
  useEffect(() => {
    const ouvrir = async () => poser((await api.ouvrirSuivi({ reference, code })).ok);
    void ouvrir();
  }, [reference, code]);
  return pret;
};
