-- What of a site a layout leaves over: neither lot nor road nor space; a gap of drawing between them is none.
-- Parameters: site (hexadecimal EWKB), placed (text[]: hexadecimal EWKB of lots, roads and spaces).
-- Result: one row; geom (EWKB; null where nothing is left).
SELECT ST_AsEWKB(lindero.without_slivers(
           ST_CollectionExtract(ST_Difference(CAST(:site AS geometry), (
               SELECT ST_Union(CAST(u.geom AS geometry)) FROM unnest(CAST(:placed AS text[])) AS u (geom))), 3), 0.05)) AS geom;
