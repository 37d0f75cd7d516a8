-- A geometry that a caller sent: read, brought to the storage CRS, looked at and laid on the site. Nothing is repaired.
-- Parameters: geojson (text), srid (integer, of the coordinates), storage (integer), site (hexadecimal EWKB).
-- Result: geom (hexadecimal EWKB in the storage CRS; null where the coordinates have no place there), type, is_empty, invalid
-- (why, null where valid), place (GeoJSON point of the fault, in the caller's CRS); of a valid polygon away_m its distance from the
-- site (null for any other); where it touches the site, its areas in m2 (else 0), outside_m2 and outside_place (GeoJSON) what of it
-- lies outside where some of it does by more than 0.1 mm, and drawn (GeoJSON) itself as it was read.
SELECT encode(ST_AsEWKB(moved.geom), 'hex') AS geom, GeometryType(given.geom) AS type, ST_IsEmpty(given.geom) AS is_empty,
       CASE WHEN NOT sound.valid THEN coalesce(sound.reason, 'invalid') END AS invalid,
       ST_AsGeoJSON(sound.location, 9, 0) AS place, near.away_m, coalesce(placed.planar_m2, 0) AS planar_m2,
       coalesce(placed.ellipsoid_m2, 0) AS ellipsoid_m2, coalesce(ST_Area(outside.geom), 0) AS outside_m2,
       lindero.exact_geojson(outside.place, :srid) AS outside_place, placed.drawn
FROM (SELECT ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(:geojson)), :srid) AS geom, CAST(:site AS geometry) AS site OFFSET 0) given
CROSS JOIN LATERAL ST_IsValidDetail(given.geom) AS sound
CROSS JOIN LATERAL (
    SELECT CASE WHEN CAST(:srid AS integer) = CAST(:storage AS integer) THEN given.geom
                ELSE lindero.try_transform(given.geom, :storage) END AS geom
    OFFSET 0
) moved
LEFT JOIN LATERAL (
    SELECT ST_Distance(moved.geom, given.site) AS away_m
    WHERE sound.valid AND ST_Dimension(moved.geom) = 2 AND NOT ST_IsEmpty(moved.geom)
    OFFSET 0
) near ON true
LEFT JOIN LATERAL (
    SELECT ST_Area(moved.geom) AS planar_m2, ST_Area(ST_Transform(moved.geom, 4326)::geography) AS ellipsoid_m2,
           lindero.exact_geojson(moved.geom, :srid) AS drawn
    WHERE near.away_m = 0
    OFFSET 0
) placed ON true
LEFT JOIN LATERAL (
    SELECT o.geom, ST_PointOnSurface(o.geom) AS place
    FROM (SELECT ST_CollectionExtract(ST_Difference(moved.geom, given.site), 3) AS geom
          WHERE near.away_m = 0 AND NOT ST_Covers(given.site, moved.geom)
            AND NOT ST_Covers(ST_Buffer(given.site, 0.0001, 'join=mitre'), moved.geom)
          OFFSET 0) o
    OFFSET 0
) outside ON true;
