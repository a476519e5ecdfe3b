import { useQuery } from '@tanstack/react-query';
import { api } from '../../client.ts';
import { valeurDe } from '../donnees.ts';

/** Boards move once a day: coming back to one within five minutes reads it from memory. */
const RELECTURE = 300_000;

export const useSilences = () =>
  useQuery({
    queryKey: ['demandes', 'silences'],
    queryFn: ({ signal }) => valeurDe(api.consulterSilences({}, { signal })),
    staleTime: RELECTURE,
  });

export const useDemarchesRelues = () =>
  useQuery({
    queryKey: ['demarches', 'relues'],
    queryFn: ({ signal }) => valeurDe(api.relireDemarches({}, { signal })),
    staleTime: RELECTURE,
  });

export const useRisques = () =>
  useQuery({
    queryKey: ['demandes', 'risques'],
    queryFn: ({ signal }) => valeurDe(api.consulterRisques({}, { signal })),
    staleTime: RELECTURE,
  });
