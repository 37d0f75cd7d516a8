/**
 * Hazard and risk: phenomenon by phenomenon for a parcel, and who and what lies in which level for a municipality.
 *
 * <pre>
 * RiskRoutes     → RiskService     → LandUseService (what lies on the parcel), RiskStore (levels, studies) → RiskJudge
 * ExposureRoutes → ExposureService → ExposureStore (lindero.parcel_levels, building_levels, level_ground)
 * </pre>
 *
 * Where zones of several levels overlap the highest wins. Knows nothing of licences but what ground means for one.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.risk;
