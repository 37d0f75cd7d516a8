/** JSON as Lindero writes and reads it: one mapper, one canonical form, one hash. Knows no HTTP and no domain words. */
@org.jspecify.annotations.NullMarked
package co.lindero.platform.json;
