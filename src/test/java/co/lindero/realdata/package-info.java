/** The product tried on data that others made, as a planner would; nothing of it is in the project. */
@org.jspecify.annotations.NullMarked
package co.lindero.realdata;
