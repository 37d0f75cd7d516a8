-- Everything of the ground of most licence checks in one statement: the publication, the parcel with a number, its site (as
-- get_site), the footprint (as read_geometry) and the buildings (as list_existing_buildings).
-- Parameters: value (text, a number), onDay (date), at (bigint; null for the newest publication), reach (double precision, m),
-- geojson (text; null for no footprint), srid (integer, of its coordinates), storage (integer).
-- Result: a row for each parcel with the number, two at the most: publication, at; the parcel, its drawn area as plot_m2; geom to
-- ids of the site; given_geom to drawn of the footprint; of the buildings, in their order, arrays that are null where there
-- are none: numbers, floors, built_m2, drawn_m2, geoms (hexadecimal EWKB). Relies on parcel_number, parcel_geom, building_parcel.
SELECT n.id AS publication, n.at, p.id, p.municipality, p.dataset, p.number, p.previous_number, p.nupre, p.folio, p.address,
       p.registered_area_m2, p.destination, p.condition, p.planar_m2 AS plot_m2, p.ellipsoid_m2,
       ST_AsEWKB(p.geom) AS geom, ST_NumGeometries(p.geom) AS parts, ST_AsBinary(around.geom) AS neighbours, around.faces, around.ids,
       encode(ST_AsEWKB(g.geom), 'hex') AS given_geom, g.type, g.is_empty, g.invalid, g.place, g.away_m, g.is_inside,
       g.planar_m2, g.ellipsoid_m2 AS given_ellipsoid_m2, g.outside_m2, g.outside_place, g.drawn,
       b.numbers, b.floors, b.built_m2, b.drawn_m2, b.geoms
FROM (SELECT w.id, w.at FROM lindero.publication w
      WHERE CAST(:at AS bigint) IS NULL OR w.id = :at ORDER BY w.id DESC LIMIT 1) n
JOIN lindero.parcel p ON p.number = :value AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, n.id)
CROSS JOIN LATERAL (SELECT ARRAY[p.id] AS ids, ARRAY[p.number] AS numbers OFFSET 0) one
CROSS JOIN LATERAL lindero.around_site(one.ids, p.geom, :reach, p.municipality, CAST(:onDay AS date), n.id) around
CROSS JOIN LATERAL lindero.given_on_site(:geojson, :srid, :storage, p.geom) g
CROSS JOIN LATERAL (
    SELECT array_agg(b.number) AS numbers, array_agg(b.floors) AS floors, array_agg(b.built_area_m2) AS built_m2,
           array_agg(b.planar_m2) AS drawn_m2, array_agg(encode(ST_AsEWKB(b.geom), 'hex')) AS geoms
    -- put in order once for all
    FROM (SELECT s.* FROM lindero.buildings_on_site(one.ids, one.numbers, p.municipality, CAST(:onDay AS date), n.id) s
          ORDER BY s.number, s.id) b
) b
LIMIT 2;
