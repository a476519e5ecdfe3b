import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import type { EvenementHttp, ReponseHttp } from './http.ts';
import type { Appel } from './perform.ts';

/** What those around an action tell each other, on the context that Lambda gives: when it began, what is asked, the incident. */
export type Cadre = Context & { debut?: number; appel?: Appel; incident?: string };

/** What stands around an action: before it, after it, or when it throws. */
export type Autour<E = EvenementHttp, R = ReponseHttp> = MiddlewareObj<E, R, Error, Cadre>;
