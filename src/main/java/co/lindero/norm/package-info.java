/**
 * The plan as data: norms, use rules and the table of economic activities, as a plan states them and as its revisions
 * inherit them. Knows plans, publications and law; knows nothing of files, parcels' geometry or HTTP answers.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.norm;
