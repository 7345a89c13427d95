/** Part of every file of unit tests: properties try the same cases in every run, or those of ARGMARK_SEEDS=7, where others are wanted. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.ARGMARK_SEEDS?.split(',')[0] ?? 3) });
