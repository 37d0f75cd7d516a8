/**
 * The register of urban licences filed or issued: what was loaded, how long a licence is valid, when a decision is due.
 *
 * <pre>
 * RegisterRoutes → RegisterService → RegisterStore (rows)
 *                               → LicenceClock (validity and terms, pure) → ValidityRegimes (configuration), WorkingDays
 * </pre>
 *
 * The check of a proposal against norms is another capability; this one knows neither it nor the land-use answer.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.register;
