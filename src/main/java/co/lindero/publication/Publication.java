package co.lindero.publication;

import java.time.Instant;

/**
 * One state of what the database publishes.
 *
 * @param number monotonic number
 * @param at instant of its publishing, to the millisecond
 */
public record Publication(long number, Instant at) {}
