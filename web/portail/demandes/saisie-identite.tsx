import { useEffect } from 'react';
import type { Qualite } from '../../../functions/demarches/demarche.ts';
import { ChampCase, ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import type { Saisie } from './etape-a-saisir.tsx';
import { type ChampIdentite, champsIdentite, type Identite, idDe, type QualiteUsager } from './identite.ts';
import type { Etape } from './plan.ts';

const QUALITES: Record<Qualite, string> = { particulier: 'Pour moi ou ma famille', entreprise: 'Pour une entreprise', association: 'Pour une association' };

/** Who asks: what the law requires to answer them, and nothing else. */
export const SaisieIdentite = ({ demarche, brouillon: { identite }, changer, erreurs }: Saisie<Extract<Etape, { type: 'identite' }>>) => {
  const poser = (suite: Partial<Identite>) => changer((avant) => ({ identite: { ...avant.identite, ...suite } }));
  const [seule] = demarche.pourQui.length === 1 ? demarche.pourQui : [];
  useEffect(() => {
    if (seule && !identite.qualite) poser({ qualite: seule });
  }, [seule]);
  const champ = (un: ChampIdentite) => (
    <Texte key={un.chemin} champ={un} erreur={erreurDe(erreurs, idDe(un.chemin))} valeur={identite.valeurs[un.chemin] ?? ''} onChange={(valeur) => poserValeur(un.chemin, valeur)} />
  );
  const poserValeur = (chemin: string, valeur: string) => changer((avant) => ({ identite: { ...avant.identite, valeurs: { ...avant.identite.valeurs, [chemin]: valeur } } }));
  const champs = champsIdentite(identite);
  const adresse = champs.filter(({ chemin }) => chemin.startsWith('adresse.'));
  const contact = champs.filter(({ chemin }) => chemin === 'courriel' || chemin === 'telephone');
  const nom = champs.filter((un) => !adresse.includes(un) && !contact.includes(un));
  return (
    <>
      {!seule && <ChoixQualite pourQui={demarche.pourQui} qualite={identite.qualite} erreur={erreurDe(erreurs, idDe('qualite'))} onChange={(qualite) => poser({ qualite })} />}
      {nom.map(champ)}
      {estAssociation(identite.qualite) && (
        <ChampCase id="sans-rna" libelle="Je n’ai pas de numéro RNA" aide="Un numéro SIRET convient aussi." valeur={identite.qualite === 'association-siret'} onChange={(sans) => poser({ qualite: sans ? 'association-siret' : 'association' })} />
      )}
      {adresse.length > 0 && <Groupe titre="Votre adresse">{adresse.map(champ)}</Groupe>}
      {contact.length > 0 && (
        <Groupe titre="Pour vous répondre">
          {contact.map(champ)}
          {identite.valeurs['telephone']?.trim() && <ChampCase id="usager.parSms" libelle="Me prévenir aussi par SMS" valeur={identite.parSms} onChange={(parSms) => poser({ parSms })} />}
        </Groupe>
      )}
    </>
  );
};

const estAssociation = (qualite: Identite['qualite']): boolean => qualite === 'association' || qualite === 'association-siret';

type Choix = { pourQui: readonly Qualite[]; qualite: Identite['qualite']; erreur: string | undefined; onChange: (qualite: QualiteUsager) => void };

const ChoixQualite = ({ pourQui, qualite, erreur, onChange }: Choix) => (
  <ChampChoix
    id={idDe('qualite')}
    libelle="Pour qui faites-vous cette demande ?"
    options={pourQui.map((une) => ({ valeur: une, libelle: QUALITES[une] }))}
    valeur={estAssociation(qualite) ? 'association' : qualite}
    erreur={erreur}
    onChange={(une) => onChange(une as Qualite)}
  />
);

type Ligne = { champ: ChampIdentite; valeur: string; erreur: string | undefined; onChange: (valeur: string) => void };

const Texte = ({ champ: { chemin, defaut: _defaut, manque: _manque, ...champ }, ...reste }: Ligne) => <ChampTexte id={idDe(chemin)} {...champ} {...reste} />;
