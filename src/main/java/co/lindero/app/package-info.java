/**
 * The command line and the composition root: every part is built here by constructor and handed what it needs.
 *
 * <p>{@code Main -> Cli -> one class per command -> CommandContext (configuration, streams, database)}
 */
@org.jspecify.annotations.NullMarked
package co.lindero.app;
