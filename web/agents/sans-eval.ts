import * as z from 'zod';

// The content policy forbids building functions from text, which zod tries unless told otherwise. Must run before any schema exists.
z.config({ jitless: true });
