/**
 * Follow-up of a plan by its licences: what is licensed in each zone and year against what the norms allow, licences about to
 * expire, licences that the plan of today or a draft would not allow, and buildings to look at.
 *
 * <pre>
 * FollowUpRoutes → FollowUpService → FollowUpStore (rows)
 *                                → ZoneTally → Allowance (norms)
 *                                → PlanConflicts → licence.LicenceScreen (the licence check itself)
 * </pre>
 *
 * It judges nothing of its own: what a plan allows is the licence check's to say, how long a licence is valid the register's.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.followup;
