import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Agent } from '../../../functions/agents/agent.ts';
import { commune } from '../../client.ts';
import { Aide } from '../ui/aide.tsx';
import { Annonces } from '../ui/annonces.tsx';
import { Deconnexion } from './deconnexion.tsx';
import { Navigation } from './navigation.tsx';
import { Retrouver } from './retrouver.tsx';

const ROLES: Record<Agent['role'], string> = {
  accueil: 'Accueil',
  instructeur: 'Instruction',
  responsable: 'Responsable',
  administrateur: 'Administration',
  elu: 'Élu',
};

/** What surrounds every page of someone who is signed in. */
export const Cadre = ({ agent, children }: { agent: Agent; children: ReactNode }) => (
  <div class="poste">
    <a class="evitement" href="#contenu">
      Aller au contenu
    </a>
    <header class="bandeau">
      <Link className="bandeau-commune" href="/">
        {commune.nomComplet}
      </Link>
      <Navigation role={agent.role} />
      <p class="bandeau-agent">
        <span class="bandeau-nom">{agent.nom}</span>{' '}
        <span class="discret">
          {agent.qualite} · {ROLES[agent.role]}
        </span>
      </p>
      <Link className="bandeau-lien" href="/sessions">
        Sessions
      </Link>
      {agent.role !== 'elu' && <Aide />}
      <Deconnexion />
    </header>
    <Retrouver />
    <Annonces />
    {children}
  </div>
);
