-- Features that meet a box; one whose own box lies within needs no closer look. Boxes are compared in single precision, rounded
-- outwards: only what lies within by more than such a step (slack) is surely within. The boxes are subqueries so that they are made
-- once and not for each row. A template: <geometry> is the copy in the box's CRS. Parameters: minX, minY, maxX, maxY, slack (double
-- precision, units of the CRS), boxSrid (int). Relies on the copy's spatial index.
AND <geometry> && (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)))
AND (<geometry> @ (SELECT CASE WHEN least(:maxX - :minX, :maxY - :minY) > 2 * :slack
                               THEN ST_MakeEnvelope(:minX + :slack, :minY + :slack, :maxX - :slack, :maxY - :slack,
                                                    CAST(:boxSrid AS integer)) END)
     OR ST_Intersects(<geometry>, (SELECT ST_MakeEnvelope(:minX, :minY, :maxX, :maxY, CAST(:boxSrid AS integer)))))
