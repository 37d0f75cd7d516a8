/**
 * The demonstration: a synthetic municipality after published facts on Candelaria, and a fabric of parcels of any size
 * for tests and benchmarks. The same seed gives the same bytes.
 *
 * <pre>
 * DemoGenerator -> FabricGenerator    -> FabricTown, FabricZones, FabricRiver       -> parcels, zones, manifest
 *               -> CandelariaGenerator -> CandelariaMap -> CandelariaGround -> Site
 *                                           -> CandelariaCadastre, Buildings, CandelariaTerritories
 *                                           -> CandelariaZones, CandelariaOverlays, CandelariaNeighbour
 *                                           -> CaseBlock, LicenceBlock (parcels of the acceptance cases)
 *                                           -> PlanSheets (norms, uses, activities: copied)
 *                                           -> CandelariaManifest, CandelariaClaims, CandelariaReadme
 * DemoPicture   <- the files, MapLegend
 * </pre>
 *
 * Must not know the database, the service or any real cadastre.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.demo;
