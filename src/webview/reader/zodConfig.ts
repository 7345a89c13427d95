/* Imported before every schema: the page's content security policy forbids the functions that zod would otherwise compile. */
import * as z from 'zod/mini';

z.config({ jitless: true });
