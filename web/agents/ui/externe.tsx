import type { ComponentChildren } from 'preact';
import { Icone } from '../../ui/icones.tsx';

/** A link that opens beside, so that the work in progress stays where it is. It says so. */
export const Externe = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="externe" href={href} target="_blank" rel="noopener">
    <span class="externe-mot">{children}</span>
    {'\u00a0'}
    <Icone nom="externe" />
    <span class="lu-seulement">(nouvel onglet)</span>
  </a>
);
