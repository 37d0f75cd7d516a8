/**
 * The licence check: what is proposed, against every norm that applies to it, each with a four-valued verdict, and the
 * same question turned round, the headroom.
 *
 * <pre>
 * request -> LicenceQuestionReader -> LicenceService -> SiteMeasures (PostGIS; boundary: licence.boundary)
 *                                           |-> ProtectionJudge, NormJudge, UseJudge -> Finding
 *                                           '-> LicenceAnswer -> JSON, text, HTML, SVG
 * </pre>
 *
 * Knows norms, conditions, plans and the cadastre; knows nothing of how they were loaded.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.licence;
