package co.lindero.demo;

import java.util.SplittableRandom;

/** Derives an independent source of numbers for each named piece of work, so that order does not matter. */
final class Seeds {
    private final long seed;

    Seeds(long seed) {
        this.seed = seed;
    }

    /** Returns the source for one piece, e.g. ("lots", 17). */
    SplittableRandom of(String what, long number) {
        return new SplittableRandom(mix(mix(seed ^ mix(what.hashCode())) + number));
    }

    private static long mix(long value) {
        long z = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
