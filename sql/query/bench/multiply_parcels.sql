-- Lays copies of the loaded parcels side by side, each with a number and a territory of its own, so that a million are there
-- without a load of a million. Parameters: copies (int). Result: none; the row count tells how many parcels were added.
WITH town AS (
    SELECT ST_XMax(e.box) - ST_XMin(e.box) + 1000 AS width, ST_YMax(e.box) - ST_YMin(e.box) + 1000 AS height
    FROM (SELECT ST_Extent(p.geom) AS box FROM lindero.parcel p WHERE p.pub_to IS NULL) AS e
), original AS (
    SELECT p.municipality, p.dataset, p.number, p.address, p.registered_area_m2, p.destination, p.condition, p.geom, p.planar_m2,
           p.ellipsoid_m2, p.valid, p.pub_from, row_number() OVER (ORDER BY p.id) AS place, count(*) OVER () AS places
    FROM lindero.parcel p
    WHERE p.pub_to IS NULL AND p.geom IS NOT NULL
), added AS (
    INSERT INTO lindero.parcel (municipality, dataset, number, address, registered_area_m2, destination, condition, geom, planar_m2,
                                ellipsoid_m2, valid, content_hash, pub_from)
    SELECT o.municipality, o.dataset, o.municipality || '9' || lpad((c.copy * o.places + o.place)::text, 24, '0'), o.address,
           o.registered_area_m2, o.destination, o.condition,
           ST_Translate(o.geom, (c.copy % 10) * t.width, (c.copy / 10) * t.height), o.planar_m2, o.ellipsoid_m2, o.valid,
           md5(concat_ws('/', c.copy, o.number))::uuid, o.pub_from
    FROM generate_series(1, :copies) AS c (copy)
    CROSS JOIN original o
    CROSS JOIN town t
    RETURNING id
)
INSERT INTO lindero.parcel_territory (parcel_id, state, territory)
SELECT a.id, 0, NULL
FROM added a;
