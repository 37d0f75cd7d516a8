/**
 * May an activity be here? The land-use answer of a parcel, its use rules and the table of activities, judged for one use:
 * question -> LandUseService -> UseJudge -> answer. Knows nothing of geometry; what a licence demands beyond the use is the
 * licence check's.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.activity;
