/** Settings: read once at the start, checked whole, handed to the parts by constructor. */
@org.jspecify.annotations.NullMarked
package co.lindero.platform.config;
