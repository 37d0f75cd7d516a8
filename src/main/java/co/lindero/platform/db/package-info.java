/**
 * The database: where it comes from (an address given, or the private cluster), migrations, statement files,
 * transactions. Knows no domain words.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.platform.db;
